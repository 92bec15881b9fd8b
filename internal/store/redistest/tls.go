package redistest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// A TLSServer is a server that is reached by TLS only, and asks who comes for a certificate. Its URL names the files of all that a
// client needs.
type TLSServer struct {
	*Server
	Authority         string // file of the certificate that signs the others
	Certificate, Key  string // files of the client's own
	WithoutCA, NoCert string // URLs that lack one of them
}

// StartTLS starts a server with certificates made for the test.
func StartTLS(t testing.TB, settings ...string) *TLSServer {
	t.Helper()
	folder := t.TempDir()
	root := newAuthority(t, folder)
	serverCert, serverKey := root.issue(t, folder, "server")
	cert, key := root.issue(t, folder, "client")
	s := start(t, "Ready to accept connections", append(append([]string{
		"--tls-cert-file", serverCert, "--tls-key-file", serverKey, "--tls-ca-cert-file", root.file,
		"--tls-auth-clients", "yes",
	}, Durable...), settings...), overTLS)
	out := &TLSServer{Server: s, Authority: root.file, Certificate: cert, Key: key}
	address := "rediss://127.0.0.1:" + strconv.Itoa(s.Port) + "?"
	own := url.Values{"tls_cert_file": {cert}, "tls_key_file": {key}}
	out.WithoutCA = address + own.Encode()
	out.NoCert = address + url.Values{"tls_ca_file": {root.file}}.Encode()
	own.Set("tls_ca_file", root.file)
	s.URL = address + own.Encode()
	return out
}

// overTLS has a server listen by TLS in the place of plain TCP.
func overTLS(s *Server) { s.portFlags = []string{"--port", "0", "--tls-port"} }

// An authority signs certificates.
type authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
	file        string
}

func newAuthority(t testing.TB, folder string) *authority {
	t.Helper()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "authority of a test"}, NotBefore: time.Now().Add(-time.Hour),
		NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	a := &authority{certificate: template, file: filepath.Join(folder, "ca.pem")}
	der, key := sign(t, template, nil)
	a.key = key
	writePEM(t, a.file, "CERTIFICATE", der)
	return a
}

// issue makes a certificate for 127.0.0.1 that serves both sides.
func (a *authority) issue(t testing.TB, folder, name string) (certificate, key string) {
	t.Helper()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), Subject: pkix.Name{CommonName: name}, NotBefore: time.Now().Add(-time.Hour),
		NotAfter: time.Now().Add(time.Hour), KeyUsage: x509.KeyUsageDigitalSignature, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	der, private := sign(t, template, a)
	certificate, key = filepath.Join(folder, name+".pem"), filepath.Join(folder, name+".key")
	writePEM(t, certificate, "CERTIFICATE", der)
	data, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	writePEM(t, key, "PRIVATE KEY", data)
	return certificate, key
}

// sign has a template signed by an authority, or by itself.
func sign(t testing.TB, template *x509.Certificate, by *authority) (der []byte, key *ecdsa.PrivateKey) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	parent, signer := template, key
	if by != nil {
		parent, signer = by.certificate, by.key
	}
	der, err = x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, signer)
	if err != nil {
		t.Fatal(fmt.Errorf("a certificate: %w", err))
	}
	return der, key
}

func writePEM(t testing.TB, file, kind string, der []byte) {
	t.Helper()
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
}
