package desk

import (
	"errors"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/sync/singleflight"
)

// A cache keeps events and answers. What it keeps carries the version that it was made of, and is used for that version only, so
// nothing in it is ever stale. Of an event it keeps one version, the last.
type cache struct {
	events       *latest[uint64, *loaded]      // by event and its version
	matching     *latest[uint64, *compiled]    // by event and digest
	unwished     *latest[uint64, *unwished]    // by event and digest
	drafts       *latest[draftVersion, Draft]  // by run
	publications *latest[uint64, *Publication] // by event and the version of the head
	tokens       *latest[uint64, TokenInfo]    // by hash and the version of the record
	answers      *lru.Cache[string, Encoded]
	limits       limits
	loading      singleflight.Group
}

// cachedTokens is how many tokens are kept as they were read; each is still looked up at every use, so that one that is revoked is
// refused at once.
const cachedTokens = 1000

func newCache(opt Options) (*cache, error) {
	c := cache{limits: limits{opt.RankedPairs, opt.Shortlist}}
	var errs [7]error
	c.events, errs[0] = newLatest[uint64, *loaded](opt.CachedEvents)
	c.matching, errs[1] = newLatest[uint64, *compiled](opt.CachedEvents)
	c.unwished, errs[2] = newLatest[uint64, *unwished](opt.CachedEvents)
	c.drafts, errs[3] = newLatest[draftVersion, Draft](opt.CachedEvents)
	c.publications, errs[4] = newLatest[uint64, *Publication](opt.CachedEvents)
	c.answers, errs[5] = lru.New[string, Encoded](opt.CachedAnswers)
	c.tokens, errs[6] = newLatest[uint64, TokenInfo](cachedTokens)
	return &c, errors.Join(errs[:]...)
}

// A latest keeps one value a name, with the stamp that it was made of.
type latest[S comparable, V any] struct {
	kept *lru.Cache[string, stamped[S, V]]
}

type stamped[S comparable, V any] struct {
	stamp S
	value V
}

func newLatest[S comparable, V any](size int) (*latest[S, V], error) {
	kept, err := lru.New[string, stamped[S, V]](size)
	return &latest[S, V]{kept}, err
}

// get returns the value of a name if it was made of that stamp.
func (l *latest[S, V]) get(name string, stamp S) (value V, ok bool) {
	s, ok := l.kept.Get(name)
	if !ok || s.stamp != stamp {
		return value, false
	}
	return s.value, true
}

func (l *latest[S, V]) put(name string, stamp S, value V) {
	l.kept.Add(name, stamped[S, V]{stamp, value})
}
