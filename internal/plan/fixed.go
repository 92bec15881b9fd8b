package plan

import "sangdam/event"

// fixedEdges finds the pairs of the fixed meetings, by session; they are kept although they score below the minimum.
func fixedEdges(ev *event.Event, byID map[string]*site) (map[*site]map[edge]bool, error) {
	ix := event.NewIndex(ev)
	var errs []error
	edges := map[*site]map[edge]bool{}
	for i, f := range ev.Fixed {
		at := at("fixed", i)
		st := byID[f.Session]
		if st == nil {
			errs = append(errs, refuse(at, "", noSession(f.Session, ev)))
			continue
		}
		e, ok := st.edge(f.Firm, f.Buyer)
		if !ok {
			errs = append(errs, st.absent(at, ix, f.Firm, f.Buyer))
			continue
		}
		if edges[st] == nil {
			edges[st] = map[edge]bool{}
		}
		edges[st][e] = true
	}
	return edges, together(errs...)
}

// addFixed takes in a fixed meeting; a pair that the match document does not list becomes a candidate with score 0.
func (st *site) addFixed(f event.Fixed, at string) error {
	e, ok := st.edge(f.Firm, f.Buyer)
	if !ok {
		return nil // named by fixedEdges
	}
	c, ok := st.candidateOf[e]
	if !ok {
		if p := st.listed[e]; p != nil {
			return refuse(at, "", say(
				"%[1]s–%[2]s 조합은 제외되어 고정할 수 없습니다(%[3]s)", "the pair of %[1]s and %[2]s is excluded (%[3]s)",
				"%[1]s 与 %[2]s 的组合已被排除，不能固定（%[3]s）", "пара %[1]s и %[2]s исключена (%[3]s)", f.Firm, f.Buyer, *p.Excluded))
		}
		c = st.addCandidate(e, 0, false)
	}
	if f.Slot < 0 || f.Slot >= len(st.session.Slots) {
		return refuse(at, "", noSlot(f.Slot, len(st.session.Slots)))
	}
	table := open
	if f.Table != "" {
		if table, ok = st.tableOf[f.Table]; !ok {
			return refuse(at, "", noTable(f.Table))
		}
	}
	st.fixed = append(st.fixed, seat{candidate: c, slot: f.Slot, table: table, interpreter: open, at: at})
	return nil
}

// fixedFaults names the hard rules that the fixed meetings break among themselves; then no schedule can keep them.
func (st *site) fixedFaults() error {
	return findingsError(st.hardRules(st.fixed, false))
}
