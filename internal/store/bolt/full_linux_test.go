package bolt_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

// fullFile names the file that a child process of the test fills up to a limit of the operating system, as a full disk would be.
const fullFile = "SANGDAM_TEST_FULL_FILE"

const fullAt = 1 << 20 // bytes

func init() {
	children[fullFile] = writeUntilFull
}

// writeUntilFull returns what is wrong with how a store takes it that no more can be written, and then that it can again.
func writeUntilFull(path string) error {
	ctx := context.Background()
	s, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		return err
	}
	signal.Ignore(syscall.SIGXFSZ) // the write is to fail instead
	var old syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		return err
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: fullAt, Max: old.Max}); err != nil {
		return err
	}
	n, value := 0, []byte(strings.Repeat("x", 2_000)) // far smaller than what Ready tries
	for ; err == nil && n < 5000; n++ {
		_, err = s.Write(ctx, store.Change{Key: store.Key{Space: "jinju", Kind: "run", ID: fmt.Sprintf("%04d", n)}, Value: value})
	}
	if n--; !errors.Is(err, store.ErrUnavailable) || n < 5 {
		return fmt.Errorf("after %d writes: %v", n, err)
	}
	if err := s.Ready(ctx); !errors.Is(err, store.ErrUnavailable) {
		return fmt.Errorf("ready when full: %v", err)
	}
	if err := holdsFirst(ctx, s, n); err != nil {
		return fmt.Errorf("when full: %w", err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &old); err != nil {
		return err
	}
	if err := s.Ready(ctx); err != nil {
		return fmt.Errorf("ready when there is room again: %w", err)
	}
	if _, err := s.Write(ctx, store.Change{Key: store.Key{Space: "jinju", Kind: "run", ID: "last"}, If: store.Absent(), Value: value}); err != nil {
		return fmt.Errorf("written when there is room again: %w", err)
	}
	return errors.Join(holdsFirst(ctx, s, n), s.Check(ctx), s.Close())
}

// holdsFirst looks whether n records are there, and no others before the last.
func holdsFirst(ctx context.Context, s store.Store, n int) error {
	records, err := s.List(ctx, store.ListQuery{Space: "jinju", Kind: "run", Prefix: "0", Limit: 10_000})
	if err == nil && len(records) != n {
		err = fmt.Errorf("%d records of %d", len(records), n)
	}
	return err
}

func TestAFullDisk(t *testing.T) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fullFile+"="+filepath.Join(t.TempDir(), "desk.db"))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, out)
	}
}
