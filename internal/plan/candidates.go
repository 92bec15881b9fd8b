package plan

import (
	"errors"
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
			errs = append(errs, refuse(at("sessions", i), "", say(
				"같은 상담회가 두 번 있습니다: %[1]q", "session %[1]q is listed twice", "场次 %[1]q 出现两次", "сессия %[1]q указана дважды", st.session.ID)))
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
			errs = append(errs, refuse(at("pairs", i), "", noSession(p.Session, ev)))
			continue
		}
		e, ok := st.edge(p.Firm, p.Buyer)
		switch {
		case !ok:
			errs = append(errs, st.absent(at("pairs", i), ix, p.Firm, p.Buyer))
		case !(p.Score >= 0 && p.Score <= 1):
			errs = append(errs, refuse(at("pairs", i), "", say(
				"%[1]s–%[2]s 조합의 점수 %[3]v은(는) 0과 1 사이가 아닙니다", "%[1]s with %[2]s: score %[3]v is not in 0 to 1",
				"%[1]s 与 %[2]s 的得分 %[3]v 不在 0 到 1 之间", "%[1]s и %[2]s: оценка %[3]v не в пределах от 0 до 1", p.Firm, p.Buyer, p.Score)))
		case st.listed[e] != nil:
			errs = append(errs, refuse(at("pairs", i), "", say(
				"%[3]s의 %[1]s–%[2]s 조합이 두 번 있습니다", "%[1]s with %[2]s in %[3]s is listed twice",
				"%[3]s 中 %[1]s 与 %[2]s 的组合出现两次", "пара %[1]s и %[2]s в сессии %[3]s указана дважды", p.Firm, p.Buyer, p.Session)))
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
			errs = append(errs, st.addFixed(f, at("fixed", i)))
		}
	}
	for _, st := range sites {
		errs = append(errs, st.fixedFaults())
	}
	return sites, together(errs...)
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
