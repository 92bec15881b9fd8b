package cli

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/client"
)

const crashToken = "admin-token-of-a-crash-0123456789"

// A process is the program as it runs in earnest, which can be killed.
type process struct {
	command *exec.Cmd
	url     string
}

// launch starts a server in a process of its own and waits until it says that it is ready.
func launch(t *testing.T, data string) *process {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "sangdam", "serve", "--listen", "127.0.0.1:0", "--data", data, "--lang", "en", "--rate-limit", "0", "--log", "off")
	cmd.Env = append(os.Environ(), "SANGDAM_ADMIN_TOKEN="+crashToken)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if url := regexp.MustCompile(`http://\S+\d`).FindString(lines.Text()); url != "" && strings.Contains(lines.Text(), "Sangdam is open") {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return &process{cmd, url}
		}
	}
	_ = cmd.Wait() // it says how it ended; only then are its complaints whole
	t.Fatalf("the server did not start: %s", complaints.String())
	return nil
}

// kill ends the process as a power cut would, in the middle of whatever it does.
func (p *process) kill(t *testing.T) {
	t.Helper()
	if err := p.command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = p.command.Wait() // it says that it was killed
}

func (p *process) client(t *testing.T) *client.Client {
	t.Helper()
	c, err := client.New(p.url, client.Options{Token: crashToken, Retries: -1})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestNothingAcknowledgedIsLostWhenTheServerIsKilled kills the server while events are being stored and one is being solved.
func TestNothingAcknowledgedIsLostWhenTheServerIsKilled(t *testing.T) {
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(t.TempDir(), "sangdam.db")
	server := launch(t, data)
	acknowledged := map[string]bool{}
	var runs []string
	for round, writes := range []int{3, 9, 1} {
		c := server.client(t)
		stored := make(chan string)
		go func() {
			defer close(stored)
			for i := range 1000 {
				one := *ev
				one.ID = fmt.Sprintf("round-%d-%03d", round, i)
				if _, err := c.CreateEvent(context.WithoutCancel(t.Context()), &one); err != nil {
					return
				}
				stored <- one.ID
			}
		}()
		for id := range stored {
			acknowledged[id] = true
			if len(runs) == round {
				run, err := c.Solve(t.Context(), id, client.SolveOptions{Seed: 1, TimeLimit: 5, Help: 5})
				if err != nil {
					t.Fatal(err)
				}
				runs = append(runs, run.ID)
			}
			if writes--; writes == 0 {
				break
			}
		}
		server.kill(t)
		for id := range stored { // acknowledged while it was being killed
			acknowledged[id] = true
		}
		server = launch(t, data)
	}
	c := server.client(t)
	for id := range acknowledged {
		got, _, err := c.Event(t.Context(), id)
		if err != nil || len(got.Buyers) != len(ev.Buyers) {
			t.Errorf("%s was acknowledged: %v", id, err)
		}
	}
	for _, id := range runs {
		for _, err := range c.Watch(t.Context(), id) {
			if err != nil {
				t.Fatal(err)
			}
		}
		if run, err := c.Run(t.Context(), id); err != nil || run.State != "done" || run.Schedule == nil {
			t.Errorf("the run %s was not finished: %+v, %v", id, run, err)
		}
	}
	if err := server.command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := server.command.Wait(); err != nil {
		t.Errorf("asked to end: %v", err)
	}
}
