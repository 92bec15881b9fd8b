package bolt_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"sangdam/internal/store/bolt"
	"sangdam/internal/store/storetest"
)

// crashFile names the file that a child process of the test writes to until it is killed.
const crashFile = "SANGDAM_TEST_CRASH_FILE"

// children are what a child process of the test does with the file that a variable of the environment names.
var children = map[string]func(path string) error{crashFile: writeUntilKilled}

func TestMain(m *testing.M) {
	for variable, child := range children {
		if path := os.Getenv(variable); path != "" {
			if err := child(path); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			os.Exit(0)
		}
	}
	os.Exit(m.Run())
}

// writeUntilKilled tells on standard output of each acknowledged write. A line is one system call, so that a kill loses no
// part of it.
func writeUntilKilled(path string) error {
	s, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		return err
	}
	return storetest.WriteOn(context.Background(), s, func(writer int, n uint64) {
		fmt.Println(writer, n)
	})
}

// TestKilledWhileWriting kills a writing process at random moments, several times over with one file.
func TestKilledWhileWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	random := rand.New(rand.NewPCG(2027, 3))
	var acknowledged [storetest.CrashWriters]uint64
	for round := range 6 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), crashFile+"="+path)
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		lines := 0
		for deadline, scanner := 20+random.IntN(400), bufio.NewScanner(out); scanner.Scan(); lines++ {
			if lines == deadline {
				if err := cmd.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
			var writer int
			var n uint64
			if _, err := fmt.Sscan(scanner.Text(), &writer, &n); err != nil {
				t.Fatalf("%q: %v", scanner.Text(), err)
			}
			acknowledged[writer] = n
		}
		if err := cmd.Wait(); err == nil || lines < 20 {
			t.Fatalf("the writer ended by itself after %d writes, %v", lines, err)
		}
		s, err := bolt.Open(path, bolt.Options{})
		if err != nil {
			t.Fatal(err)
		}
		storetest.Survived(t, s, acknowledged)
		if err := s.Check(t.Context()); err != nil {
			t.Errorf("round %d: %v", round, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
