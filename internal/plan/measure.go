package plan

import (
	"cmp"
	"slices"

	"sangdam/event"
	"sangdam/scheduler"
)

// Measure recomputes the objective of a session's meetings from event and match document alone (O1 to O6 of
// docs/model.md). Meetings of unknown firms, buyers or slots are an error; whether the hard rules hold is not asked.
// O(meetings · log meetings + candidates).
func Measure(ev *event.Event, session string, meetings []event.Meeting, pairs []event.Pair) (event.Objective, error) {
	st, err := siteOf(ev, session, pairs)
	if err != nil {
		return event.Objective{}, err
	}
	r := reading{site: st, index: event.NewIndex(ev)}
	seats := r.meetings("meetings", meetings)
	if len(r.found) > 0 {
		return event.Objective{}, findingsError(r.found)
	}
	return document(st.measure(seats)), nil
}

// siteOf builds the one session asked for.
func siteOf(ev *event.Event, session string, pairs []event.Pair) (*site, error) {
	sites, err := newSites(ev, pairs)
	if err != nil {
		return nil, err
	}
	for _, st := range sites {
		if st.session.ID == session {
			return st, nil
		}
	}
	return nil, refuse("", "", noSession(session, ev))
}

func findingsError(found []Finding) error {
	if len(found) == 0 {
		return nil
	}
	return Refused(found)
}

// measure sums the objective over meetings in dense indices; a pair that stands twice counts once for O1 and O3.
func (st *site) measure(meetings []seat) scheduler.Objective {
	var o scheduler.Objective
	placed := make([]bool, len(st.candidates))
	byPerson := make([][]seat, len(st.people))
	for _, m := range meetings {
		c := &st.candidates[m.candidate]
		if !placed[m.candidate] {
			o.Score += c.score
		}
		placed[m.candidate] = true
		byPerson[c.firm] = append(byPerson[c.firm], m)
		byPerson[c.buyer] = append(byPerson[c.buyer], m)
	}
	for i, c := range st.candidates {
		if c.must && !placed[i] {
			o.MustMissed++
		}
	}
	for i, own := range byPerson {
		o.Shortfall += max(0, st.people[i].min-len(own))
		slices.SortFunc(own, func(a, b seat) int {
			return cmp.Or(cmp.Compare(a.slot, b.slot), cmp.Compare(a.table, b.table))
		})
		for k := 1; k < len(own); k++ {
			a, b := own[k-1], own[k]
			if st.days[a.slot] != st.days[b.slot] {
				continue
			}
			if b.slot > a.slot+1 {
				o.Breaks++
				o.Idle += b.slot - a.slot - 1
			}
			if a.table != b.table {
				o.TableChanges++
			}
		}
	}
	return o
}

// document turns an objective of the core into the figures of a document.
func document(o scheduler.Objective) event.Objective {
	return event.Objective{
		MustMissed: o.MustMissed, MinimumShortfall: o.Shortfall, Score: figure(o.Score),
		Breaks: o.Breaks, Idle: o.Idle, TableChanges: o.TableChanges,
	}
}

// core turns figures of a document into an objective of the core.
func core(o event.Objective) scheduler.Objective {
	return scheduler.Objective{
		MustMissed: o.MustMissed, Shortfall: o.MinimumShortfall, Score: units(o.Score),
		Breaks: o.Breaks, Idle: o.Idle, TableChanges: o.TableChanges,
	}
}
