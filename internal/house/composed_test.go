package house

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/client"
	"sangdam/internal/store/redistest"
)

// adminToken is the token that the servers of this test are told.
const adminToken = "sd_composed-0123456789abcdefghijklmnopqrstuvwxyz"

// A composed process is one of compose.yaml's, started here.
type composed struct {
	cmd *exec.Cmd
	url string
	log *bytes.Buffer
}

// compose starts a service as compose.yaml says, but on a free port of this machine and with the Redis of the test.
func compose(t *testing.T, program, redis string, s service) *composed {
	t.Helper()
	arguments := slices.Clone(s.Command)
	arguments[slices.Index(arguments, "--listen")+1] = "127.0.0.1:0"
	p := &composed{cmd: exec.Command(program, arguments...), log: new(bytes.Buffer)}
	p.cmd.Dir = t.TempDir()
	p.cmd.Env = []string{"LANG=en_US.UTF-8", "PATH=" + os.Getenv("PATH")}
	for name, value := range s.Environment {
		switch {
		case name == "SANGDAM_ADMIN_TOKEN":
			value = adminToken
		case strings.HasPrefix(value, "$"):
			value = "" // as where the host sets nothing
		default:
			value = strings.Replace(value, "redis://redis:6379", redis, 1)
		}
		p.cmd.Env = append(p.cmd.Env, name+"="+value)
	}
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	p.cmd.Stderr = p.log
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.end(t, syscall.SIGKILL) })
	lines := bufio.NewScanner(out)
	for p.url == "" && lines.Scan() {
		p.url = regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(lines.Text())
	}
	if p.url == "" {
		_ = p.cmd.Wait()
		t.Fatalf("%v ended: %s", arguments, p.log)
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return p
}

// end sends a signal and waits for the process; asked to end, it ends well.
func (p *composed) end(t *testing.T, signal syscall.Signal) {
	t.Helper()
	if p.cmd.ProcessState != nil {
		return
	}
	_ = p.cmd.Process.Signal(signal) // by its own id; an error means that it has ended
	if err := p.cmd.Wait(); err != nil && signal != syscall.SIGKILL {
		t.Errorf("%v: %v\n%s", p.cmd.Args, err, p.log)
	}
}

// TestComposedProcessesWorkTogether runs what compose.yaml would run: a solve asked for at one server is watched through the other, the
// workers are killed in mid-solve and come back, and everything ends when asked to.
func TestComposedProcessesWorkTogether(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	settings, ours := readCompose(t)
	program := builtProgram(t)
	redis := redistest.Start(t, settings.Command[1:]...)
	var servers, workers []*composed
	for range ours["server"].Deploy.Replicas {
		servers = append(servers, compose(t, program, redis.URL, ours["server"]))
	}
	for range ours["worker"].Deploy.Replicas {
		workers = append(workers, compose(t, program, redis.URL, ours["worker"]))
	}
	for _, p := range append(slices.Clone(servers), workers...) {
		if out, err := exec.CommandContext(ctx, program, "ready", p.url).CombinedOutput(); err != nil {
			t.Fatalf("%v is not ready: %v\n%s%s", p.cmd.Args, err, out, p.log)
		}
	}

	var clients [2]*client.Client
	for i := range clients {
		var err error
		if clients[i], err = client.New(servers[i].url, client.Options{Token: adminToken, Language: "en"}); err != nil {
			t.Fatal(err)
		}
	}
	document, err := os.ReadFile(filepath.Join("..", "..", "fixtures", "jinju-2019.json"))
	if err != nil {
		t.Fatal(err)
	}
	ev, err := event.ReadEvent(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := clients[0].CreateEvent(ctx, ev); err != nil {
		t.Fatal(err)
	}
	run, err := clients[0].Solve(ctx, ev.ID, client.SolveOptions{Seed: 1, Help: 20})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, err := range clients[1].Watch(ctx, run.ID) {
		if err != nil {
			t.Fatal(err)
		}
		if seen++; seen > 1 {
			continue
		}
		for i := range workers { // the one that solves is among them
			workers[i].end(t, syscall.SIGKILL)
			workers[i] = compose(t, program, redis.URL, ours["worker"])
		}
	}
	if run, err = clients[1].Run(ctx, run.ID); err != nil || run.State != "done" || run.Schedule == nil || seen == 0 {
		t.Fatalf("after %d steps the run is %+v, %v", seen, run, err)
	}
	for _, p := range append(workers, servers...) {
		p.end(t, syscall.SIGTERM)
	}
}
