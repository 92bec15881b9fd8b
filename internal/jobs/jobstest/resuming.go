package jobstest

import (
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// held are the meetings of a schedule as far as they are kept: who meets when, by session.
func held(s *event.Schedule) map[string][]string {
	out := map[string][]string{}
	if s == nil {
		return out
	}
	for _, part := range s.Sessions {
		for _, m := range part.Meetings {
			out[part.Session] = append(out[part.Session], m.Start.UTC().Format(time.RFC3339)+" "+m.Firm+" "+m.Buyer)
		}
		slices.Sort(out[part.Session])
	}
	return out
}

// best is a schedule to be found: that of the example event with few iterations.
func (b *bench) best(ev *event.Event) *event.Schedule {
	b.Helper()
	pairs, err := plan.Match(ev)
	if err != nil {
		b.Fatal(err)
	}
	s, err := plan.Schedule(b.ctx, ev, pairs, plan.Options{Iterations: 1})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// finding is a packer that has found the meetings of a schedule, in its first session only, and looks on until ctx ends.
func finding(found *event.Schedule, entered chan<- plan.Options) jobs.Packer {
	return func(ctx context.Context, _ *event.Event, _ []event.Pair, opt plan.Options) (*event.Schedule, error) {
		part := found.Sessions[0]
		opt.Progress(plan.Progress{
			Session: part.Session, Feasible: true, Point: event.TracePoint{Score: 1, Bound: 2},
			Meetings: func() []event.Meeting { return part.Meetings },
		})
		entered <- opt
		<-ctx.Done()
		part.Stopped = "cancelled"
		return &event.Schedule{Format: event.Format, Event: found.Event, Sessions: []event.SessionSchedule{part}}, nil
	}
}

// keptRecord waits until the best of a run is kept.
func (b *bench) keptRecord(id string) store.Record {
	b.Helper()
	key := store.Key{Space: "jinju-2019", Kind: jobs.KindIncumbent, ID: id}
	if r, err := b.home.Store.Get(b.ctx, key); err == nil {
		return r
	}
	for range b.home.Store.Watch(b.ctx, "jinju-2019", 1) {
		if r, err := b.home.Store.Get(b.ctx, key); err == nil {
			return r
		}
	}
	b.Fatal("the best was never kept")
	return store.Record{}
}

// ended holds a run to have left nothing behind of what it kept.
func (b *bench) ended(id string) {
	b.Helper()
	key := store.Key{Space: "jinju-2019", Kind: jobs.KindIncumbent, ID: id}
	if _, err := b.home.Store.Get(b.ctx, key); err == nil {
		b.Errorf("the run %s has ended and its incumbent is still there", id)
	}
}

// continued: a run whose process is gone is begun from the best that was kept; the session that was not reached, from the
// schedule that the run was to begin from.
func continued(b *bench) {
	ev := b.jinju()
	found := b.best(ev)
	entered := make(chan plan.Options, 100)
	r := b.open(jobs.Settings{Workers: 1, Pack: finding(found, entered)})
	id := b.submit(r, jobs.Options{})
	if opt := receive(b, entered); opt.Start != nil {
		b.Errorf("a new run begins from %+v", opt.Start)
	}
	kept := b.keptRecord(id)
	if err := r.Stop(b.ctx, "jinju-2019", id); err != nil {
		b.Fatal(err)
	}
	if run, _ := b.await(r, id); run.State != jobs.Done || run.Resumed {
		b.Fatalf("ended as %+v", run)
	}
	b.ended(id)
	b.close(r)

	lost := b.leave(func(run *jobs.Run) { run.Options.Start = id })
	for _, c := range []store.Change{
		{Key: store.Key{Space: ev.ID, Kind: jobs.KindIncumbent, ID: lost}, Value: kept.Value},
		{Key: store.Key{Space: ev.ID, Kind: jobs.KindSchedule, ID: id}, Value: document(b, found)},
	} {
		if _, err := b.home.Store.Write(b.ctx, c); err != nil {
			b.Fatal(err)
		}
	}
	packer := newSlow()
	close(packer.letGo)
	r = b.open(jobs.Settings{Pack: packer.pack})
	run, _ := b.await(r, lost)
	if opt := receive(b, packer.entered); !reflect.DeepEqual(held(opt.Start), held(found)) {
		b.Errorf("it is begun from %v, want %v", held(opt.Start), held(found))
	}
	if run.State != jobs.Done || !run.Resumed {
		b.Errorf("ended as %+v", run)
	}
	b.ended(lost)
}

func document(b *bench, s *event.Schedule) []byte {
	b.Helper()
	value, err := json.Marshal(s)
	if err != nil {
		b.Fatal(err)
	}
	return value
}

// parkedBest: closing keeps what was found, and opening begins from it.
func parkedBest(b *bench) {
	ev := b.jinju()
	found := b.best(ev)
	entered := make(chan plan.Options, 100)
	r := b.open(jobs.Settings{Workers: 1, Pack: finding(found, entered)})
	id := b.submit(r, jobs.Options{})
	receive(b, entered)
	b.close(r)
	packer := newSlow()
	close(packer.letGo)
	r = b.open(jobs.Settings{Pack: packer.pack})
	run, _ := b.await(r, id)
	opt := receive(b, packer.entered)
	session := found.Sessions[0].Session
	if want := held(found)[session]; len(want) == 0 || !slices.Equal(held(opt.Start)[session], want) {
		b.Errorf("it is begun from %v, want %v", held(opt.Start), want)
	}
	if run.State != jobs.Done || !run.Resumed || run.Lost != 0 {
		b.Errorf("ended as %+v", run)
	}
	b.ended(id)
}

// stoppedKept: of a run that was asked to stop when its process died, what was kept is the schedule.
func stoppedKept(b *bench) {
	ev := b.jinju()
	found := b.best(ev)
	entered := make(chan plan.Options, 100)
	r := b.open(jobs.Settings{Workers: 1, Pack: finding(found, entered)})
	first := b.submit(r, jobs.Options{})
	receive(b, entered)
	kept := b.keptRecord(first)
	b.close(r)
	asked := b.leave(func(run *jobs.Run) { run.StopAsked, run.Options.Session = true, found.Sessions[0].Session })
	if _, err := b.home.Store.Write(b.ctx, store.Change{
		Key: store.Key{Space: ev.ID, Kind: jobs.KindIncumbent, ID: asked}, Value: kept.Value,
	}); err != nil {
		b.Fatal(err)
	}
	r = b.open(jobs.Settings{})
	if run, _ := b.await(r, asked); run.State != jobs.Done {
		b.Fatalf("ended as %+v", run)
	}
	got := b.schedule(asked).Sessions[0]
	if got.Objective.Score < found.Sessions[0].Objective.Score || len(got.Meetings) == 0 {
		b.Errorf("kept %+v, ended with %+v", found.Sessions[0].Objective, got.Objective)
	}
	b.ended(asked)
}

// unreadable: what was kept and cannot be read counts for nothing.
func unreadable(b *bench) {
	b.jinju()
	id := b.leave(func(*jobs.Run) {})
	key := store.Key{Space: "jinju-2019", Kind: jobs.KindIncumbent, ID: id}
	if _, err := b.home.Store.Write(b.ctx, store.Change{Key: key, Value: []byte("{")}); err != nil {
		b.Fatal(err)
	}
	packer := newSlow()
	close(packer.letGo)
	r := b.open(jobs.Settings{Pack: packer.pack})
	run, _ := b.await(r, id)
	if opt := receive(b, packer.entered); opt.Start != nil || run.State != jobs.Done || run.Resumed {
		b.Errorf("begun from %+v, ended as %+v", opt.Start, run)
	}
	b.ended(id)
}
