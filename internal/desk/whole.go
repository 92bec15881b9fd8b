package desk

import (
	"encoding/json"
	"slices"
	"sync"

	"sangdam/event"
	"sangdam/internal/plan"
)

// What is written of a draft leaves the pairs without a meeting out: they are a hundred times as long as the meetings, and can be
// read off them at any time. They are worked out by the event as it is when somebody asks for them.

// derive gives a draft what is worked out of it when it is asked for.
func (d *Draft) derive(l *loaded) {
	schedule := d.Schedule
	waiting := make(map[string]func() *plan.Waiting, len(schedule.Sessions))
	for i := range schedule.Sessions {
		part := &schedule.Sessions[i]
		waiting[part.Session] = sync.OnceValue(func() *plan.Waiting {
			w, err := l.matching.rules().Waiting(part.Session, part.Meetings)
			if err != nil { // there is no such session any more: it has no pairs
				return nil
			}
			return w
		})
	}
	of := func(session string) *plan.Waiting {
		if w := waiting[session]; w != nil {
			return w()
		}
		return nil
	}
	d.Waiting = of
	d.Whole = sync.OnceValue(func() *event.Schedule {
		s := *schedule
		s.Sessions = slices.Clone(s.Sessions)
		for i := range s.Sessions {
			part := &s.Sessions[i]
			if w := of(part.Session); w != nil && len(part.Unplaced) == 0 {
				part.Unplaced = w.List()
			}
		}
		return &s
	})
}

// bareDocument writes a schedule without the pairs left out and without spaces.
func bareDocument(s *event.Schedule) ([]byte, error) {
	bare := *s
	bare.Sessions = slices.Clone(s.Sessions)
	for i := range bare.Sessions {
		part := &bare.Sessions[i]
		part.Unplaced = []event.Unplaced{}
		if part.Meetings == nil {
			part.Meetings = []event.Meeting{}
		}
		if part.Trace == nil {
			part.Trace = []event.TracePoint{}
		}
	}
	return json.Marshal(&bare)
}
