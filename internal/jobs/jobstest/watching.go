package jobstest

import (
	"errors"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

func live(b *bench) {
	b.jinju()
	packer := newSlow()
	r := b.open(jobs.Settings{Pack: packer.pack})
	id := b.submit(r, jobs.Options{})
	var scores []float64
	for p, err := range r.Watch(b.ctx, "jinju-2019", id, 0) {
		if err != nil {
			b.Fatal(err)
		}
		if len(scores) == 0 {
			if p.Gap != 0.5 || p.Done || !p.Feasible {
				b.Errorf("the first progress is %+v", p)
			}
			if run := b.read(id); run.State != jobs.Running || len(run.Best) != 1 || run.Best[0] != p {
				b.Errorf("while it is solved the run is %+v", run)
			}
			close(packer.letGo) // what was seen was seen in mid-solve
		}
		scores = append(scores, p.Score)
	}
	if len(scores) != 2 || scores[0] != 1 || scores[1] != 2 {
		b.Errorf("scores seen: %v", scores)
	}
	if run := b.read(id); run.State != jobs.Done {
		b.Errorf("the watching ended while the run is %s", run.State)
	}
}

func resumed(b *bench) {
	b.jinju()
	r := b.open(jobs.Settings{})
	run, seen := b.await(r, b.submit(r, jobs.Options{}))
	for i := range seen {
		rest := b.watch(r, run.ID, seen[i].Seq)
		if len(rest) != len(seen)-i-1 {
			b.Errorf("after number %d there are %d more, want %d", seen[i].Seq, len(rest), len(seen)-i-1)
		}
	}
	for range r.Watch(b.ctx, "jinju-2019", run.ID, 0) {
		break // whoever watches may go
	}
}

func watchNothing(b *bench) {
	b.jinju()
	r := b.open(jobs.Settings{})
	yields := 0
	for _, err := range r.Watch(b.ctx, "jinju-2019", "jinju-2019-r0", 0) {
		yields++
		if !errors.Is(err, store.ErrNotFound) {
			b.Errorf("yields %v", err)
		}
	}
	if yields != 1 {
		b.Errorf("%d yields, want one, the error", yields)
	}
	if err := r.Stop(b.ctx, "jinju-2019", "jinju-2019-r0"); !errors.Is(err, store.ErrNotFound) {
		b.Errorf("stopping it returns %v", err)
	}
}
