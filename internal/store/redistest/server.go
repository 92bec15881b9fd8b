// Package redistest starts real Redis servers for tests: single, a small cluster, and one watched by a Sentinel. They listen on
// 127.0.0.1 only and keep their data in the test's folder.
package redistest

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// A Server is a redis-server process.
type Server struct {
	Port int
	URL  string // redis://127.0.0.1:port

	t         testing.TB
	args      []string
	portFlags []string // before the port
	ready     string   // in the line of its log that says it serves
	folder    string
	mu        sync.Mutex
	process   *exec.Cmd
	read      chan struct{} // closed when its log has ended
}

// Durable are the settings under which no acknowledged write is lost.
var Durable = []string{"--appendonly", "yes", "--appendfsync", "always", "--save", ""}

// Start starts a server that keeps every acknowledged write, with further settings as the command line takes them. The server
// ends with the test. The test is skipped where there is no redis-server.
func Start(t testing.TB, settings ...string) *Server {
	t.Helper()
	return start(t, "Ready to accept connections", append(append([]string{}, Durable...), settings...))
}

// start tries free ports until one is still free when the server takes it.
func start(t testing.TB, ready string, args []string, change ...func(*Server)) *Server {
	t.Helper()
	if _, err := exec.LookPath("redis-server"); err != nil {
		t.Skip("redis-server is not installed: on Debian, apt-get install redis-server")
	}
	var err error
	for range 10 {
		s := &Server{Port: freePort(t), t: t, portFlags: []string{"--port"}, ready: ready, folder: t.TempDir(), args: args}
		s.URL = fmt.Sprintf("redis://127.0.0.1:%d", s.Port)
		for _, f := range change {
			f(s)
		}
		if err = s.run(); err == nil {
			t.Cleanup(s.Kill)
			return s
		}
	}
	t.Fatal(err)
	return nil
}

// freePort finds a port with room for that of the cluster bus, which is 10000 higher.
func freePort(t testing.TB) int {
	t.Helper()
	for range 100 {
		port := 20000 + rand.IntN(12000)
		l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
		if err != nil {
			continue
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		return port
	}
	t.Fatal("no free port was found")
	return 0
}

// run starts the process and returns when it serves.
func (s *Server) run() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	args, port := s.args, append(slices.Clone(s.portFlags), strconv.Itoa(s.Port))
	if len(args) > 0 && !strings.HasPrefix(args[0], "--") {
		args = append(args[:1:1], append(port, args[1:]...)...) // a file of settings comes first
	} else {
		args = append(port, args...)
	}
	cmd := exec.Command("redis-server", append(args, "--bind", "127.0.0.1", "--dir", s.folder, "--logfile", "", "--daemonize", "no")...)
	dieWithTest(cmd)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return err
	}
	log, serves := bufio.NewReader(out), false
	var said strings.Builder
	for !serves {
		line, err := log.ReadString('\n')
		said.WriteString(line)
		if err != nil {
			_ = cmd.Wait()
			return fmt.Errorf("redis-server ended at once: %s", said.String())
		}
		serves = strings.Contains(line, s.ready)
	}
	s.process, s.read = cmd, make(chan struct{})
	go func(read chan struct{}) {
		defer close(read)
		_, _ = io.Copy(io.Discard, log)
	}(s.read)
	return nil
}

// Kill ends the process at once, as a crash does, and waits until it is gone.
func (s *Server) Kill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.process == nil {
		return
	}
	_ = s.process.Process.Kill() // by its own id; an error means that it has ended
	<-s.read
	_ = s.process.Wait() // it was killed, and says so
	s.process = nil
}

// Restart starts the process again, on the same port with the same data, after killing it if it runs.
func (s *Server) Restart() {
	s.t.Helper()
	s.Kill()
	if err := s.run(); err != nil {
		s.t.Fatal(err)
	}
}
