package redistest

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// A Cluster is a Redis Cluster of three masters.
type Cluster struct {
	Servers []*Server
	URL     string // redis+cluster://host:port,host:port,host:port
}

// StartCluster starts a cluster whose servers keep every acknowledged write, and hear of each other what is published. It ends with
// the test.
func StartCluster(t testing.TB) *Cluster {
	t.Helper()
	c := &Cluster{}
	var hosts []string
	for range 3 {
		s := Start(t, "--cluster-enabled", "yes")
		c.Servers = append(c.Servers, s)
		hosts = append(hosts, fmt.Sprintf("127.0.0.1:%d", s.Port))
	}
	create := append([]string{"--cluster", "create"}, hosts...)
	if out, err := exec.Command("redis-cli", append(create, "--cluster-replicas", "0", "--cluster-yes")...).CombinedOutput(); err != nil {
		t.Fatalf("redis-cli --cluster create: %v: %s", err, out)
	}
	for _, s := range c.Servers {
		s.Await("cluster_state:ok", "cluster", "info")
		s.await("every link of the bus", linked, "cluster", "nodes")
	}
	c.URL = "redis+cluster://" + strings.Join(hosts, ",")
	return c
}

// linked tells whether a node has a link to each of the two others: without it what is published at the one is lost to the other.
func linked(nodes string) bool {
	return strings.Count(nodes, " connected") == 3 && !strings.Contains(nodes, "handshake")
}

// Await asks the server, by redis-cli, until its answer contains a text.
func (s *Server) Await(text string, command ...string) {
	s.t.Helper()
	s.await(text, func(answer string) bool { return strings.Contains(answer, text) }, command...)
}

// await asks the server until its answer is right.
func (s *Server) await(what string, right func(answer string) bool, command ...string) {
	s.t.Helper()
	ticker := time.NewTicker(20 * time.Millisecond)
	defer ticker.Stop()
	late := time.After(time.Minute)
	for {
		out, err := exec.Command("redis-cli", append([]string{"-p", fmt.Sprint(s.Port)}, command...)...).CombinedOutput()
		if err == nil && right(string(out)) {
			return
		}
		select {
		case <-ticker.C:
		case <-late:
			s.t.Fatalf("waiting for %s: redis-cli %s: %v: %s", what, strings.Join(command, " "), err, out)
		}
	}
}
