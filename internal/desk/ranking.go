package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"sync"

	"sangdam/event"
	"sangdam/internal/store"
	"sangdam/matcher"
)

// The ranking of an event is kept by the store, so that the best pairs are found without looking at the others. It is made after each write of
// the event, in the background; whoever reads first and finds an older one makes it, or waits for who does. So a crash
// between the two writes costs time and nothing else.

// rankers are the rankings that are being made, at most one an event.
type rankers struct {
	mu   sync.Mutex
	runs map[string]*rankRun
}

// A rankRun is the making of one ranking.
type rankRun struct {
	again bool          // the event changed since it began; guarded by rankers.mu
	done  chan struct{} // closed at the end; err is set then
	err   error
}

// rankSoon has an event ranked in the background.
func (d *Desk) rankSoon(id string) { d.startRanking(id) }

// ranked waits until a ranking of the event was made that began after the call.
func (d *Desk) ranked(ctx context.Context, id string) error {
	run := d.startRanking(id)
	select {
	case <-run.done:
		return run.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// startRanking begins a ranking, or asks the one under way to begin again when it is done.
func (d *Desk) startRanking(id string) *rankRun {
	d.ranking.mu.Lock()
	defer d.ranking.mu.Unlock()
	if run := d.ranking.runs[id]; run != nil {
		run.again = true
		return run
	}
	run := &rankRun{done: make(chan struct{})}
	if d.closing.Err() != nil {
		run.err = ErrUnavailable
		close(run.done)
		return run
	}
	if d.ranking.runs == nil {
		d.ranking.runs = map[string]*rankRun{}
	}
	d.ranking.runs[id] = run
	d.working.Go(func() {
		run.err = d.rankAndAgain(id, run)
		if run.err != nil && d.closing.Err() == nil && !errors.Is(run.err, ErrNotFound) {
			d.log.Error("an event could not be ranked", "event", id, "err", run.err)
		}
		close(run.done)
	})
	return run
}

// rankAndAgain makes the ranking of an event until nobody asks for another, and takes the run off the list.
func (d *Desk) rankAndAgain(id string, run *rankRun) error {
	var last uint64
	for {
		l, err := d.load(d.closing, id)
		if err == nil && l.version != last {
			if err = d.rank(d.closing, l); err == nil {
				last = l.version
			}
		}
		d.ranking.mu.Lock()
		again := run.again && d.closing.Err() == nil
		if run.again = false; !again {
			delete(d.ranking.runs, id)
		}
		d.ranking.mu.Unlock()
		if !again {
			return err
		}
	}
}

// rank makes and stores the ranking of one version of an event, unless it is there. The version of a ranking is the digest of what
// it was made of, so that it stands while only outcomes come in.
func (d *Desk) rank(ctx context.Context, l *loaded) error {
	there, err := d.store.Top(ctx, l.event.ID, store.RankQuery{Limit: 1})
	if err == nil && there.Version == l.matching.digest {
		return nil
	}
	if err = storeError(err); err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	ranked, err := l.matching.standings()
	if err != nil {
		return err
	}
	pairs := make([]store.Ranked, len(ranked))
	for i, s := range ranked {
		if pairs[i], err = rankedOf(l.event, s); err != nil {
			return err
		}
	}
	if _, err := d.version(ctx, l.event.ID); err != nil { // deleted meanwhile: leave nothing behind
		return err
	}
	return storeError(d.store.SetRanking(ctx, l.event.ID, l.matching.digest, pairs))
}

// A rankedValue is what the ranking of a pair holds beside its place. The words are made when the pair is read: they are long, and
// of all the pairs that every change ranks anew few are ever read.
type rankedValue struct {
	RankForFirm  int          `json:"f,omitzero"`
	RankForBuyer int          `json:"b,omitzero"`
	Must         bool         `json:"m,omitzero"`
	Excluded     event.Reason `json:"x,omitzero"`
}

// rankedOf places a pair in the ranking: by its score; an excluded one by that less 2, which is below every candidate and keeps
// their order.
func rankedOf(ev *event.Event, s matcher.Standing) (store.Ranked, error) {
	value, err := json.Marshal(rankedValue{s.RankForFirm, s.RankForBuyer, s.Must, s.Excluded})
	r := store.Ranked{
		Session: ev.Sessions[s.Session].ID, Firm: ev.Firms[s.Firm].ID, Buyer: ev.Buyers[s.Buyer].ID, Score: s.Score, Value: value,
	}
	if s.Excluded != "" {
		r.Score -= 2
	}
	return r, err
}

// explain makes the entry of the match document of a ranked pair; ok is false when the event has it no more.
func (l *loaded) explain(r store.Ranked) (p event.Pair, ok bool, err error) {
	var v rankedValue
	if err := json.Unmarshal(r.Value, &v); err != nil {
		return p, false, fmt.Errorf("desk: the ranking of %s with %s cannot be read: %w", r.Firm, r.Buyer, err)
	}
	at := l.matching.places()
	s := matcher.Standing{Score: r.Score, RankForFirm: v.RankForFirm, RankForBuyer: v.RankForBuyer, Must: v.Must, Excluded: v.Excluded}
	if v.Excluded != "" {
		s.Score = math.Round((r.Score+2)*matcher.Unit) / matcher.Unit
	}
	var found [3]bool
	s.Session, found[0] = at.sessions[r.Session]
	s.Firm, found[1] = at.firms[r.Firm]
	s.Buyer, found[2] = at.buyers[r.Buyer]
	if found != [3]bool{true, true, true} {
		return p, false, nil
	}
	p = l.matching.matcher().Pair(s)
	if p.Factors == nil {
		p.Factors = []event.Factor{}
	}
	return p, true, nil
}
