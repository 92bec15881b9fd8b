package cli

import (
	"bytes"
	"net"
	"strings"
	"testing"

	"sangdam/event"
)

func TestAnAddressThatCannotBeListenedOnIsTold(t *testing.T) {
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, language := range event.Languages {
		for address, want := range map[string]string{l.Addr().String(): l.Addr().String(), "nowhere": "nowhere", "203.0.113.1:0": "203.0.113.1:0"} {
			var out bytes.Buffer
			status := Main([]string{"serve", "--data", t.TempDir() + "/s.db", "--listen", address, "--lang", language}, strings.NewReader(""), &out, &out)
			ends := 1 // the address may be free tomorrow
			if address == "nowhere" {
				ends = 2 // but this is none
			}
			if said := out.String(); status != ends || !strings.Contains(said, want) || strings.Contains(said, "bind:") || strings.Contains(said, "listen tcp") {
				t.Errorf("%s %s: %d, %s", language, address, status, said)
			}
		}
	}
}
