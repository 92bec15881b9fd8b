package cli

import "sangdam/event"

// A selection says which pairs of a match document are wanted.
type selection struct {
	session, firm, buyer string // ids; empty: all
	top                  int    // the best so many of each session; 0: all
	topGiven             bool   // whether the user said so
}

// of returns the pairs selected, in the order of the document. With top only candidates are kept.
func (s selection) of(ev *event.Event, pairs []event.Pair) []event.Pair {
	taken := make(map[string]int, len(ev.Sessions))
	out := []event.Pair{}
	for _, pair := range pairs {
		if !s.has(pair) {
			continue
		}
		if s.top > 0 && (pair.Excluded != nil || taken[pair.Session] == s.top) {
			continue
		}
		taken[pair.Session]++
		out = append(out, pair)
	}
	return out
}

func (s selection) has(pair event.Pair) bool {
	return (s.session == "" || s.session == pair.Session) &&
		(s.firm == "" || s.firm == pair.Firm) &&
		(s.buyer == "" || s.buyer == pair.Buyer)
}
