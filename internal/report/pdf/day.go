package pdf

import (
	"cmp"
	"slices"
	"time"

	"sangdam/event"
)

// A day is the part of a session's schedule that falls on one calendar day.
type day struct {
	start    time.Time // of its first slot or meeting, in the session's zone
	slots    []event.Interval
	meetings []event.Meeting // in order of time, then table
}

// daysOf splits a session by calendar day of its zone. Times come in that zone.
func daysOf(s *event.Session, meetings []event.Meeting) []day {
	zone, err := s.Location()
	in := func(t time.Time) time.Time {
		if err != nil {
			return t
		}
		return t.In(zone)
	}
	var days []day
	of := func(t time.Time) *day {
		date := event.DateOf(t, t.Location())
		for i := range days {
			if event.DateOf(days[i].start, t.Location()) == date {
				return &days[i]
			}
		}
		days = append(days, day{start: t})
		return &days[len(days)-1]
	}
	for _, slot := range s.Slots {
		d := of(in(slot.Start))
		d.slots = append(d.slots, event.Interval{Start: in(slot.Start), End: in(slot.End)})
	}
	sorted := slices.Clone(meetings)
	slices.SortStableFunc(sorted, func(a, b event.Meeting) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Table, b.Table), cmp.Compare(a.Firm, b.Firm))
	})
	for _, m := range sorted {
		m.Start, m.End = in(m.Start), in(m.End)
		d := of(m.Start)
		d.meetings = append(d.meetings, m)
	}
	return days
}

// tablesOf returns the tables that have meetings, in the order of the session; ones it does not list come last.
func tablesOf(s *event.Session, meetings []event.Meeting) []string {
	used := map[string]bool{}
	for _, m := range meetings {
		used[m.Table] = true
	}
	var tables []string
	for _, name := range s.Tables.List() {
		if used[name] {
			tables = append(tables, name)
			delete(used, name)
		}
	}
	var others []string
	for name := range used {
		others = append(others, name)
	}
	slices.Sort(others)
	return append(tables, others...)
}
