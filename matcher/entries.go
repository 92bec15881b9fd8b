package matcher

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"sync/atomic"
)

// An entry of a shortlist is the score of a pair in units and the other side of it.
type entry struct {
	units int32
	other int32 // index
	order int32 // position of the other by id, which breaks ties
}

func (e entry) compare(f entry) int {
	return cmp.Or(cmp.Compare(f.units, e.units), cmp.Compare(e.order, f.order))
}

// A shortlist holds the best entries so far, in order.
type shortlist struct {
	lock    sync.Mutex
	bar     atomic.Int32 // what an entry must have that is shared, once the list is full
	entries []entry      // nil: whose list it is does not take part
}

// offer takes an entry in if it is among the best k and not in already.
func (l *shortlist) offer(e entry, k int) {
	at, found := slices.BinarySearchFunc(l.entries, e, entry.compare)
	if found || at == k {
		return
	}
	if len(l.entries) == k {
		l.entries = l.entries[:k-1]
	}
	l.entries = slices.Insert(l.entries, at, e)
}

// share is offer for a list that others fill at the same time.
func (l *shortlist) share(e entry, k int) {
	if e.units < l.bar.Load() {
		return
	}
	l.lock.Lock()
	defer l.lock.Unlock()
	if e.compare(l.last(k)) > 0 {
		return
	}
	if l.offer(e, k); len(l.entries) == k {
		l.bar.Store(l.entries[k-1].units)
	}
}

// last is the entry to beat; one that everything beats while there is room.
func (l *shortlist) last(k int) entry {
	if len(l.entries) < k {
		return entry{units: -1, order: math.MaxInt32}
	}
	return l.entries[k-1]
}
