package desk

import (
	"context"
	"errors"
	"iter"
	"math"
	"slices"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// runTail is what follows the event's id in that of a run: "-r" and letters of base 32.
const runTail = len("-r") + runLetters

const runLetters = 12

// eventOfRun returns the event that a run belongs to; ok is false for what is no id of a run.
func eventOfRun(runID string) (id string, ok bool) {
	at := len(runID) - runTail
	if at <= 0 || !event.IsID(runID) || !strings.HasPrefix(runID[at:], "-r") {
		return "", false
	}
	return runID[:at], true
}

// demandRun finds the event of a run and asks whether the caller may.
func (c Caller) demandRun(runID string, anyOf ...Scope) (id string, err error) {
	id, ok := eventOfRun(runID)
	if !ok {
		if err := c.demand(c.Event, anyOf...); err != nil {
			return "", err
		}
		return "", &NotFoundError{Kind: jobs.KindRun, ID: runID}
	}
	return id, c.demand(id, anyOf...)
}

// Solve starts a run and returns at once. With Options.Start and no Options.Keep, what is locked in the schedule to begin from
// stays where it is, and stays locked; with Options.Session, too, the other sessions of that schedule belong to the new one as
// they are. It takes Solve.
func (d *Desk) Solve(ctx context.Context, c Caller, id string, opt jobs.Options) (jobs.Run, error) {
	if err := c.demand(id, Solve); err != nil {
		return jobs.Run{}, err
	}
	var before jobs.Run
	if _, again, err := d.madeBefore(ctx, id, &before); err != nil {
		return jobs.Run{}, err
	} else if again {
		return d.submitAgain(ctx, before)
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return jobs.Run{}, err
	}
	if faults := solveFaults(l, opt); len(faults) > 0 {
		return jobs.Run{}, faults
	}
	var beside locks
	if opt.Start != "" {
		start, err := d.startOf(ctx, id, opt.Start)
		if err != nil {
			return jobs.Run{}, err
		}
		if opt.Keep == nil {
			opt.Keep = start.Locks
		}
		if opt.Session != "" {
			beside.OthersVersion = start.EventVersion
			beside.Others = slices.DeleteFunc(slices.Clone(start.Schedule.Sessions), func(p event.SessionSchedule) bool { return p.Session == opt.Session })
		}
	}
	beside.Locks = opt.Keep
	chance, err := d.newID(runLetters)
	if err != nil {
		return jobs.Run{}, err
	}
	run := jobs.Run{ID: id + "-r" + chance, Event: id, Options: opt, By: c.Name, Created: d.clock().UTC(), State: jobs.Queued}
	b := batch{space: id}
	d.audit(&b, c, RunStarted, id, run.ID)
	d.mark(ctx, &b, run)
	if len(beside.Locks)+len(beside.Others) > 0 {
		b.put(kindLocks, run.ID, store.Absent(), beside, time.Time{})
	}
	if _, err := d.commit(ctx, &b); err != nil {
		return jobs.Run{}, err
	}
	if err := d.runner.Submit(ctx, run); err != nil {
		return jobs.Run{}, storeError(err)
	}
	return run, nil
}

// submitAgain finishes what a request began that was cut off: the run is there, or is to be.
func (d *Desk) submitAgain(ctx context.Context, run jobs.Run) (jobs.Run, error) {
	now, _, err := d.run(ctx, run.Event, run.ID)
	if !errors.Is(err, ErrNotFound) {
		return now, err
	}
	err = d.runner.Submit(ctx, run)
	if _, there := errors.AsType[*store.ConflictError](err); there {
		err = nil
	}
	return run, storeError(err)
}

// startOf reads the draft that a run is to begin from.
func (d *Desk) startOf(ctx context.Context, id, runID string) (Draft, error) {
	missing := event.Faults{unknownID("start", runID, scheduleWord, nil)}
	if of, ok := eventOfRun(runID); !ok || of != id {
		return Draft{}, missing
	}
	start, _, err := d.draft(ctx, id, runID)
	if errors.Is(err, ErrNotFound) {
		return Draft{}, missing
	}
	return start, err
}

// The limits of what a run may be asked for.
const (
	maxTimeLimit = 24 * 60 * 60 // seconds
	maxHelp      = 100
)

// solveFaults finds fault with the options of a run.
func solveFaults(l *loaded, opt jobs.Options) event.Faults {
	var faults event.Faults
	within := func(location string, got, low, high float64) {
		if !(low <= got && got <= high) {
			faults = append(faults, event.Fault{Location: location, Code: event.CodeOutOfRange,
				Args: event.Args{"got": number(got), "low": number(low), "high": number(high)}})
		}
	}
	sessions := make([]string, len(l.event.Sessions))
	for i, s := range l.event.Sessions {
		sessions[i] = s.ID
	}
	if opt.Session != "" && !slices.Contains(sessions, opt.Session) {
		faults = append(faults, unknownWord("session", opt.Session, sessions))
	}
	within("time_limit", opt.TimeLimit, 0, maxTimeLimit)
	within("score_slack", opt.ScoreSlack, 0, math.Nextafter(1, 0))
	within("help", float64(opt.Help), 0, maxHelp)
	return append(faults, keepFaults(l.event, opt.Keep)...)
}

// keepFaults finds fault with meetings that are to stay, as if they were fixed in the event.
func keepFaults(ev *event.Event, keep []jobs.Kept) event.Faults {
	if len(keep) == 0 {
		return nil
	}
	with := *ev
	with.Fixed = nil
	for _, k := range keep {
		with.Fixed = append(with.Fixed, event.Fixed{Session: k.Session, Firm: k.Firm, Buyer: k.Buyer, Slot: k.Slot, Table: k.Table})
	}
	faults, _ := errors.AsType[event.Faults](with.Validate())
	var own event.Faults
	for _, f := range faults {
		if at, ok := strings.CutPrefix(f.Location, "fixed"); ok {
			f.Location = "keep" + at
			own = append(own, f)
		}
	}
	return own
}

// Run returns a run with its best so far. It takes Solve or ReadEvents.
func (d *Desk) Run(ctx context.Context, c Caller, runID string) (jobs.Run, error) {
	id, err := c.demandRun(runID, Solve, ReadEvents)
	if err != nil {
		return jobs.Run{}, err
	}
	run, _, err := d.run(ctx, id, runID)
	return run, err
}

func (d *Desk) run(ctx context.Context, id, runID string) (run jobs.Run, version uint64, err error) {
	r, err := d.read(ctx, id, jobs.KindRun, runID, &run)
	return run, r.Version, err
}

// Runs lists the runs of an event, the newest first. It takes Solve or ReadEvents.
func (d *Desk) Runs(ctx context.Context, c Caller, id string) ([]jobs.Run, error) {
	if err := c.demand(id, Solve, ReadEvents); err != nil {
		return nil, err
	}
	if _, err := d.version(ctx, id); err != nil {
		return nil, err
	}
	runs := []jobs.Run{}
	for r, err := range d.records(ctx, store.ListQuery{Space: id, Kind: jobs.KindRun}) {
		var run jobs.Run
		if err == nil {
			err = decode(r, &run)
		}
		if err != nil {
			return nil, err
		}
		runs = append(runs, run)
	}
	slices.SortFunc(runs, func(a, b jobs.Run) int {
		if by := b.Created.Compare(a.Created); by != 0 {
			return by
		}
		return strings.Compare(a.ID, b.ID)
	})
	return runs, nil
}

// WatchRun yields the progress of a run after a sequence number, up to its end or that of ctx. It takes Solve or ReadEvents.
func (d *Desk) WatchRun(ctx context.Context, c Caller, runID string, after uint64) iter.Seq2[jobs.Progress, error] {
	return func(yield func(jobs.Progress, error) bool) {
		if _, err := d.Run(ctx, c, runID); err != nil {
			yield(jobs.Progress{}, err)
			return
		}
		id, _ := eventOfRun(runID)
		for p, err := range d.runner.Watch(ctx, id, runID, after) {
			if !yield(p, storeError(err)) || err != nil {
				return
			}
		}
	}
}

// StopRun asks a run to end soon and keep the best. It is no error when it has ended. It takes Solve.
func (d *Desk) StopRun(ctx context.Context, c Caller, runID string) error {
	id, err := c.demandRun(runID, Solve)
	if err != nil {
		return err
	}
	run, _, err := d.run(ctx, id, runID)
	if err != nil || run.State.Ended() || run.StopAsked {
		return err
	}
	if err := d.runner.Stop(ctx, id, runID); err != nil {
		return storeError(err)
	}
	b := batch{space: id}
	d.audit(&b, c, RunStopped, id, runID)
	_, err = d.commit(ctx, &b)
	return err
}

// DeleteRun deletes a run that has ended with its schedule; what was published of it stays. The error is ErrBusy while it runs.
// It takes Solve.
func (d *Desk) DeleteRun(ctx context.Context, c Caller, runID string) error {
	id, err := c.demandRun(runID, Solve)
	if err != nil {
		return err
	}
	run, version, err := d.run(ctx, id, runID)
	if err != nil {
		return err
	}
	if !run.State.Ended() {
		return ErrBusy
	}
	b := batch{space: id}
	b.delete(jobs.KindRun, runID, store.At(version))
	b.delete(jobs.KindSchedule, runID, store.Any())
	b.delete(kindLocks, runID, store.Any())
	d.audit(&b, c, RunDeleted, id, runID)
	_, err = d.commit(ctx, &b)
	if now, conflict := conflictOn(err, jobs.KindRun); conflict && now == 0 {
		return &NotFoundError{Kind: jobs.KindRun, ID: runID}
	} else if conflict {
		return ErrBusy
	}
	return err
}
