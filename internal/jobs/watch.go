package jobs

import (
	"context"
	"iter"
	"slices"

	"sangdam/internal/store"
)

// Watch yields the progress of a run after a sequence number, up to the end of the run or that of ctx (no error then). An error is
// the last thing it yields: that the store is away, or that there is no such run, or not any more.
//
// Nothing is missed. Whoever solves a run writes its record together with each progress, so a run that is read as ended has all of
// its progress recorded; and the store is followed from the version that was read.
func (l *Ledger) Watch(ctx context.Context, space, id string, after uint64) iter.Seq2[Progress, error] {
	return func(yield func(Progress, error) bool) {
		w := watcher{ledger: l, space: space, id: id, seq: after}
		if !w.advance(ctx, yield) {
			return
		}
		key := store.Key{Space: space, Kind: KindRun, ID: id}
		for notice, err := range l.Store.Watch(ctx, space, w.version) {
			if err != nil {
				yield(Progress{}, err)
				return
			}
			concerns := len(notice.Keys) == 0 || slices.Contains(notice.Keys, key)
			if concerns && notice.Version > w.version && !w.advance(ctx, yield) {
				return
			}
		}
	}
}

type watcher struct {
	ledger    *Ledger
	space, id string
	seq       uint64 // yielded so far
	version   uint64 // of the run when it was last read
}

// advance yields what is new, and reports whether more can come.
func (w *watcher) advance(ctx context.Context, yield func(Progress, error) bool) bool {
	run, version, err := w.ledger.Run(ctx, w.space, w.id)
	if err != nil {
		if ctx.Err() == nil {
			yield(Progress{}, err)
		}
		return false
	}
	w.version = version
	for p, err := range w.ledger.progress(ctx, w.space, w.id, w.seq) {
		if err != nil && ctx.Err() != nil {
			return false
		}
		if !yield(p, err) || err != nil {
			return false
		}
		w.seq = p.Seq
	}
	return !run.State.Ended()
}
