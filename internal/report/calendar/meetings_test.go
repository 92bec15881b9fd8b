package calendar_test

import (
	"testing"

	"sangdam/internal/report/agenda"
	"sangdam/internal/report/calendar"
)

func TestUIDsAreApart(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range []string{"e", "e2"} {
		for _, s := range []string{"s", "s2"} {
			for _, kind := range []agenda.Kind{agenda.Firm, agenda.Buyer} {
				uid := calendar.UID(e, s, "F", "B", agenda.Participant{Kind: kind, ID: "X"})
				if seen[uid] || uid != calendar.UID(e, s, "F", "B", agenda.Participant{Kind: kind, ID: "X"}) {
					t.Errorf("%s stands for two meetings, or changes", uid)
				}
				seen[uid] = true
			}
		}
	}
}
