package redistest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// A Watched is a master with a replica, and a Sentinel that makes the replica the master when the master is gone for three
// seconds.
type Watched struct {
	Master, Replica, Sentinel *Server
	URL                       string // redis+sentinel://host:port/sangdam
}

// StartSentinel starts them. They end with the test.
func StartSentinel(t testing.TB) *Watched {
	t.Helper()
	master := Start(t, "--repl-diskless-sync-delay", "0")
	replica := Start(t, "--replicaof", fmt.Sprint("127.0.0.1 ", master.Port), "--repl-diskless-sync-delay", "0")
	replica.Await("master_link_status:up", "info", "replication")
	file := filepath.Join(t.TempDir(), "sentinel.conf")
	settings := fmt.Sprintf(`sentinel monitor sangdam 127.0.0.1 %d 1
sentinel down-after-milliseconds sangdam 3000
sentinel failover-timeout sangdam 5000
`, master.Port)
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	sentinel := start(t, "Sentinel ID is", []string{file, "--sentinel"})
	sentinel.Await("slaves=1", "info", "sentinel")
	return &Watched{master, replica, sentinel, fmt.Sprintf("redis+sentinel://127.0.0.1:%d/sangdam", sentinel.Port)}
}
