package desk

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"sync"

	"sangdam/event"
	"sangdam/internal/plan"
	"sangdam/matcher"
)

// A compiled event is what is worked out of those parts of an event that matching looks at, each when first asked for. It is named by
// a digest of them and serves every version of the event that has them alike: while outcomes come in on the day itself, nothing
// is worked out again.
type compiled struct {
	event     *event.Event
	index     *event.Index
	digest    uint64
	limits    limits
	matcher   func() *matcher.Matcher
	standings func() ([]matcher.Standing, error) // as ranked, without words
	places    func() places
	pairs     func() []event.Pair   // the match document without words, as rules and figures need it
	rules     func() *plan.Compiled // rules and figures by them

	mu       sync.Mutex
	sessions map[string]*sessionMatcher // by id
}

// A sessionMatcher is an event compiled for one of its sessions, so that ranking it does not rank the others.
type sessionMatcher struct {
	event   *event.Event
	matcher func() *matcher.Matcher
}

func newCompiled(ev *event.Event, digest uint64, limits limits) *compiled {
	c := &compiled{event: ev, index: event.NewIndex(ev), digest: digest, limits: limits, sessions: map[string]*sessionMatcher{}}
	c.matcher = sync.OnceValue(func() *matcher.Matcher { return matcher.New(ev, matcher.Options{}) })
	c.places = sync.OnceValue(func() places { return placesIn(ev) })
	c.standings = sync.OnceValues(func() ([]matcher.Standing, error) {
		return limits.standings(context.Background(), ev, c.matcher())
	})
	c.pairs = sync.OnceValue(func() []event.Pair {
		ranked, err := c.standings()
		if err != nil { // only a context that ends brings one
			return nil
		}
		pairs := barePairs(ev, ranked)
		if limits.tooMany(ev) {
			pairs = c.with(pairs, settled(ev))
		}
		return pairs
	})
	c.rules = sync.OnceValue(func() *plan.Compiled {
		if limits.tooMany(ev) {
			return plan.CompileShort(ev, c.pairs(), c.beyond)
		}
		return plan.Compile(ev, c.pairs())
	})
	return c
}

// session returns the event compiled for one session, or nil when there is none of that id.
func (c *compiled) session(id string) *sessionMatcher {
	s := c.index.Session(id)
	if s == nil {
		return nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if m := c.sessions[id]; m != nil {
		return m
	}
	alone := *c.event
	alone.Sessions = []event.Session{*s}
	alone.Fixed = nil
	for _, f := range c.event.Fixed {
		if f.Session == id {
			alone.Fixed = append(alone.Fixed, f)
		}
	}
	m := &sessionMatcher{event: &alone, matcher: sync.OnceValue(func() *matcher.Matcher {
		return matcher.New(&alone, matcher.Options{})
	})}
	c.sessions[id] = m
	return m
}

// compile finds what was worked out of an event before, or begins anew.
func (c *cache) compile(l *loaded) error {
	matching := *l.event
	matching.Outcomes = nil
	digest, err := digestOf(&matching)
	if err != nil {
		return err
	}
	var known bool
	if l.matching, known = c.matching.get(l.event.ID, digest); !known {
		l.matching = newCompiled(&matching, digest, c.limits)
		c.matching.put(l.event.ID, digest, l.matching)
	}
	quiet := matching
	quiet.Requests = nil
	if digest, err = digestOf(&quiet); err != nil {
		return err
	}
	if l.unwished, known = c.unwished.get(l.event.ID, digest); !known {
		l.unwished = newUnwished(&quiet)
		c.unwished.put(l.event.ID, digest, l.unwished)
	}
	return nil
}

// digestOf names what an event says. It is not 0.
func digestOf(ev *event.Event) (uint64, error) {
	document, err := compact(ev)
	sum := sha256.Sum256(document)
	return max(1, binary.BigEndian.Uint64(sum[:])), err
}
