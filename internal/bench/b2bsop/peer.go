package b2bsop

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"sangdam/internal/b2b/peers"
)

// A PeerResult is what another solver made of an instance, as the scripts of internal/b2b/peers print it.
type PeerResult struct {
	Status  string  `json:"status"` // optimal, feasible, infeasible, unknown
	Breaks  *int    `json:"breaks"`
	Bound   *int    `json:"bound"`
	Seconds float64 `json:"seconds"`
}

// PeerOptions say how the peers are run. All fields are mandatory.
type PeerOptions struct {
	Python    string        // an interpreter that has ortools
	TimeLimit time.Duration // in whole seconds, rounded up
}

// peerScripts are the peers: the name in the tables, and the script.
var peerScripts = []struct{ name, script string }{{"clingo", "clingo_run.py"}, {"CP-SAT", "cpsat.py"}}

// solvePeers runs the peers on an instance one after the other, from a folder that holds their scripts.
func solvePeers(ctx context.Context, folder, file string, fairness int, opt PeerOptions) (out []PeerResult, err error) {
	for _, peer := range peerScripts {
		cmd := exec.CommandContext(ctx, opt.Python, filepath.Join(folder, peer.script), file,
			"--fairness", strconv.Itoa(fairness), "--time-limit", strconv.Itoa(int(math.Ceil(opt.TimeLimit.Seconds()))))
		cmd.Stderr = os.Stderr
		line, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("%s on %s: %w", peer.name, file, err)
		}
		var r PeerResult
		if err := json.Unmarshal(line, &r); err != nil {
			return nil, fmt.Errorf("%s on %s: %w", peer.name, file, err)
		}
		out = append(out, r)
	}
	return out, nil
}

// layScripts writes the scripts into a folder of their own, which the caller removes.
func layScripts() (string, error) {
	folder, err := os.MkdirTemp("", "b2bsop-peers-")
	if err != nil {
		return "", err
	}
	return folder, fs.WalkDir(peers.Scripts, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := peers.Scripts.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(folder, name), data, 0o600)
	})
}
