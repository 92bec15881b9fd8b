package jobs

import (
	"context"
	"errors"
	"slices"

	"sangdam/internal/store"
)

// A hold is a run that is being solved here. Every write of its owner names the version of the run's record that the owner
// knows. So whoever was taken for dead and comes back writes nothing more: neither progress nor a schedule. It is used by one
// goroutine at a time.
type hold struct {
	ledger  *Ledger
	run     Run
	version uint64
	resumed bool // begun from what was kept; every write of the run says so
}

var (
	// errLost ends the work on a run that is another's now, or gone.
	errLost = errors.New("jobs: the run is no longer held")
	// errStopAsked ends the search of a run that is to keep the best.
	errStopAsked = errors.New("jobs: the run was asked to stop")
)

// write changes the run's record, and the records that change returns with it. The others who may write to it only ask it to
// stop; then the change is made anew on top of that.
func (h *hold) write(ctx context.Context, change func(*Run) ([]store.Change, error)) error {
	for {
		next := h.run
		next.Best = slices.Clone(h.run.Best)
		next.Beat = h.ledger.Clock().UTC()
		next.Resumed = next.Resumed || h.resumed
		more, err := change(&next)
		if err != nil {
			return err
		}
		version, err := h.ledger.put(ctx, next, store.At(h.version), more...)
		if err == nil {
			h.run, h.version = next, version
			return nil
		}
		if _, changed := errors.AsType[*store.ConflictError](err); !changed {
			return err
		}
		if err := h.refresh(ctx); err != nil || h.run.State != Running {
			return err
		}
	}
}

// refresh reads the run again; errLost when it is not the caller's any more. It may be found parked or ended by the caller's own
// write, when that arrived at the store but its answer did not come back.
func (h *hold) refresh(ctx context.Context) error {
	run, version, err := h.ledger.Run(ctx, h.run.Event, h.run.ID)
	switch {
	case errors.Is(err, store.ErrNotFound):
		return errLost
	case err != nil:
		return err
	case run.Owner != h.run.Owner:
		return errLost
	}
	h.run, h.version = run, version
	return nil
}

// lastSeq is the number of the last progress of a run: each write of progress puts it into Best too.
func (r *Run) lastSeq() uint64 {
	var last uint64
	for _, p := range r.Best {
		last = max(last, p.Seq)
	}
	return last
}

// reached puts a progress into Best, in the place of the earlier one of its session.
func (r *Run) reached(p Progress) {
	i := slices.IndexFunc(r.Best, func(q Progress) bool { return q.Session == p.Session })
	if i < 0 {
		r.Best = append(r.Best, p)
		return
	}
	r.Best[i] = p
}
