package desk

import (
	"sync"

	"sangdam/event"
	"sangdam/matcher"
)

// What companies are told of a pair leaves out what anybody wishes: a wish is for the organizer's eyes, and a score or a sentence
// would give it away.

// unwished is an event compiled without wishes, and the pairs that were explained of it.
type unwished struct {
	event   *event.Event
	matcher func() *matcher.Matcher
	places  func() places

	mu    sync.Mutex
	pairs map[pairIn]event.Pair
}

func newUnwished(quiet *event.Event) *unwished {
	return &unwished{
		event: quiet, pairs: map[pairIn]event.Pair{},
		places:  sync.OnceValue(func() places { return placesIn(quiet) }),
		matcher: sync.OnceValue(func() *matcher.Matcher { return matcher.New(quiet, matcher.Options{}) }),
	}
}

// unwishedPair explains a pair as if nobody had wished anything; ok is false when the event does not have it.
func (l *loaded) unwishedPair(who pairIn) (event.Pair, bool) {
	u := l.unwished
	u.mu.Lock()
	p, known := u.pairs[who]
	u.mu.Unlock()
	if known {
		return p, true
	}
	s, ok := u.standing(who)
	if !ok {
		return event.Pair{}, false
	}
	p = u.matcher().Pair(s)
	u.mu.Lock()
	u.pairs[who] = p
	u.mu.Unlock()
	return p, true
}

// standing judges a pair by its ids.
func (u *unwished) standing(who pairIn) (matcher.Standing, bool) {
	at := u.places()
	s, inEvent := at.sessions[who.session]
	f, firm := at.firms[who.firm]
	b, buyer := at.buyers[who.buyer]
	if !inEvent || !firm || !buyer {
		return matcher.Standing{}, false
	}
	return u.matcher().One(s, f, b)
}
