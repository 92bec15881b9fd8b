package plan

import (
	"fmt"
	"time"

	"sangdam/event"
)

// hall is a plain event: firms and buyers who all speak one language and are always there, one session of four slots and
// as many tables as asked for. Firm i scores 0.9 - i/10 with every buyer.
func hall(firms, tables int) (*event.Event, []event.Pair) {
	begin := time.Date(2026, 5, 4, 1, 0, 0, 0, time.UTC)
	s := event.Session{ID: "hall", Country: "CN", TimeZone: "Asia/Shanghai", Tables: event.Tables{Count: tables}}
	for i := range 4 {
		at := begin.Add(time.Duration(i) * 30 * time.Minute)
		s.Slots = append(s.Slots, event.Interval{Start: at, End: at.Add(30 * time.Minute)})
	}
	ev := &event.Event{Format: event.Format, ID: "hall", Sessions: []event.Session{s}}
	var pairs []event.Pair
	for i := range firms {
		ev.Firms = append(ev.Firms, event.Firm{ID: fmt.Sprintf("F%d", i), Languages: []string{"ko"}})
	}
	for i := range 3 {
		ev.Buyers = append(ev.Buyers, event.Buyer{ID: fmt.Sprintf("B%d", i), Country: "CN", Languages: []string{"ko"}})
	}
	for i := range firms {
		for k := range 3 {
			pairs = append(pairs, event.Pair{
				Session: "hall", Firm: fmt.Sprintf("F%d", i), Buyer: fmt.Sprintf("B%d", k), Score: figure(9000 - 1000*int64(i)),
			})
		}
	}
	return ev, pairs
}

// meetingIn is a meeting as the document writes it.
func meetingIn(st *site, firm, buyer string, slot int, table string) event.Meeting {
	e, _ := st.edge(firm, buyer)
	return st.meeting(seat{candidate: st.candidateOf[e], slot: slot, table: st.tableOf[table], interpreter: open})
}
