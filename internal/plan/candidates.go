package plan

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"sangdam/event"
)

// newSites builds the sessions of an event, in its order, with their candidates out of the match document. The error
// joins every fault by name; the sites hold whatever could be read beside the faults.
func newSites(ev *event.Event, pairs []event.Pair) ([]*site, error) {
	if ev == nil {
		return nil, errors.New("there is no event")
	}
	ix := event.NewIndex(ev)
	var errs []error
	sites := make([]*site, len(ev.Sessions))
	byID := make(map[string]*site, len(ev.Sessions))
	for i := range ev.Sessions {
		st := newSite(ev, &ev.Sessions[i])
		sites[i] = st
		if byID[st.session.ID] != nil {
			errs = append(errs, fmt.Errorf("sessions[%d]: %q is listed twice", i, st.session.ID))
			continue
		}
		byID[st.session.ID] = st
	}
	fixed, err := fixedEdges(ev, byID)
	errs = append(errs, err)
	for i := range pairs {
		p := &pairs[i]
		st := byID[p.Session]
		if st == nil {
			errs = append(errs, fmt.Errorf("pairs[%d]: the event has no session %q; it has %s", i, p.Session, sessionIDs(ev)))
			continue
		}
		e, ok := st.edge(p.Firm, p.Buyer)
		switch {
		case !ok:
			errs = append(errs, fmt.Errorf("pairs[%d]: %s", i, st.absent(ix, p.Firm, p.Buyer)))
		case !(p.Score >= 0 && p.Score <= 1):
			errs = append(errs, fmt.Errorf("pairs[%d] (%s with %s in %s): score %v is not in 0 to 1", i, p.Firm, p.Buyer, p.Session, p.Score))
		case st.listed[e] != nil:
			errs = append(errs, fmt.Errorf("pairs[%d]: %s with %s in %s is listed twice", i, p.Firm, p.Buyer, p.Session))
		default:
			st.listed[e] = p
			n := entry{edge: e, score: units(p.Score), must: p.Must, candidate: open}
			if p.Excluded == nil || (*p.Excluded == event.ReasonNotWorthIt && (p.Must || fixed[st][e])) {
				n.candidate = st.addCandidate(e, p.Score, p.Must)
			} else {
				n.excluded = *p.Excluded
			}
			st.entries = append(st.entries, n)
		}
	}
	for i, f := range ev.Fixed {
		if st := byID[f.Session]; st != nil {
			errs = append(errs, st.addFixed(f, "fixed["+strconv.Itoa(i)+"]"))
		}
	}
	for _, st := range sites {
		errs = append(errs, st.fixedFaults())
	}
	return sites, errors.Join(errs...)
}

// addCandidate takes in a pair and returns its index.
func (st *site) addCandidate(e edge, score float64, must bool) int {
	c := len(st.candidates)
	if st.strangers != nil {
		st.strangers[e] = c
	} else {
		st.candidateOf[e] = c
	}
	st.candidates = append(st.candidates, candidate{edge: e, score: units(score), must: must, team: st.team(e)})
	return c
}

func sessionIDs(ev *event.Event) string {
	ids := make([]string, len(ev.Sessions))
	for i, s := range ev.Sessions {
		ids[i] = strconv.Quote(s.ID)
	}
	return strings.Join(ids, ", ")
}
