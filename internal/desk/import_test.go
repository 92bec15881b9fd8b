package desk

import (
	"strings"
	"testing"

	"sangdam/fixtures"
)

func TestAJSONFileIsReadWithItsFaultsPlaced(t *testing.T) {
	if r := readFile(append([]byte("\ufeff \n"), fixtures.Jinju2019()...)); r.Event == nil || r.Event.ID != "jinju-2019" {
		t.Errorf("the fixture is not read: %v", r.Faults)
	}
	broken := strings.Replace(string(fixtures.Jinju2019()), `"country": "CN"`, `"country": "China"`, 1)
	r := readFile([]byte(broken))
	if r.Event != nil || len(r.Faults) != 1 {
		t.Fatalf("event %v, faults %v", r.Event, r.Faults)
	}
	if f := r.Faults[0]; f.Location != "sessions[0].country" || f.Row == 0 || f.Problem.In("ko") == "" || f.Want.In("ru") == "" {
		t.Errorf("the fault is %+v", f)
	}
	if r := readFile([]byte("neither JSON nor a workbook")); r.Event != nil || len(r.Faults) == 0 {
		t.Errorf("no event, no fault: %+v", r)
	}
}
