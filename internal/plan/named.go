package plan

import (
	"cmp"
	"math"
	"slices"

	"sangdam/event"
	"sangdam/scheduler"
)

// seats reads the core's meetings back, in the order of slot, then table.
func (st *site) seats(ms []scheduler.Meeting) []seat {
	seats := make([]seat, len(ms))
	for i, m := range ms {
		seats[i] = seat{candidate: int(m.Pair), slot: int(m.Slot), table: int(m.Table), interpreter: int(m.Interpreter)}
	}
	slices.SortFunc(seats, func(a, b seat) int {
		return cmp.Or(cmp.Compare(a.slot, b.slot), cmp.Compare(a.table, b.table))
	})
	for i := range seats {
		seats[i].at = at("meetings", i)
	}
	return seats
}

// named puts the names back.
func (st *site) named(seats []seat, res scheduler.Result) event.SessionSchedule {
	meetings := make([]event.Meeting, len(seats))
	for i, s := range seats {
		meetings[i] = st.meeting(s)
	}
	return event.SessionSchedule{
		Session:   st.session.ID,
		Status:    status(len(seats), res),
		Meetings:  meetings,
		Objective: document(res.Objective),
		Bound:     document(res.Bound),
		Gap:       gap(res.Objective.Score, res.Bound.Score),
	}
}

func (st *site) meeting(s seat) event.Meeting {
	slot := st.session.Slots[s.slot]
	m := event.Meeting{Slot: s.slot, Start: slot.Start, End: slot.End, Score: figure(st.candidates[s.candidate].score)}
	m.Firm, m.Buyer = st.ids(s.candidate)
	if s.table != open {
		m.Table = st.tables[s.table]
	}
	if s.interpreter != open {
		m.Interpreter = st.interpreterID(s.interpreter)
	}
	return m
}

// status says how much is proven: an objective that equals its bound in every part is, whatever ended the search.
func status(meetings int, res scheduler.Result) event.Status {
	switch proven := res.Status == scheduler.Optimal || res.Objective == res.Bound; {
	case proven && meetings == 0:
		return event.StatusEmpty
	case proven:
		return event.StatusOptimal
	default:
		return event.StatusFeasible
	}
}

// gap is (bound - score) / bound, rounded up in the sixth decimal, so that 0 means proven; 0 when the bound is 0.
func gap(score, bound int64) float64 {
	if bound <= 0 || score >= bound {
		return 0
	}
	return math.Ceil(float64(bound-score)/float64(bound)*1e6) / 1e6
}
