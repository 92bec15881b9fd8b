package plan

import (
	"fmt"
	"slices"

	"sangdam/event"
)

// A Place is a slot in which a pair might meet.
type Place struct {
	Slot   int
	Tables []string // free there, in the order of the session
	// Findings are the hard rules that a meeting here would break; none: the pair can meet here. Their location is
	// empty.
	Findings []Finding
}

// Places tells for every slot of a session whether a pair could meet there beside the other meetings, and if not what
// stands in the way. A meeting that the pair has already is taken away first, so that it can be moved. Interpreters may be
// exchanged within a slot. O(slots · meetings).
func Places(ev *event.Event, session string, meetings []event.Meeting, pairs []event.Pair, firm, buyer string) ([]Place, error) {
	st, err := siteOf(ev, session, pairs)
	if err != nil {
		return nil, err
	}
	r := reading{site: st, index: event.NewIndex(ev)}
	e, ok := st.edge(firm, buyer)
	if !ok {
		return nil, fmt.Errorf("%s", st.absent(r.index, firm, buyer))
	}
	c, ok := st.candidateOf[e]
	if !ok {
		return nil, fmt.Errorf("%s with %s in %s is no candidate for a meeting", firm, buyer, session)
	}
	others := slices.DeleteFunc(r.drafts(meetings), func(s seat) bool { return s.candidate == c })
	if len(r.found) > 0 {
		return nil, findingsError(r.found)
	}
	for i := range others {
		others[i].interpreter = open // any sharing will do
	}
	places := make([]Place, len(st.session.Slots))
	for t := range places {
		places[t] = Place{Slot: t, Tables: st.freeTables(others, t)}
		for _, f := range st.hardRules(append(others, seat{candidate: c, slot: t, table: open, interpreter: open}), false) {
			if f.Location == "" { // others may break rules among themselves; that is not this pair's matter
				places[t].Findings = append(places[t].Findings, f)
			}
		}
		places[t].Findings = append(places[t].Findings, st.elsewhere(c, t)...)
	}
	return places, nil
}

func (st *site) freeTables(meetings []seat, t int) []string {
	taken := make([]bool, len(st.tables))
	for _, m := range meetings {
		if m.slot == t && m.table != open {
			taken[m.table] = true
		}
	}
	var free []string
	for i, name := range st.tables {
		if !taken[i] && has(st.tableFree[i], t) {
			free = append(free, name)
		}
	}
	return free
}

// elsewhere is H7 for a pair that is fixed in another slot.
func (st *site) elsewhere(candidate, t int) []Finding {
	for _, f := range st.fixed {
		if f.candidate == candidate && f.slot != t {
			firm, buyer := st.ids(candidate)
			return []Finding{{Rule: "H7", Message: misplaced(firm, buyer, f.slot, t)}}
		}
	}
	return nil
}
