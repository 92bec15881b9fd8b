package plan

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/scheduler"
)

// RepairOptions steer Repair. The zero value is a sensible default for every field.
type RepairOptions struct {
	Seed uint64
	// KeepGaps leaves the places empty that the changes freed; only walk-ins' and others' musts are then added.
	KeepGaps bool
	// Sessions names those that are mended although the changes say nothing of them: their published part breaks rules already.
	Sessions  []string
	TimeLimit time.Duration // for all sessions; zero: none
	// Iterations limits each phase of the proof and of the search; zero: they stop by themselves.
	Iterations int64
	Workers    int              // zero: the number of processors; never changes the result
	Clock      func() time.Time // gives the seconds of the document; nil: time.Now
}

// A Repaired schedule is a published one mended after changes.
type Repaired struct {
	Event    *event.Event    // after the changes: what Schedule is to be checked against
	Pairs    []event.Pair    // the match document of that event
	Schedule *event.Schedule // every session: those that the changes do not touch as they were
	Changes  []MeetingChange // in the order of the sessions, then of time
	Sessions []SessionRepair // those that the changes touch, in the order of the event
}

// A SessionRepair says how much of a session had to be changed, and how much at least.
type SessionRepair struct {
	Session string
	// Lost are meetings that cannot be held any more; Moved are held at another time. Added are new.
	Lost, Moved, Added int
	MustMissed         int // musts without a meeting
	// LostAtLeast and MovedAtLeast are proven: no schedule loses fewer, and none that loses as few moves fewer.
	LostAtLeast, MovedAtLeast int
	// LeastHarm says that it is proven, too: of the ways to change so little, none hurts the minimums less, then none loses less score, then none
	// has fewer breaks, then none less idle time (D1 to D7), before free places are filled.
	LeastHarm bool
}

// Proven reports whether no schedule keeps more.
func (r SessionRepair) Proven() bool { return r.Lost == r.LostAtLeast && r.Moved == r.MovedAtLeast }

// Repair mends a published schedule after changes, with as few changes as can be (docs/model.md). In each session that the
// changes touch, first as many musts are placed as can be, then as few published meetings as possible are lost, then as few
// as possible are held at another time, and of the ways to do so one is taken that hurts the minimums least, then loses the least
// score, then has the fewest breaks and the least idle time, all proven by scheduler.Mend. Among the schedules that leave the same meetings
// where they are, the best by the contract's objective is then sought; new meetings take the places that are left, unless
// KeepGaps. A meeting keeps its table and its interpreter where it can. What began before the moment of the repair stays.
//
// The published schedule must be one of the event; the changes must be valid for it. Where the event has changed since, its meetings may
// break rules: they are mended like those that the changes break.
func Repair(ctx context.Context, ev *event.Event, published *event.Schedule, c *event.Changes, opt RepairOptions) (*Repaired, error) {
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	if opt.TimeLimit > 0 {
		limited, cancel := context.WithTimeout(ctx, opt.TimeLimit)
		defer cancel()
		ctx = limited
	}
	out := &Repaired{Event: c.Apply(ev), Schedule: &event.Schedule{Format: event.Format, Event: ev.ID}}
	var err error
	if out.Pairs, err = Match(out.Event); err != nil {
		return nil, err
	}
	sites, err := newSites(out.Event, out.Pairs)
	if err != nil {
		return nil, err
	}
	for _, st := range sites {
		i := slices.IndexFunc(published.Sessions, func(p event.SessionSchedule) bool { return p.Session == st.session.ID })
		if i < 0 {
			continue
		}
		before := published.Sessions[i]
		if !touches(c, out.Event, st) && !slices.Contains(opt.Sessions, st.session.ID) {
			out.Schedule.Sessions = append(out.Schedule.Sessions, before)
			continue
		}
		m := newMend(st, &before, c)
		part, repair, err := m.run(ctx, out, opt)
		if err != nil {
			if _, ok := errors.AsType[Refused](err); !ok {
				err = fmt.Errorf("session %q: %w", st.session.ID, err)
			}
			return nil, err
		}
		changed := changesOf(st.session.ID, before.Meetings, part.Meetings)
		for _, ch := range changed {
			if ch.Kind == MeetingAdded {
				repair.Added++
			}
		}
		out.Schedule.Sessions = append(out.Schedule.Sessions, part)
		out.Changes = append(out.Changes, changed...)
		out.Sessions = append(out.Sessions, repair)
	}
	return out, nil
}

// touches reports whether the changes say anything of a session.
func touches(c *event.Changes, ev *event.Event, st *site) bool {
	id := st.session.ID
	takesPart := func(who string) bool {
		_, firm := st.firmOf[who]
		_, buyer := st.buyerOf[who]
		return firm || buyer
	}
	return slices.ContainsFunc(slices.Concat(c.Absent, c.Present), func(a event.Absence) bool { return a.Session == id }) ||
		slices.ContainsFunc(slices.Concat(c.TablesLost, c.TablesBack), func(l event.LostTable) bool { return l.Session == id }) ||
		slices.ContainsFunc(c.Cancelled, func(m event.Called) bool { return m.Session == id }) ||
		slices.ContainsFunc(c.Firms, func(f event.Firm) bool { return takesPart(f.ID) }) ||
		slices.ContainsFunc(c.Buyers, func(b event.Buyer) bool { return takesPart(b.ID) }) ||
		slices.ContainsFunc(c.Requests, func(r event.Request) bool { return takesPart(r.From) && takesPart(r.To) })
}

// slack of the score is not offered in a repair; the search runs with these options.
func (o RepairOptions) core(start *scheduler.Schedule) scheduler.Options {
	return scheduler.Options{Seed: o.Seed, Iterations: o.Iterations, Workers: o.Workers, Start: start}
}

// seconds since a moment, as documents have them.
func seconds(d time.Duration) float64 { return math.Round(d.Seconds()*1e4) / 1e4 }
