package sheet

import (
	"slices"
	"strings"
	"testing"
)

// Two lists that are numbered from 1 have ids in common: that is told of the buyers, and of nothing that belongs to them.
func TestRunningNumbersOfBothSides(t *testing.T) {
	r := read(t, map[string]string{
		"firms.csv": "id,name\n1,가\n2,나\n", "buyers.csv": "id,name,country\n1,다,CN\n2,라,CN\n3,마,CN\n3,바,CN\n",
		"products.csv": "firm,hs\n1,8481\n2,8481\n", "needs.csv": "buyer,hs\n1,8481\n다,8481\n3,8481\n4,8481\n",
	})
	got, want := cellsOf(r), []string{"buyers A2 id_of_firm", "buyers A3 id_of_firm", "buyers A5 duplicate_id", "needs A5 mistyped_id"}
	if !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q\n%v", got, want, r.Faults)
	}
	if text := r.Faults[0].In("ko"); !strings.Contains(text, "firms A2") || !strings.Contains(text, "F1, 바이어 B1") {
		t.Errorf("it is not told what would be right: %s", text)
	}
}
