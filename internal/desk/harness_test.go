package desk_test

import (
	"bytes"
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/local"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

// A clock stands still unless a test moves it.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// A bench is a desk on a store in a file of its own, with a runner that solves in this process.
type bench struct {
	*desk.Desk
	t      testing.TB
	store  store.Store
	runner jobs.Runner
	clock  *clock
	admin  desk.Caller
}

func newBench(t testing.TB, change ...func(*desk.Options)) *bench {
	t.Helper()
	c := &clock{now: time.Date(2019, 10, 1, 9, 0, 0, 0, time.UTC)}
	s, err := bolt.Open(filepath.Join(t.TempDir(), "desk.db"), bolt.Options{Clock: c.Now, SweepEvery: -1})
	if err != nil {
		t.Fatal(err)
	}
	return benchOn(t, s, c, change...)
}

// redisBench is a bench on a Redis of its own.
func redisBench(t testing.TB) *bench {
	t.Helper()
	c := &clock{now: time.Now()} // scripts of Redis go by its own clock, too
	s, err := redis.Open(t.Context(), redistest.Start(t).URL, redis.Options{Clock: c.Now, SweepEvery: -1})
	if err != nil {
		t.Fatal(err)
	}
	return benchOn(t, s, c)
}

func benchOn(t testing.TB, s store.Store, c *clock, change ...func(*desk.Options)) *bench {
	t.Helper()
	runner, err := local.Open(local.Options{Store: s, Workers: 1, Cores: 1})
	if err != nil {
		t.Fatal(err)
	}
	opt := desk.Options{Store: s, Runner: runner, Clock: c.Now}
	for _, f := range change {
		f(&opt)
	}
	d, err := desk.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := d.Close(); err != nil {
			t.Error(err)
		}
		if err := runner.Close(ctx); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	b := &bench{Desk: d, t: t, store: s, runner: runner, clock: c}
	b.admin = b.caller(desk.TokenSpec{Name: "관리자", Scopes: []desk.Scope{desk.Admin}}, desk.Caller{Kind: desk.Organizer, Scopes: []desk.Scope{desk.Admin}})
	return b
}

// caller makes a token and comes back with it.
func (b *bench) caller(spec desk.TokenSpec, by desk.Caller) desk.Caller {
	b.t.Helper()
	secret, _, err := b.CreateToken(b.t.Context(), by, spec)
	if err != nil {
		b.t.Fatal(err)
	}
	c, err := b.ByToken(b.t.Context(), secret)
	if err != nil {
		b.t.Fatal(err)
	}
	return c
}

func (b *bench) create(ev *event.Event) uint64 {
	b.t.Helper()
	version, err := b.CreateEvent(b.t.Context(), b.admin, ev)
	if err != nil {
		b.t.Fatal(err)
	}
	return version
}

// solve solves an event to the end and returns the id of the run.
func (b *bench) solve(id string, opt jobs.Options) string {
	b.t.Helper()
	if opt.TimeLimit == 0 {
		opt.TimeLimit = 2
	}
	run, err := b.Solve(b.t.Context(), b.admin, id, opt)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, err := range b.WatchRun(b.t.Context(), b.admin, run.ID, 0) {
		if err != nil {
			b.t.Fatal(err)
		}
	}
	if run, err = b.Run(b.t.Context(), b.admin, run.ID); err != nil || run.State != jobs.Done {
		b.t.Fatalf("the run ended as %s: %v %v", run.State, run.Problem.In("en"), err)
	}
	return run.ID
}

func jinju(t testing.TB) *event.Event { return readEvent(t, fixtures.Jinju2019()) }

// small is a tiny event with one session, firms F1 and F2, buyers B1 and B2.
func small(t testing.TB, name string) *event.Event {
	t.Helper()
	data, err := fixtures.Small{Name: name}.Document()
	if err != nil {
		t.Fatal(err)
	}
	return readEvent(t, data)
}

func readEvent(t testing.TB, data []byte) *event.Event {
	t.Helper()
	ev, err := event.ReadEvent(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return ev
}
