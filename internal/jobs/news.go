package jobs

import (
	"cmp"
	"slices"
	"sync"

	"sangdam/event"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// news holds what a solve has reached and nobody has recorded yet: of each session only the latest. The solve never waits for
// the store.
type news struct {
	ring chan struct{} // holds a token when there is something

	mu     sync.Mutex
	order  map[string]int // place of a session in the event
	latest map[string]plan.Progress
}

func newNews() *news {
	return &news{order: map[string]int{}, ring: make(chan struct{}, 1), latest: map[string]plan.Progress{}}
}

// of says which sessions there can be news of, in their order.
func (n *news) of(sessions []event.Session) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for i := range sessions {
		n.order[sessions[i].ID] = i
	}
}

// tell is called by the solve.
func (n *news) tell(p plan.Progress) {
	n.mu.Lock()
	n.latest[p.Session] = p
	n.mu.Unlock()
	select {
	case n.ring <- struct{}{}:
	default:
	}
}

// take hands over what there is, in the order of the sessions.
func (n *news) take() []plan.Progress {
	n.mu.Lock()
	defer n.mu.Unlock()
	out := make([]plan.Progress, 0, len(n.latest))
	for _, p := range n.latest {
		out = append(out, p)
	}
	clear(n.latest)
	slices.SortFunc(out, func(a, b plan.Progress) int {
		return cmp.Or(cmp.Compare(n.order[a.Session], n.order[b.Session]), cmp.Compare(a.Session, b.Session))
	})
	return out
}

// record numbers progress and puts it into a run; it returns the records to write with it.
func (l *Ledger) record(run *Run, reached []plan.Progress) ([]store.Change, error) {
	changes := make([]store.Change, 0, len(reached))
	for _, p := range reached {
		progress := Progress{
			Seq: run.lastSeq() + 1, Session: p.Session, Seconds: p.Point.Seconds,
			Score: p.Point.Score, Bound: p.Point.Bound, Gap: gap(p.Point.Score, p.Point.Bound), Breaks: p.Point.Breaks,
			MustMissed: p.Point.MustMissed, MinimumShortfall: p.Point.MinimumShortfall,
			Feasible: p.Feasible, Done: p.Done,
		}
		change, err := l.progressChange(run.Event, run.ID, progress)
		if err != nil {
			return nil, err
		}
		run.reached(progress)
		changes = append(changes, change)
	}
	return changes, nil
}

// gap is the share of the bound that is not reached.
func gap(score, bound float64) float64 {
	if bound <= 0 {
		return 0
	}
	return max(0, bound-score) / bound
}
