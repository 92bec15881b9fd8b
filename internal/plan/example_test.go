package plan_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"sangdam/event"
	"sangdam/internal/plan"
	"sangdam/matcher"
)

// Two firms, one buyer who has time for one meeting.
const small = `{"sangdam": 1, "id": "small",
	"sessions": [{"id": "hall", "country": "CN", "time_zone": "Asia/Shanghai", "tables": ["A1"],
		"slots": [{"start": "2026-05-04T09:00:00+08:00", "end": "2026-05-04T09:30:00+08:00"},
			{"start": "2026-05-04T09:30:00+08:00", "end": "2026-05-04T10:00:00+08:00"}]}],
	"firms": [{"id": "F1"}, {"id": "F2"}],
	"buyers": [{"id": "B1", "country": "CN", "sessions": {"hall": {"max_meetings": 1}}}],
	"scores": [{"firm": "F1", "buyer": "B1", "score": 0.6}, {"firm": "F2", "buyer": "B1", "score": 0.8}]}`

func ExampleSchedule() {
	ev, err := event.ReadEvent(strings.NewReader(small))
	if err != nil {
		log.Fatal(err)
	}
	pairs := matcher.Rank(ev)
	s, err := plan.Schedule(context.Background(), ev, pairs, plan.Options{Help: 1})
	if err != nil {
		log.Fatal(err)
	}
	hall := s.Sessions[0]
	fmt.Println(hall.Status, hall.Objective.Score, "of at most", hall.Bound.Score)
	for _, m := range hall.Meetings {
		fmt.Println(m.Firm, "meets", m.Buyer, "at table", m.Table)
	}
	for _, u := range hall.Unplaced {
		fmt.Println(u.Firm, "does not meet", u.Buyer+":", u.Reason)
	}
	for _, h := range hall.Help {
		fmt.Println(h.Why.In("en"))
	}
	fmt.Println(len(plan.Check(ev, s, pairs).Findings), "findings")
	// Output:
	// optimal 0.8 of at most 0.8
	// F2 meets B1 at table A1
	// F1 does not meet B1: buyer_full
	// One more meeting for every buyer: +1 meetings, +0.6000 of score
	// 0 findings
}
