package house

import (
	"slices"
	"strings"
	"testing"
)

const vulnLog = `{"config": {"protocol_version": "v1.0.0"}}
{"osv": {"id": "GO-1"}}
{"finding": {"osv": "GO-1", "trace": [{"module": "m"}]}}
{"finding": {"osv": "GO-2", "trace": [{"module": "m", "package": "m/p"}]}}
{"finding": {"osv": "GO-3", "trace": [{"module": "stdlib", "package": "net/http", "function": "Serve"},
	{"module": "sangdam", "package": "sangdam", "function": "main"}]}}
{"finding": {"osv": "GO-3", "trace": [{"module": "stdlib", "package": "net/http", "function": "Listen"}]}}
`

func TestCalledVulnerabilities(t *testing.T) {
	got, err := CalledVulnerabilities(strings.NewReader(vulnLog))
	if err != nil {
		t.Fatal(err)
	}
	want := []Vulnerability{{"GO-3", "stdlib", "sangdam.main"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if _, err := CalledVulnerabilities(strings.NewReader("no json")); err == nil {
		t.Error("a broken stream is accepted")
	}
}

func TestKnownVulnerabilities(t *testing.T) {
	known := KnownVulnerabilities("# remark\n\nGO-1 1.26.9\n GO-2\n")
	if len(known) != 2 || !known["GO-1"] || !known["GO-2"] {
		t.Errorf("got %v", known)
	}
}
