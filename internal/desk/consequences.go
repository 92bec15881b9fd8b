package desk

import (
	"context"
	"errors"
	"slices"

	"sangdam/event"
	"sangdam/internal/plan"
)

// Consequences are what another document of an event would do to the schedules that were made of it.
type Consequences struct {
	Draft     []Upset // meetings of the draft that is worked on
	Published []Upset // meetings that the companies see; they stay published as they are
	// Unplaced are meetings that would be fixed and are not yet, of which the draft has none of the pair.
	Unplaced []event.Fixed
	// Shift compares the pairs, which takes the matching of both documents.
	Shift func() (Shift, error) `json:"-"`
}

// An Upset is a meeting that stands now and would not, or would be at another time.
type Upset struct {
	Session string
	Meeting event.Meeting  // as it stands now
	Moved   *event.Meeting // it goes along with its slot; nil: it breaks rules
	Broken  []plan.Finding // the rules, located below the meeting: ".slot", ".table" or nothing
}

// Consequences tells what putting a document in the place of an event's would do, without doing it. Faults of the document are the
// error. It takes WriteEvents. O(matching of the event), unless the document matches as the event does.
func (d *Desk) Consequences(ctx context.Context, c Caller, id string, next *event.Event) (Consequences, error) {
	if err := c.demand(id, WriteEvents); err != nil {
		return Consequences{}, err
	}
	if err := faultsOf(next); err != nil {
		return Consequences{}, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return Consequences{}, err
	}
	after, err := l.trial(next)
	if err != nil {
		return Consequences{}, err
	}
	out := Consequences{Shift: func() (Shift, error) { return shift(l.matching, after.matching) }}
	run, err := d.chosenRun(ctx, id)
	if err == nil {
		draft, _, err := d.draft(ctx, id, run)
		if err != nil {
			return Consequences{}, err
		}
		out.Draft, out.Unplaced = upsets(l, after, draft.Schedule), unplaced(l.event, next, draft.Schedule)
	} else if !errors.Is(err, ErrNotFound) {
		return Consequences{}, err
	}
	p, err := d.inForce(ctx, id)
	if err != nil {
		return Consequences{}, err
	}
	if p != nil {
		out.Published = upsets(l, after, p.Schedule)
	}
	return out, nil
}

// unplaced lists what is fixed by one document and not by the other, and has no place in a schedule that plans its session.
func unplaced(before, after *event.Event, s *event.Schedule) []event.Fixed {
	var out []event.Fixed
	for _, f := range after.Fixed {
		part := slices.IndexFunc(s.Sessions, func(p event.SessionSchedule) bool { return p.Session == f.Session })
		if part < 0 || slices.Contains(before.Fixed, f) {
			continue
		}
		if !slices.ContainsFunc(s.Sessions[part].Meetings, func(m event.Meeting) bool { return m.Firm == f.Firm && m.Buyer == f.Buyer }) {
			out = append(out, f)
		}
	}
	return out
}

// trial is an event as it would be with another document, matched apart from what is kept in memory.
func (l *loaded) trial(next *event.Event) (*loaded, error) {
	matching := *next
	matching.Outcomes = nil
	digest, err := digestOf(&matching)
	if err != nil {
		return nil, err
	}
	out := &loaded{event: next, index: event.NewIndex(next), matching: l.matching}
	if digest != l.matching.digest {
		out.matching = newCompiled(&matching, digest, l.matching.limits)
	}
	return out, nil
}

// upsets lists the meetings of a schedule that break rules after a change and break none now, or go to another time.
func upsets(before, after *loaded, s *event.Schedule) []Upset {
	if before.matching == after.matching {
		return nil
	}
	was, will := broken(before, s), broken(after, s)
	var out []Upset
	for i := range s.Sessions {
		part := &s.Sessions[i]
		session := after.index.Session(part.Session)
		now := part.Meetings
		if session != nil {
			now = session.Renumbered(part.Meetings)
		}
		for j, m := range part.Meetings {
			who := pairIn{part.Session, m.Firm, m.Buyer}
			switch {
			case len(was[who]) > 0:
			case session == nil:
				out = append(out, Upset{Session: part.Session, Meeting: m, Broken: []plan.Finding{{Rule: ruleGone}}})
			case len(will[who]) > 0:
				out = append(out, Upset{Session: part.Session, Meeting: m, Broken: will[who]})
			case !now[j].Start.Equal(m.Start) || !now[j].End.Equal(m.End):
				out = append(out, Upset{Session: part.Session, Meeting: m, Moved: &now[j]})
			}
		}
	}
	return out
}

// broken finds the rules that each meeting of a schedule breaks by an event. Meetings without a place are found first and then left out,
// since those that take part in the rest are only judged without them.
func broken(l *loaded, s *event.Schedule) map[pairIn][]plan.Finding {
	out := map[pairIn][]plan.Finding{}
	for _, part := range s.Sessions {
		session := l.index.Session(part.Session)
		if session == nil {
			continue
		}
		left := session.Renumbered(part.Meetings)
		for range 2 {
			single := event.Schedule{Sessions: []event.SessionSchedule{{Session: part.Session, Meetings: left}}}
			var sound []event.Meeting
			found, _ := judge(l, &single)
			for _, f := range found {
				if who, rest := meetingOf(&single, f.Location); who != (pairIn{}) {
					f.Location = rest
					out[who] = append(out[who], f)
				}
			}
			for _, m := range left {
				if len(out[pairIn{part.Session, m.Firm, m.Buyer}]) == 0 {
					sound = append(sound, m)
				}
			}
			if len(sound) == len(left) {
				break
			}
			left = sound
		}
	}
	return out
}
