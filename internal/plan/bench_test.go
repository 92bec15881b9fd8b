package plan

import (
	"testing"

	"sangdam/event"
	"sangdam/fixtures/family"
	"sangdam/matcher"
)

// fair is the largest event of the benchmark families with a full schedule made by hand.
func fair(b *testing.B) (*event.Event, []event.Pair, *event.Schedule) {
	b.Helper()
	ev, err := family.Event("fair-500x700x40-s1")
	if err != nil {
		b.Fatal(err)
	}
	pairs := matcher.Rank(ev)
	sites, err := newSites(ev, pairs)
	if err != nil {
		b.Fatal(err)
	}
	s := &event.Schedule{Format: event.Format, Event: ev.ID}
	for _, st := range sites {
		s.Sessions = append(s.Sessions, event.SessionSchedule{Session: st.session.ID, Meetings: st.anySchedule(1, 1)})
	}
	return ev, pairs, s
}

func BenchmarkInstance(b *testing.B) {
	ev, pairs, _ := fair(b)
	for b.Loop() {
		sites, err := newSites(ev, pairs)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := sites[0].instance(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(pairs)), "pairs")
}

func BenchmarkLeftOut(b *testing.B) {
	ev, pairs, s := fair(b)
	sites, err := newSites(ev, pairs)
	if err != nil {
		b.Fatal(err)
	}
	r := reading{site: sites[0], index: event.NewIndex(ev)}
	seats := r.meetings("meetings", s.Sessions[0].Meetings)
	var left int
	for b.Loop() {
		left = len(newBoard(sites[0], seats).leftOut())
	}
	b.ReportMetric(float64(left), "pairs")
}

func BenchmarkCheck(b *testing.B) {
	ev, pairs, s := fair(b)
	for b.Loop() {
		if r := Check(ev, s, pairs); len(r.Findings) > 0 {
			b.Fatal(r.Findings[0].Message.In("en"))
		}
	}
	b.ReportMetric(float64(len(s.Sessions[0].Meetings)), "meetings")
}
