package jobstest

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

func solved(b *bench) {
	ev := b.jinju()
	r := b.open(jobs.Settings{})
	if err := r.Ready(b.ctx); err != nil {
		b.Errorf("not ready: %v", err)
	}
	run, seen := b.await(r, b.submit(r, jobs.Options{Seed: 7}))
	if run.State != jobs.Done || run.Attempts != 1 || run.EventVersion == 0 || run.Started.IsZero() || run.Ended.IsZero() {
		b.Errorf("ended as %+v", run)
	}
	pairs, err := plan.Match(ev)
	if err != nil {
		b.Fatal(err)
	}
	direct, err := plan.Schedule(b.ctx, ev, pairs, plan.Options{Seed: 7})
	if err != nil {
		b.Fatal(err)
	}
	got := b.schedule(run.ID)
	if got == nil {
		b.Fatal("there is no schedule")
	}
	if found := plan.Check(ev, got, pairs).Findings; len(found) > 0 {
		b.Errorf("the schedule breaks rules: %v", found)
	}
	for i, part := range direct.Sessions {
		same := func(m, n event.Meeting) bool {
			start, end := m.Start.Equal(n.Start), m.End.Equal(n.End)
			m.Start, m.End = n.Start, n.End
			return start && end && m == n
		}
		if !slices.EqualFunc(got.Sessions[i].Meetings, part.Meetings, same) {
			b.Errorf("session %s has other meetings than a direct call gives", part.Session)
		}
	}
	done := map[string]bool{}
	for i, p := range seen {
		if i > 0 && p.Seq <= seen[i-1].Seq {
			b.Errorf("number %d comes after %d", p.Seq, seen[i-1].Seq)
		}
		done[p.Session] = p.Done
	}
	if len(done) != len(ev.Sessions) || len(run.Best) != len(ev.Sessions) {
		b.Errorf("progress of %d sessions, %d in the run; want %d", len(done), len(run.Best), len(ev.Sessions))
	}
	for _, p := range run.Best {
		part := got.Sessions[slices.IndexFunc(got.Sessions, func(s event.SessionSchedule) bool { return s.Session == p.Session })]
		if !p.Done || !done[p.Session] || p.Score != part.Objective.Score || p.Breaks != part.Objective.Breaks {
			b.Errorf("the last progress %+v does not tell of %+v", p, part.Objective)
		}
	}
}

func options(b *bench) {
	b.jinju()
	first := newSlow()
	close(first.letGo)
	r := b.open(jobs.Settings{Pack: first.pack})
	begun, _ := b.await(r, b.submit(r, jobs.Options{}))
	if opt := receive(b, first.entered); opt.TimeLimit <= 0 || opt.Start != nil {
		b.Errorf("without options the packer is called with %+v", opt)
	}
	b.await(r, b.submit(r, jobs.Options{
		Session: "moscow", TimeLimit: 1.5, ScoreSlack: 0.01, Seed: 9, Fair: true, Help: 3, Start: begun.ID,
	}))
	opt := receive(b, first.entered)
	if !reflect.DeepEqual(opt.Start, b.schedule(begun.ID)) {
		b.Errorf("it begins from %+v", opt.Start)
	}
	got := [...]any{opt.Session, opt.TimeLimit.Seconds(), opt.ScoreSlack, opt.Seed, opt.Fair, opt.Help}
	if want := [...]any{"moscow", 1.5, 0.01, uint64(9), true, 3}; got != want {
		b.Errorf("the packer is called with %v, want %v", got, want)
	}
}

func kept(b *bench) {
	ev := b.jinju()
	r := b.open(jobs.Settings{})
	run, _ := b.await(r, b.submit(r, jobs.Options{}))
	part := b.schedule(run.ID).Sessions[0]
	m := part.Meetings[0]
	slot := (m.Slot + 1) % len(ev.Session(part.Session).Slots)
	keep := jobs.Kept{Session: part.Session, Firm: m.Firm, Buyer: m.Buyer, Slot: slot}
	run, _ = b.await(r, b.submit(r, jobs.Options{Keep: []jobs.Kept{keep}}))
	again := b.schedule(run.ID)
	if again == nil {
		b.Fatalf("ended as %+v", run)
	}
	if !slices.ContainsFunc(again.Sessions[0].Meetings, func(n event.Meeting) bool {
		return n.Firm == m.Firm && n.Buyer == m.Buyer && n.Slot == slot
	}) {
		b.Errorf("%+v was to be kept", keep)
	}
	record, err := b.home.Store.Get(b.ctx, store.Key{Space: ev.ID, Kind: jobs.KindEvent, ID: jobs.EventID})
	if err != nil || record.Version != run.EventVersion {
		b.Errorf("the event was written to: version %d, was %d (%v)", record.Version, run.EventVersion, err)
	}
}

// failed holds a run to have failed for a reason that it states in four languages.
func (b *bench) failed(run jobs.Run, internal bool, mentions string) {
	b.Helper()
	if run.State != jobs.Failed || run.Internal != internal || run.Ended.IsZero() {
		b.Errorf("ended as %+v", run)
	}
	for _, code := range event.Languages {
		if run.Problem.By[code] == "" {
			b.Errorf("the problem is not said in %q: %v", code, run.Problem)
		}
	}
	if !strings.Contains(run.Problem.In("en"), mentions) {
		b.Errorf("the problem is %q, which does not mention %q", run.Problem.In("en"), mentions)
	}
	if b.schedule(run.ID) != nil {
		b.Error("there is a schedule nevertheless")
	}
}

func impossible(b *bench) {
	b.jinju(func(ev *event.Event) {
		session, firm := ev.Sessions[0].ID, ev.Firms[0].ID
		for _, buyer := range ev.Buyers {
			if buyer.Country == ev.Sessions[0].Country && len(ev.Fixed) < 2 {
				ev.Fixed = append(ev.Fixed, event.Fixed{Session: session, Firm: firm, Buyer: buyer.ID, Slot: 0})
			}
		}
	})
	r := b.open(jobs.Settings{})
	run, _ := b.await(r, b.submit(r, jobs.Options{}))
	b.failed(run, false, "fixed[1]")
}

func missing(b *bench) {
	r := b.open(jobs.Settings{})
	run, _ := b.await(r, b.submit(r, jobs.Options{}))
	b.failed(run, false, "no event")
	ev := b.jinju()
	run, _ = b.await(r, b.submit(r, jobs.Options{Start: "jinju-2019-r9"}))
	b.failed(run, false, "jinju-2019-r9")
	run, _ = b.await(r, b.submit(r, jobs.Options{Session: "atlantis"}))
	b.failed(run, false, "atlantis")
	key := store.Key{Space: ev.ID, Kind: jobs.KindEvent, ID: jobs.EventID}
	if _, err := b.home.Store.Write(b.ctx, store.Change{Key: key, Value: []byte(`{"sangdam":1,"id":"jinju-2019","sessions":3}`)}); err != nil {
		b.Fatal(err)
	}
	run, _ = b.await(r, b.submit(r, jobs.Options{}))
	b.failed(run, false, "sessions")
}

func panics(b *bench) {
	b.jinju()
	packer := newSlow()
	close(packer.letGo)
	r := b.open(jobs.Settings{Workers: 1, Pack: func(ctx context.Context, ev *event.Event, pairs []event.Pair, opt plan.Options) (*event.Schedule, error) {
		if opt.Seed == 1 {
			panic("the packer is out of its mind")
		}
		return packer.pack(ctx, ev, pairs, opt)
	}})
	mad, sane := b.submit(r, jobs.Options{Seed: 1}), b.submit(r, jobs.Options{Seed: 2})
	run, _ := b.await(r, mad)
	b.failed(run, true, "")
	if run, _ := b.await(r, sane); run.State != jobs.Done {
		b.Errorf("the next run ended as %+v", run)
	}
}

func twice(b *bench) {
	b.jinju()
	packer := newSlow()
	close(packer.letGo)
	r := b.open(jobs.Settings{Pack: packer.pack})
	run := b.run(jobs.Options{})
	if err := r.Submit(b.ctx, run); err != nil {
		b.Fatal(err)
	}
	var conflict *store.ConflictError
	if err := r.Submit(b.ctx, run); !errors.As(err, &conflict) {
		b.Errorf("the second submission returns %v", err)
	}
	if run, _ := b.await(r, run.ID); run.State != jobs.Done || run.Attempts != 1 {
		b.Errorf("ended as %+v", run)
	}
	if err := r.Submit(b.ctx, jobs.Run{}); err == nil {
		b.Error("a run without an id is taken")
	}
}
