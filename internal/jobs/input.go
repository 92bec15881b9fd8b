package jobs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// An input is what the packer is called with.
type input struct {
	event   *event.Event
	pairs   []event.Pair
	options plan.Options
}

// input reads what a run needs. The error is a *problem when the run can never be solved; others are the store's.
// What an earlier attempt has kept is begun from.
func (l *Ledger) input(ctx context.Context, run Run, document store.Record, best *incumbents) (*input, error) {
	if len(document.Value) == 0 {
		return nil, noEvent(store.ErrNotFound)
	}
	ev, err := event.ReadEvent(bytes.NewReader(document.Value))
	if err != nil {
		return nil, wrongEvent(err)
	}
	ev.Fixed = withKept(ev.Fixed, run.Options.Keep)
	start, err := l.start(ctx, run)
	if err != nil {
		return nil, err
	}
	pairs, err := plan.Standings(ev)
	if err != nil {
		return nil, noSchedule(err)
	}
	limit := l.Limit
	if run.Options.TimeLimit > 0 {
		limit = time.Duration(run.Options.TimeLimit * float64(time.Second))
	}
	return &input{ev, pairs, plan.Options{
		Session: run.Options.Session, TimeLimit: limit, ScoreSlack: run.Options.ScoreSlack, Seed: run.Options.Seed,
		Fair: run.Options.Fair, Help: run.Options.Help, Start: best.over(start), Workers: l.Cores, Clock: l.Clock,
	}}, nil
}

// withKept returns the fixed meetings and those kept by hand that are not among them. A meeting fixed in a slot and kept there
// at a table is fixed at that table.
func withKept(fixed []event.Fixed, kept []Kept) []event.Fixed {
	all := slices.Clone(fixed)
	for _, k := range kept {
		f := event.Fixed{Session: k.Session, Firm: k.Firm, Buyer: k.Buyer, Slot: k.Slot, Table: k.Table}
		i := slices.IndexFunc(all, func(g event.Fixed) bool {
			open := g.Table == "" || f.Table == "" || g.Table == f.Table
			return open && g.Session == f.Session && g.Firm == f.Firm && g.Buyer == f.Buyer && g.Slot == f.Slot
		})
		switch {
		case i < 0:
			all = append(all, f)
		case all[i].Table == "":
			all[i].Table = f.Table
		}
	}
	return all
}

// start reads the schedule that a run begins from; nil when it begins from nothing.
func (l *Ledger) start(ctx context.Context, run Run) (*event.Schedule, error) {
	id := run.Options.Start
	if id == "" {
		return nil, nil
	}
	record, err := l.Store.Get(ctx, store.Key{Space: run.Event, Kind: KindSchedule, ID: id})
	if errors.Is(err, store.ErrNotFound) {
		return nil, noStart(id, err)
	}
	if err != nil {
		return nil, err
	}
	schedule, err := event.ReadSchedule(bytes.NewReader(record.Value))
	if err != nil {
		return nil, noStart(id, fmt.Errorf("%v: %w", record.Key, err))
	}
	return schedule, nil
}
