package queue_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/jobs"
	"sangdam/internal/jobs/queue"
	"sangdam/internal/plan"
	"sangdam/internal/store/redis"
)

// workerVariable makes a process of this test a worker of the Redis that it names.
const workerVariable = "SANGDAM_TEST_WORKER"

// steps is how often the search of a worker process finds something better, every stepEvery.
const (
	steps     = 30
	stepEvery = 20 * time.Millisecond
)

// stepwise is a search that takes a while.
func stepwise(ctx context.Context, ev *event.Event, _ []event.Pair, opt plan.Options) (*event.Schedule, error) {
	part := event.SessionSchedule{Session: ev.Sessions[0].ID, Status: event.StatusFeasible, Seed: opt.Seed}
	tick := time.NewTicker(stepEvery)
	defer tick.Stop()
	for n := range steps {
		select {
		case <-ctx.Done():
			part.Stopped = "cancelled"
		case <-tick.C:
			opt.Progress(plan.Progress{Session: part.Session, Feasible: true, Point: event.TracePoint{Score: float64(n), Bound: steps}})
		}
	}
	return &event.Schedule{Format: event.Format, Event: ev.ID, Sessions: []event.SessionSchedule{part}}, nil
}

// processLease is the lease of worker processes.
const processLease = time.Second

// beWorker works until the test that started the process ends.
func beWorker(url string) {
	s, err := redis.Open(context.Background(), url, redis.Options{})
	if err == nil {
		_, err = queue.NewWorker(url, jobs.Settings{Store: s, Workers: 2, Lease: processLease, Pack: stepwise})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println("ready")
	_, _ = io.Copy(io.Discard, os.Stdin) // ends with the test
}

// A process is a worker in a process of its own.
type process struct{ cmd *exec.Cmd }

func startWorker(t *testing.T, url string) *process {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), workerVariable+"="+url)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
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
	p := &process{cmd}
	t.Cleanup(func() {
		p.kill()
		in.Close()
	})
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "ready\n" {
		t.Fatalf("the worker says %q, %v", line, err)
	}
	return p
}

// kill ends the process at once, as a crash does, and waits until it is gone.
func (p *process) kill() {
	if p.cmd.ProcessState == nil {
		_ = p.cmd.Process.Kill() // by its own id; an error means that it has ended
		_ = p.cmd.Wait()         // it was killed, and says so
	}
}

// waiting is a search that says when it begins and lasts until it is released.
func waiting(entered chan<- struct{}, release <-chan struct{}) jobs.Packer {
	return func(ctx context.Context, ev *event.Event, _ []event.Pair, _ plan.Options) (*event.Schedule, error) {
		entered <- struct{}{}
		select {
		case <-release:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		part := event.SessionSchedule{Session: ev.Sessions[0].ID, Status: event.StatusEmpty}
		return &event.Schedule{Format: event.Format, Event: ev.ID, Sessions: []event.SessionSchedule{part}}, nil
	}
}
