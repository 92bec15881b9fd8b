package plan

import (
	"cmp"
	"slices"
	"sync"

	"sangdam/event"
)

// A Compiled event has its pairs in dense indices, so that drafts of it are judged and mended without reading the match document
// again: a change of one meeting by hand costs what the meetings cost, not the pairs. It does not change, and serves any number
// of readers. Event and match document must not change either.
type Compiled struct {
	event *event.Event
	index *event.Index
	sites map[string]*site // by session
	rest  Lookup           // nil: there is no other pair
	err   error            // of an event and a match document that do not fit
}

// Compile lays out an event with its match document. O(pairs). What does not fit is the error of every question.
func Compile(ev *event.Event, pairs []event.Pair) *Compiled {
	c := &Compiled{event: ev, sites: map[string]*site{}}
	sites, err := newSites(ev, pairs)
	if err != nil {
		c.err = err
		return c
	}
	c.index = event.NewIndex(ev)
	for _, st := range sites {
		c.sites[st.session.ID] = st
	}
	return c
}

// A Lookup finds a pair that the list given does not hold, among those of the match document.
type Lookup func(session, firm, buyer string) (event.Pair, bool)

// CompileShort is Compile of an event with so many pairs that not all are listed: rest is asked for a pair that is not, when a meeting or
// a question names it. What is made of all pairs together is made of the listed ones: those left out, the bound on the score, and the
// musts, so every must is to be listed, and of each firm and buyer as many of the best as it has room for. rest is called by any number
// of readers at once.
func CompileShort(ev *event.Event, pairs []event.Pair, rest Lookup) *Compiled {
	c := Compile(ev, pairs)
	c.rest = rest
	return c
}

// site returns a session, to be read and to take in pairs that are no candidates.
func (c *Compiled) site(session string) (*site, error) {
	if c.err != nil {
		return nil, c.err
	}
	if st := c.sites[session]; st != nil {
		f := st.fork()
		f.rest = c.rest
		return f, nil
	}
	return nil, refuse("", "", noSession(session, c.event))
}

// fork returns a copy that can take in pairs that are no candidates without a trace in the original.
func (st *site) fork() *site {
	f := *st
	f.candidates, f.teams = slices.Clip(st.candidates), slices.Clip(st.teams)
	f.strangers = map[edge]int{}
	return &f
}

// candidateAt finds a pair among the candidates, those taken in by reading included. One of the rest is taken in.
func (st *site) candidateAt(e edge) (int, bool) {
	c, ok := st.candidateOf[e]
	if !ok && st.strangers != nil {
		c, ok = st.strangers[e]
	}
	if ok {
		return c, true
	}
	if p, known := st.unlisted(e); known && p.Excluded == nil {
		return st.addCandidate(e, p.Score, p.Must), true
	}
	return open, false
}

// unlisted finds a pair that is not listed among the rest.
func (st *site) unlisted(e edge) (p event.Pair, ok bool) {
	if st.rest == nil || st.listed[e] != nil {
		return p, false
	}
	return st.rest(st.session.ID, st.people[e.firm].id, st.people[e.buyer].id)
}

// An entry is a pair of the match document.
type entry struct {
	edge
	score     int64
	must      bool
	candidate int          // open: it is none
	excluded  event.Reason // of one that is none
}

// once holds what a site and its forks work out no more than once.
type once struct {
	ranking sync.Once
	ranked  []int32 // places of entries
	sum     sync.Once
	bound   int64
}

// ranked lists the entries: musts first, then by falling score, then by the ids of firm and buyer. O(pairs · log pairs), once.
func (st *site) ranked() []int32 {
	st.once.ranking.Do(func() {
		places := make([]int32, len(st.entries))
		for i := range places {
			places[i] = int32(i)
		}
		slices.SortFunc(places, func(i, j int32) int {
			a, b := &st.entries[i], &st.entries[j]
			if a.must != b.must {
				if a.must {
					return -1
				}
				return 1
			}
			return cmp.Or(
				cmp.Compare(b.score, a.score),
				cmp.Compare(st.people[a.firm].id, st.people[b.firm].id), cmp.Compare(st.people[a.buyer].id, st.people[b.buyer].id))
		})
		st.once.ranked = places
	})
	return st.once.ranked
}
