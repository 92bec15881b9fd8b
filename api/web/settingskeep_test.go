package web

import (
	"slices"
	"testing"

	"sangdam/event"
)

var _ = sampled("settingsremove", "layout", &removeView{formView: sampleForm, Lead: hostile, Keep: &keepView{Field: sampleChoice, Chosen: hostile}})

func TestCompaniesStayWhereTheDocumentCanSayIt(t *testing.T) {
	in := func(sessions ...string) map[string]event.Participation {
		out := map[string]event.Participation{}
		for _, s := range sessions {
			out[s] = event.Participation{MaxMeetings: event.Some(3), Unavailable: []event.Interval{{}}}
		}
		return out
	}
	for _, c := range []struct {
		keep string
		kept []string
	}{
		{"", nil}, {"elsewhere", nil}, {"hunan", nil},
		{withoutSession, []string{"RU1"}},
		{"moscow", []string{"F1", "CN1", "RU1"}},
	} {
		ev := &event.Event{
			Sessions: []event.Session{{ID: "hunan", Country: "CN"}, {ID: "moscow", Country: "RU"}, {ID: "beijing", Country: "CN"}},
			Firms:    []event.Firm{{ID: "F1", Sessions: in("hunan")}, {ID: "F2", Sessions: in("hunan", "moscow")}, {ID: "F3"}},
			Buyers:   []event.Buyer{{ID: "CN1", Country: "CN", Sessions: in("hunan")}, {ID: "RU1", Country: "VN", Sessions: in("hunan")}, {ID: "CN2", Country: "CN"}},
		}
		kept := keepStranded(ev, "hunan", c.keep)
		lost, _ := ev.RemoveSession("hunan")
		if !slices.Equal(kept, c.kept) || len(lost.Companies)+len(kept) != 3 {
			t.Errorf("%q keeps %v, loses %v", c.keep, kept, lost.Companies)
		}
		for _, id := range kept {
			company, _ := companyIn(ev, id)
			_, _, _, _, _, sessions := company.shared()
			p, there := (*sessions)[c.keep]
			if c.keep == withoutSession && *sessions != nil || c.keep != withoutSession && (!there || p.MaxMeetings.Or(0) != 3 || p.Unavailable != nil) {
				t.Errorf("%q: %s stays in %v", c.keep, id, *sessions)
			}
		}
	}
}
