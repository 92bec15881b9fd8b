package jobstest

import (
	"encoding/json"
	"errors"
	"sync"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

func parked(b *bench) {
	b.jinju()
	packer := newSlow()
	r := b.open(jobs.Settings{Workers: 1, Pack: packer.pack})
	begun := b.submit(r, jobs.Options{Seed: 1})
	waits := b.submit(r, jobs.Options{Seed: 2})
	receive(b, packer.entered)
	b.close(r)
	if run := b.read(begun); run.State != jobs.Queued || run.Attempts != 1 || b.schedule(begun) != nil {
		b.Errorf("parked as %+v", run)
	}
	if err := r.Submit(b.ctx, b.run(jobs.Options{})); !errors.Is(err, jobs.ErrClosed) {
		b.Errorf("a closed runner takes a run: %v", err)
	}
	if err := r.Ready(b.ctx); !errors.Is(err, jobs.ErrClosed) {
		b.Errorf("a closed runner is ready: %v", err)
	}
	before := b.read(begun).Best

	again := newSlow()
	close(again.letGo)
	r = b.open(jobs.Settings{Workers: 1, Pack: again.pack})
	for _, id := range []string{begun, waits} {
		if run, _ := b.await(r, id); run.State != jobs.Done || run.Lost != 0 {
			b.Errorf("ended as %+v", run)
		}
	}
	if run := b.read(begun); run.Attempts != 2 || len(before) != 1 || run.Best[0].Seq <= before[0].Seq {
		b.Errorf("after %+v the run is %+v", before, run)
	}
}

// leave puts a run into the store as a process that ended in mid-solve leaves it.
func (b *bench) leave(change func(*jobs.Run)) string {
	b.Helper()
	run := b.run(jobs.Options{})
	run.State, run.Attempts, run.Owner, run.Started, run.Beat = jobs.Running, 1, "nobody", run.Created, run.Created
	run.Best = []jobs.Progress{{Seq: 3, Session: "moscow"}}
	change(&run)
	value, err := json.Marshal(run)
	if err != nil {
		b.Fatal(err)
	}
	key := store.Key{Space: run.Event, Kind: jobs.KindRun, ID: run.ID}
	if _, err := b.home.Store.Write(b.ctx, store.Change{Key: key, Value: value}); err != nil {
		b.Fatal(err)
	}
	return run.ID
}

func abandoned(b *bench) {
	b.jinju()
	id := b.leave(func(*jobs.Run) {})
	asked := b.leave(func(run *jobs.Run) { run.StopAsked = true })
	packer := newSlow()
	close(packer.letGo)
	r := b.open(jobs.Settings{Pack: packer.pack})
	run, seen := b.await(r, id)
	if run.State != jobs.Done || run.Attempts != 2 || run.Lost != 1 || b.schedule(id) == nil {
		b.Errorf("ended as %+v", run)
	}
	if len(seen) == 0 || seen[0].Seq != 4 {
		b.Errorf("progress goes on as %+v, want from number 4", seen)
	}
	if run, _ := b.await(r, asked); run.State != jobs.Stopped {
		b.Errorf("the one that was asked to stop ended as %+v", run)
	}
}

func poison(b *bench) {
	b.jinju()
	id := b.leave(func(run *jobs.Run) { run.Attempts, run.Lost = 5, 4 })
	packer := newSlow()
	r := b.open(jobs.Settings{Pack: packer.pack})
	run, _ := b.await(r, id)
	b.failed(run, true, "5 times")
	if n := packer.calls.Load(); n != 0 {
		b.Errorf("it was begun %d times more", n)
	}
}

func shared(b *bench) {
	b.jinju()
	packer := newSlow()
	close(packer.letGo)
	runners := [2]jobs.Runner{b.open(jobs.Settings{Pack: packer.pack}), b.open(jobs.Settings{Pack: packer.pack})}
	const runs = 20
	ids := make([]string, runs)
	var wg sync.WaitGroup
	for i := range ids {
		run := b.run(jobs.Options{})
		ids[i] = run.ID
		wg.Go(func() {
			if err := runners[i%2].Submit(b.ctx, run); err != nil {
				b.Error(err)
			}
		})
	}
	wg.Wait()
	for i, id := range ids {
		// progress reaches whoever watches, through either runner
		if run, seen := b.await(runners[(i+1)%2], id); run.State != jobs.Done || run.Attempts != 1 || len(seen) == 0 {
			b.Errorf("ended as %+v with %v", run, seen)
		}
	}
	if n := packer.calls.Load(); n != runs {
		b.Errorf("%d runs were solved %d times", runs, n)
	}
}

func dropped(b *bench) {
	ev := b.jinju()
	packer := newSlow()
	r := b.open(jobs.Settings{Workers: 1, Pack: packer.pack})
	id := b.submit(r, jobs.Options{})
	receive(b, packer.entered)
	if err := b.home.Store.Drop(b.ctx, ev.ID); err != nil {
		b.Fatal(err)
	}
	b.jinju()
	next := b.submit(r, jobs.Options{}) // the only worker takes it when it has let go of the other
	receive(b, packer.entered)
	close(packer.letGo)
	if run, _ := b.await(r, next); run.State != jobs.Done {
		b.Errorf("the next ended as %+v", run)
	}
	if b.schedule(id) != nil {
		b.Error("a schedule of the dropped event was written")
	}
}

func zombie(b *bench) {
	b.jinju()
	packer := newSlow()
	r := b.open(jobs.Settings{Workers: 1, Pack: packer.pack})
	id := b.submit(r, jobs.Options{})
	receive(b, packer.entered)
	key := store.Key{Space: "jinju-2019", Kind: jobs.KindRun, ID: id}
	run := b.read(id)
	run.Owner, run.State, run.Problem.Plain = "another", jobs.Failed, "as the other found"
	value, err := json.Marshal(run)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := b.home.Store.Write(b.ctx, store.Change{Key: key, Value: value}); err != nil {
		b.Fatal(err)
	}
	close(packer.letGo)
	b.await(r, b.submit(r, jobs.Options{})) // comes after the first has let go
	if run := b.read(id); run.Problem.Plain != "as the other found" || b.schedule(id) != nil {
		b.Errorf("the run of another was written to: %+v", run)
	}
}
