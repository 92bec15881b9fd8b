package desk

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"errors"
	"io"
	"sync"

	"sangdam/event"
	"sangdam/internal/store"
)

// The ranking of an event is kept by the store, so that the best pairs are read without the event. It is made after each write of
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

// rank makes and stores the ranking of one version of an event.
func (d *Desk) rank(ctx context.Context, l *loaded) error {
	m := l.matcher()
	ranked, _, err := standings(ctx, l.event, m)
	if err != nil {
		return err
	}
	pairs := make([]store.Ranked, 0, len(ranked))
	var pack packer
	for _, s := range ranked {
		if err := ctx.Err(); err != nil {
			return err
		}
		p := m.Pair(s)
		value, err := pack.pair(&p)
		if err != nil {
			return err
		}
		pairs = append(pairs, store.Ranked{Session: p.Session, Firm: p.Firm, Buyer: p.Buyer, Score: rankedScore(&p), Value: value})
	}
	if _, err := d.version(ctx, l.event.ID); err != nil { // deleted meanwhile: leave nothing behind
		return err
	}
	return storeError(d.store.SetRanking(ctx, l.event.ID, l.version, pairs))
}

// rankedScore is the place of a pair in the ranking: its score; for an excluded one that less 2, which is below every
// candidate and keeps their order.
func rankedScore(p *event.Pair) float64 {
	if p.Excluded != nil {
		return p.Score - 2
	}
	return p.Score
}

// A packer deflates the entries of a match document, which are mostly the same words. It is for one goroutine.
type packer struct {
	buf     bytes.Buffer
	deflate *flate.Writer
}

func (p *packer) pair(pair *event.Pair) ([]byte, error) {
	if pair.Factors == nil {
		pair.Factors = []event.Factor{}
	}
	data, err := json.Marshal(pair)
	if err != nil {
		return nil, err
	}
	p.buf.Reset()
	if p.deflate == nil {
		if p.deflate, err = flate.NewWriter(&p.buf, flate.BestSpeed); err != nil {
			return nil, err
		}
	} else {
		p.deflate.Reset(&p.buf)
	}
	if _, err := p.deflate.Write(data); err != nil {
		return nil, err
	}
	if err := p.deflate.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(p.buf.Bytes()), nil
}

// unpack is the JSON of an entry.
func unpack(value []byte) ([]byte, error) {
	r := flate.NewReader(bytes.NewReader(value))
	data, err := io.ReadAll(r)
	return data, errors.Join(err, r.Close())
}
