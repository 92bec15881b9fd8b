package plan

import (
	"cmp"
	"slices"

	"sangdam/event"
)

// The kinds of MeetingChange.
const (
	MeetingLost        = "lost"        // held no more
	MeetingMoved       = "moved"       // at another time; table and interpreter may differ as well
	MeetingAdded       = "added"       // new
	MeetingTable       = "table"       // same time, another table; the interpreter may differ as well
	MeetingInterpreter = "interpreter" // same time and table, another interpreter
)

// A MeetingChange is what a later schedule does to a meeting of an earlier one.
type MeetingChange struct {
	Kind    string         `json:"kind"`
	Session string         `json:"session"`
	Firm    string         `json:"firm"`
	Buyer   string         `json:"buyer"`
	From    *event.Meeting `json:"from"` // nil for an added one
	To      *event.Meeting `json:"to"`   // nil for a lost one
}

// Differences lists what changed between two schedules of an event, in the order of the later one's sessions, then of time.
// A session that only one of them has counts as all lost or all added.
func Differences(earlier, later *event.Schedule) []MeetingChange {
	meetings := func(s *event.Schedule, session string) []event.Meeting {
		for i := range s.Sessions {
			if s.Sessions[i].Session == session {
				return s.Sessions[i].Meetings
			}
		}
		return nil
	}
	var out []MeetingChange
	for i := range later.Sessions {
		id := later.Sessions[i].Session
		out = append(out, changesOf(id, meetings(earlier, id), later.Sessions[i].Meetings)...)
	}
	for i := range earlier.Sessions {
		id := earlier.Sessions[i].Session
		if !slices.ContainsFunc(later.Sessions, func(p event.SessionSchedule) bool { return p.Session == id }) {
			out = append(out, changesOf(id, earlier.Sessions[i].Meetings, nil)...)
		}
	}
	return out
}

// changesOf compares the meetings of a session; O(n log n).
func changesOf(session string, before, after []event.Meeting) []MeetingChange {
	type pair struct{ firm, buyer string }
	was := make(map[pair]*event.Meeting, len(before))
	for i := range before {
		was[pair{before[i].Firm, before[i].Buyer}] = &before[i]
	}
	var out []MeetingChange
	for i := range after {
		now := &after[i]
		key := pair{now.Firm, now.Buyer}
		old := was[key]
		delete(was, key)
		if kind := changeKind(old, now); kind != "" {
			out = append(out, MeetingChange{kind, session, now.Firm, now.Buyer, old, now})
		}
	}
	for i := range before {
		if old := &before[i]; was[pair{old.Firm, old.Buyer}] == old {
			out = append(out, MeetingChange{MeetingLost, session, old.Firm, old.Buyer, old, nil})
		}
	}
	slices.SortStableFunc(out, func(a, b MeetingChange) int {
		x, y := cmp.Or(a.From, a.To), cmp.Or(b.From, b.To)
		return cmp.Or(x.Start.Compare(y.Start), cmp.Compare(x.Table, y.Table), cmp.Compare(a.Firm, b.Firm), cmp.Compare(a.Buyer, b.Buyer))
	})
	return out
}

func changeKind(old, now *event.Meeting) string {
	switch {
	case old == nil:
		return MeetingAdded
	case !old.Start.Equal(now.Start):
		return MeetingMoved
	case old.Table != now.Table:
		return MeetingTable
	case old.Interpreter != now.Interpreter:
		return MeetingInterpreter
	}
	return ""
}
