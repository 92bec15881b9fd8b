package plan

import (
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
// exchanged within a slot. O(pairs) beside what Compiled.Places costs.
func Places(ev *event.Event, session string, meetings []event.Meeting, pairs []event.Pair, firm, buyer string) ([]Place, error) {
	return Compile(ev, pairs).Places(session, meetings, firm, buyer)
}

// Places is that of the package. O(meetings + slots · (meetings of a slot + meetings of the pair's two sides)) beside the
// interpreters.
func (c *Compiled) Places(session string, meetings []event.Meeting, firm, buyer string) ([]Place, error) {
	st, err := c.site(session)
	if err != nil {
		return nil, err
	}
	r := reading{site: st, index: c.index}
	e, ok := st.edge(firm, buyer)
	if !ok {
		return nil, st.absent("", r.index, firm, buyer)
	}
	pair, ok := st.candidateAt(e)
	if !ok {
		return nil, refuse("", "H11", say(
			"%[3]s의 %[1]s–%[2]s 조합은 상담 후보가 아닙니다", "%[1]s with %[2]s in %[3]s is no candidate for a meeting",
			"%[3]s 中 %[1]s 与 %[2]s 不是洽谈候选", "%[1]s и %[2]s в сессии %[3]s не являются парой для встречи", firm, buyer, session))
	}
	others := slices.DeleteFunc(r.drafts(meetings), func(s seat) bool { return s.candidate == pair })
	if len(r.found) > 0 {
		return nil, findingsError(r.found)
	}
	inSlot, own := st.around(e, others)
	places := make([]Place, len(st.session.Slots))
	for t := range places {
		places[t] = Place{Slot: t, Tables: st.freeTables(inSlot[t], t)}
		near := slices.DeleteFunc(slices.Clone(own), func(s seat) bool { return s.slot == t })
		near = append(near, inSlot[t]...)
		for _, f := range st.hardRules(append(near, seat{candidate: pair, slot: t, table: open, interpreter: open}), false) {
			if f.Location == "" { // others may break rules among themselves; that is not this pair's matter
				places[t].Findings = append(places[t].Findings, f)
			}
		}
		places[t].Findings = append(places[t].Findings, st.elsewhere(pair, t)...)
	}
	return places, nil
}

// around picks what can stand in the way of a pair: the meetings by slot, and those of either side. Their interpreters are open,
// since any sharing will do.
func (st *site) around(e edge, others []seat) (inSlot [][]seat, own []seat) {
	inSlot = make([][]seat, len(st.session.Slots))
	for _, s := range others {
		s.interpreter = open
		inSlot[s.slot] = append(inSlot[s.slot], s)
		if c := &st.candidates[s.candidate]; c.firm == e.firm || c.buyer == e.buyer {
			own = append(own, s)
		}
	}
	return inSlot, own
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
