package plan

import (
	"errors"
	"fmt"
	"strconv"

	"sangdam/event"
)

// fixedEdges finds the pairs of the fixed meetings, by session; they are kept although they score below the minimum.
func fixedEdges(ev *event.Event, byID map[string]*site) (map[*site]map[edge]bool, error) {
	ix := event.NewIndex(ev)
	var errs []error
	edges := map[*site]map[edge]bool{}
	for i, f := range ev.Fixed {
		at := "fixed[" + strconv.Itoa(i) + "]"
		st := byID[f.Session]
		if st == nil {
			errs = append(errs, fmt.Errorf("%s: the event has no session %q; it has %s", at, f.Session, sessionIDs(ev)))
			continue
		}
		e, ok := st.edge(f.Firm, f.Buyer)
		if !ok {
			errs = append(errs, fmt.Errorf("%s: %s", at, st.absent(ix, f.Firm, f.Buyer)))
			continue
		}
		if edges[st] == nil {
			edges[st] = map[edge]bool{}
		}
		edges[st][e] = true
	}
	return edges, errors.Join(errs...)
}

// addFixed takes in a fixed meeting; a pair that the match document does not list becomes a candidate with score 0.
func (st *site) addFixed(f event.Fixed, at string) error {
	e, ok := st.edge(f.Firm, f.Buyer)
	if !ok {
		return nil // named by fixedEdges
	}
	who := fmt.Sprintf("%s (%s with %s in %s)", at, f.Firm, f.Buyer, f.Session)
	c, ok := st.candidateOf[e]
	if !ok {
		if p := st.listed[e]; p != nil {
			return fmt.Errorf("%s: the pair is excluded: %s", who, *p.Excluded)
		}
		c = st.addCandidate(e, 0, false)
	}
	if f.Slot < 0 || f.Slot >= len(st.session.Slots) {
		return fmt.Errorf("%s: slot %d does not exist; slots are 0 to %d", who, f.Slot, len(st.session.Slots)-1)
	}
	table := open
	if f.Table != "" {
		if table, ok = st.tableOf[f.Table]; !ok {
			return fmt.Errorf("%s: the session has no table %q", who, f.Table)
		}
	}
	st.fixed = append(st.fixed, seat{candidate: c, slot: f.Slot, table: table, interpreter: open, at: at})
	return nil
}

// fixedFaults names the hard rules that the fixed meetings break among themselves; then no schedule can keep them.
func (st *site) fixedFaults() error {
	var errs []error
	for _, f := range st.hardRules(st.fixed, false) {
		errs = append(errs, fmt.Errorf("%s: %s (rule %s)", f.Location, f.Message.In("en"), f.Rule))
	}
	return errors.Join(errs...)
}
