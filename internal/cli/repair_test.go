package cli

import (
	"strings"
	"testing"

	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// What is proven of a repair is claimed, and what is not is said not to be.
func TestTheVerdictOfARepairClaimsNoMoreThanIsProven(t *testing.T) {
	for _, c := range []struct {
		repair plan.SessionRepair
		says   []string
		not    []string
	}{
		{plan.SessionRepair{Lost: 1, LostAtLeast: 1, LeastHarm: true}, []string{"no schedule changes less"}, []string{"not proven"}},
		{plan.SessionRepair{Lost: 1, LostAtLeast: 1}, []string{"no schedule changes less", "breaks is not proven"}, nil},
		{plan.SessionRepair{Lost: 2, LostAtLeast: 1}, []string{"at least 1", "not proven"}, []string{"no schedule changes less"}},
	} {
		p := &program{voice: lang.New("en")}
		got := p.repairVerdict(c.repair)
		for _, want := range c.says {
			if !strings.Contains(got, want) {
				t.Errorf("%+v: %q lacks %q", c.repair, got, want)
			}
		}
		for _, never := range c.not {
			if strings.Contains(got, never) {
				t.Errorf("%+v: %q says %q", c.repair, got, never)
			}
		}
	}
}
