package local_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/local"
	"sangdam/internal/plan"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

// serverVariable makes a process of this test a server on the file that it names.
const serverVariable = "SANGDAM_TEST_SERVER"

// beServer submits a run for each line that it reads and says so when it was acknowledged. It says each step of its solves too.
func beServer(path string) {
	err := func() error {
		s, err := bolt.Open(path, bolt.Options{})
		if err != nil {
			return err
		}
		r, err := local.Open(local.Options{Store: s, Workers: 2, Pack: func(ctx context.Context, ev *event.Event, pairs []event.Pair, opt plan.Options) (*event.Schedule, error) {
			return inSteps(ctx, ev, opt, func() { fmt.Println("step") })
		}})
		if err != nil {
			return err
		}
		for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
			run := jobs.Run{ID: lines.Text(), Event: "two-days", Created: time.Now()}
			if err := r.Submit(context.Background(), run); err != nil {
				return err
			}
			fmt.Println("taken", run.ID)
		}
		return nil
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// inSteps is a search of ten steps.
func inSteps(ctx context.Context, ev *event.Event, opt plan.Options, step func()) (*event.Schedule, error) {
	part := event.SessionSchedule{Session: ev.Sessions[0].ID, Status: event.StatusFeasible}
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for n := range 10 {
		select {
		case <-ctx.Done():
			part.Stopped = "cancelled"
		case <-tick.C:
			step()
			opt.Progress(plan.Progress{Session: part.Session, Feasible: true, Point: event.TracePoint{Score: float64(n), Bound: 10}})
		}
	}
	return &event.Schedule{Format: event.Format, Event: ev.ID, Sessions: []event.SessionSchedule{part}}, nil
}

// TestTheServerIsKilled kills a server at random moments, several times over with the same file: no run that was acknowledged is lost, and
// each has one schedule.
func TestTheServerIsKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data.db")
	begin := prepare(t, path)
	random := rand.New(rand.NewPCG(1, 2))
	var taken []string
	for round := range 4 {
		taken = append(taken, killedServer(t, path, round, 1+random.IntN(30))...)
	}
	if len(taken) == 0 {
		t.Fatal("no run was ever taken")
	}

	s, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	r, err := local.Open(local.Options{Store: s, Pack: func(ctx context.Context, ev *event.Event, _ []event.Pair, opt plan.Options) (*event.Schedule, error) {
		return inSteps(ctx, ev, opt, func() {})
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close(context.Background())
	ledger, lost := jobs.NewLedger(jobs.Settings{Store: s}), 0
	for _, id := range taken {
		for _, err := range r.Watch(t.Context(), "two-days", id, 0) {
			if err != nil {
				t.Fatal(err)
			}
		}
		run, version, err := ledger.Run(t.Context(), "two-days", id)
		if err != nil || run.State != jobs.Done {
			t.Fatalf("a run ended as %+v, %v", run, err)
		}
		lost += run.Lost
		schedule, err := s.Get(t.Context(), store.Key{Space: "two-days", Kind: jobs.KindSchedule, ID: id})
		if err != nil || schedule.Version != version || version <= begin {
			t.Errorf("run %s, written at %d, has a schedule of %d: %v", id, version, schedule.Version, err)
		}
	}
	t.Logf("%d runs, %d times taken up again", len(taken), lost)
	if lost == 0 {
		t.Error("no run was interrupted; the test kills at the wrong moments")
	}
}

// prepare puts an event into a new file.
func prepare(t *testing.T, path string) uint64 {
	t.Helper()
	s, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	document, err := fixtures.FS.ReadFile("small/two-days.json")
	if err != nil {
		t.Fatal(err)
	}
	key := store.Key{Space: "two-days", Kind: jobs.KindEvent, ID: jobs.EventID}
	version, err := s.Write(t.Context(), store.Change{Key: key, Value: document})
	if err != nil {
		t.Fatal(err)
	}
	return version
}

// killedServer starts a server, has it take runs, and kills it after it said so many lines. It returns the runs that were
// acknowledged.
func killedServer(t *testing.T, path string, round, after int) (taken []string) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), serverVariable+"="+path)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for n := range 5 {
		if _, err := fmt.Fprintf(in, "run-%d-%d\n", round, n); err != nil {
			t.Fatal(err)
		}
	}
	lines := bufio.NewScanner(out)
	for said := 0; lines.Scan(); {
		if id, ok := strings.CutPrefix(lines.Text(), "taken "); ok {
			taken = append(taken, id)
		}
		if said++; said == after {
			_ = cmd.Process.Kill() // by its own id; what it said before is still read
		}
	}
	_, _ = io.Copy(io.Discard, out)
	_ = cmd.Wait() // it was killed, and says so
	in.Close()
	return taken
}
