package jobstest

import (
	"context"
	"fmt"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
)

func stopped(b *bench) {
	b.jinju()
	packer := newSlow()
	r := b.open(jobs.Settings{Pack: packer.pack})
	id := b.submit(r, jobs.Options{})
	receive(b, packer.entered)
	for range 2 {
		if err := r.Stop(b.ctx, "jinju-2019", id); err != nil {
			b.Fatal(err)
		}
	}
	run, _ := b.await(r, id)
	if run.State != jobs.Done || !run.StopAsked || run.Attempts != 1 {
		b.Errorf("ended as %+v", run)
	}
	if s := b.schedule(id); s == nil || s.Sessions[0].Stopped != "cancelled" {
		b.Errorf("the schedule is %+v", s)
	}
	if err := r.Stop(b.ctx, "jinju-2019", id); err != nil {
		b.Errorf("stopping what has ended: %v", err)
	}
}

func stoppedEarly(b *bench) {
	b.jinju()
	packer := newSlow()
	r := b.open(jobs.Settings{Workers: 1, Pack: packer.pack})
	first := b.submit(r, jobs.Options{})
	receive(b, packer.entered)
	second := b.submit(r, jobs.Options{})
	if err := r.Stop(b.ctx, "jinju-2019", second); err != nil {
		b.Fatal(err)
	}
	if run, _ := b.await(r, second); run.State != jobs.Stopped || run.Attempts != 0 || run.Ended.IsZero() {
		b.Errorf("ended as %+v", run)
	}
	close(packer.letGo)
	if run, _ := b.await(r, first); run.State != jobs.Done {
		b.Errorf("the other ended as %+v", run)
	}
	if n := packer.calls.Load(); n != 1 {
		b.Errorf("%d runs were begun, want one", n)
	}
}

func stoppedEmpty(b *bench) {
	b.jinju()
	entered := make(chan struct{}, 1)
	r := b.open(jobs.Settings{Pack: func(ctx context.Context, _ *event.Event, _ []event.Pair, _ plan.Options) (*event.Schedule, error) {
		entered <- struct{}{}
		<-ctx.Done()
		return nil, fmt.Errorf("stopped before there was a schedule: %w", ctx.Err())
	}})
	id := b.submit(r, jobs.Options{})
	receive(b, entered)
	if err := r.Stop(b.ctx, "jinju-2019", id); err != nil {
		b.Fatal(err)
	}
	if run, seen := b.await(r, id); run.State != jobs.Stopped || len(seen) > 0 || b.schedule(id) != nil {
		b.Errorf("ended as %+v with %v", run, seen)
	}
}
