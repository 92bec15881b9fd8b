package redis

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/url"
	"os"
)

// trust says by options of a URL whose certificates are believed, and what to show of one's own:
//
//	tls_ca_file                  certificates (PEM) that sign that of Redis; absent: those that the system trusts
//	tls_cert_file, tls_key_file  certificate and key (PEM) to show to a Redis that asks for one
//
// They need TLS; c is nil without.
func trust(c *tls.Config, options url.Values) error {
	ca, cert, key := options.Get("tls_ca_file"), options.Get("tls_cert_file"), options.Get("tls_key_file")
	switch {
	case ca+cert+key == "":
		return nil
	case c == nil:
		return errors.New("tls_ca_file, tls_cert_file and tls_key_file need a URL of Redis that begins with rediss")
	case (cert == "") != (key == ""):
		return errors.New("tls_cert_file and tls_key_file of the URL of Redis go together")
	}
	if ca != "" {
		data, err := os.ReadFile(ca)
		if err != nil {
			return err
		}
		c.RootCAs = x509.NewCertPool()
		if !c.RootCAs.AppendCertsFromPEM(data) {
			return fmt.Errorf("%s holds no certificate in PEM", ca)
		}
	}
	if cert != "" {
		pair, err := tls.LoadX509KeyPair(cert, key)
		if err != nil {
			return err
		}
		c.Certificates = []tls.Certificate{pair}
	}
	return nil
}
