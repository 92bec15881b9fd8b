package bolt_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

var current = store.Key{Space: "jinju", Kind: "event", ID: "current"}

func put(t *testing.T, s *bolt.Store, value string) {
	t.Helper()
	if _, err := s.Write(t.Context(), store.Change{Key: current, Value: []byte(value)}); err != nil {
		t.Fatal(err)
	}
}

// holds opens a file, looks for the value of the one record, and closes it.
func holds(t *testing.T, path, want string) {
	t.Helper()
	s, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	if r, err := s.Get(t.Context(), current); err != nil || string(r.Value) != want {
		t.Errorf("%s holds %q, want %q; %v", filepath.Base(path), r.Value, want, err)
	}
}

// alone looks whether a folder holds the files named and no others, such as temporary ones.
func alone(t *testing.T, folder string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
		if info, err := e.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %v, %v", e.Name(), info.Mode(), err)
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

func TestBackupAndRestore(t *testing.T) {
	ctx, folder := t.Context(), t.TempDir()
	data, backup := filepath.Join(folder, "desk.db"), filepath.Join(folder, "monday.db")
	s := open(t, data, bolt.Options{})
	put(t, s, "monday")
	if n, err := s.BackupFile(ctx, backup); err != nil || n == 0 {
		t.Fatal(n, err)
	}
	put(t, s, "tuesday")
	if _, err := bolt.Restore(ctx, backup, data, false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("restored over a file: %v", err)
	}
	if _, err := bolt.Restore(ctx, backup, data, true); !errors.Is(err, store.ErrInUse) {
		t.Errorf("restored over a file in use: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	holds(t, data, "tuesday")
	if _, err := bolt.Restore(ctx, backup, data, true); err != nil {
		t.Fatal(err)
	}
	holds(t, data, "monday")
	second := filepath.Join(folder, "second.db")
	if _, err := bolt.Restore(ctx, backup, second, false); err != nil {
		t.Fatal(err)
	}
	holds(t, second, "monday")
	alone(t, folder, "desk.db", "monday.db", "second.db")
}

func TestADamagedBackupIsNotRestored(t *testing.T) {
	folder := t.TempDir()
	data, backup := filepath.Join(folder, "desk.db"), filepath.Join(folder, "backup.db")
	s := open(t, data, bolt.Options{})
	for i := range 200 {
		key := store.Key{Space: "jinju", Kind: "run", ID: fmt.Sprint(i)}
		if _, err := s.Write(t.Context(), store.Change{Key: key, Value: []byte(strings.Repeat("x", 1000))}); err != nil {
			t.Fatal(err)
		}
	}
	put(t, s, "good")
	if _, err := s.BackupFile(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(good)
	flipped[len(good)/2] ^= 4
	for name, bad := range map[string][]byte{
		"one bit": flipped, "empty": {}, "cut": good[:len(good)/2], "a letter": []byte("Dear customs office"),
		"without its head": append(make([]byte, 8192), good[8192:]...),
	} {
		if err := os.WriteFile(backup, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := bolt.Restore(t.Context(), backup, data, true); !errors.Is(err, bolt.ErrDamaged) {
			t.Errorf("%s: restored, %v", name, err)
		}
	}
	holds(t, data, "good")
	alone(t, folder, "backup.db", "desk.db")
}

// TestADamagedFileIsReplaced restores over what no server could open any more.
func TestADamagedFileIsReplaced(t *testing.T) {
	folder := t.TempDir()
	data, backup := filepath.Join(folder, "desk.db"), filepath.Join(folder, "monday.backup")
	s := open(t, data, bolt.Options{})
	put(t, s, "good")
	if _, err := s.BackupFile(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(data)
	if err != nil {
		t.Fatal(err)
	}
	for name, damaged := range map[string][]byte{
		"empty": {}, "cut": whole[:len(whole)/2], "noise": bytes.Repeat([]byte{0xa5}, len(whole)), "a letter": []byte("Dear customs office"),
		"noise behind its head": append(bytes.Clone(whole[:8192]), bytes.Repeat([]byte{0xa5}, len(whole)-8192)...),
	} {
		if err := os.WriteFile(data, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := bolt.Restore(t.Context(), backup, data, true); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		holds(t, data, "good")
	}
}

func TestABackupThatIsCutOnItsWay(t *testing.T) {
	folder := t.TempDir()
	s := open(t, filepath.Join(t.TempDir(), "desk.db"), bolt.Options{})
	put(t, s, "good")
	backup := filepath.Join(folder, "monday.backup")
	if _, err := s.BackupFile(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	put(t, s, "newer")
	lost := errors.New("the connection was lost")
	for name, write := range map[string]func(io.Writer) error{
		"with an error": func(w io.Writer) error { _, _ = w.Write(make([]byte, 5000)); return lost },
		"unnoticed": func(w io.Writer) error {
			var whole bytes.Buffer
			_, err := s.Backup(&whole)
			_, errWrite := w.Write(whole.Bytes()[:whole.Len()*2/3])
			return errors.Join(err, errWrite)
		},
		"a page in its place": func(w io.Writer) error { _, err := io.WriteString(w, "<html>Sign in</html>"); return err },
		"nothing":             func(io.Writer) error { return nil },
	} {
		_, err := bolt.SaveBackup(t.Context(), backup, write)
		if !errors.Is(err, bolt.ErrDamaged) && !errors.Is(err, lost) {
			t.Errorf("%s: %v", name, err)
		}
	}
	holds(t, backup, "good")
	alone(t, folder, "monday.backup")
}

// TestBackupsWhileWriting takes backups in the middle of writing; each is of one moment.
func TestBackupsWhileWriting(t *testing.T) {
	folder := t.TempDir()
	s := open(t, filepath.Join(folder, "desk.db"), bolt.Options{})
	a, b := store.Key{Space: "jinju", Kind: "run", ID: "a"}, store.Key{Space: "jinju", Kind: "run", ID: "b"}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	var group sync.WaitGroup
	group.Go(func() {
		for i := 0; ctx.Err() == nil; i++ {
			v := []byte(fmt.Sprint(i, strings.Repeat("x", i%5000)))
			if _, err := s.Write(t.Context(), store.Change{Key: a, Value: v}, store.Change{Key: b, Value: v}); err != nil {
				t.Error(err)
				return
			}
		}
	})
	for i := range 10 {
		path := filepath.Join(folder, fmt.Sprint(i))
		if _, err := s.BackupFile(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		backup, err := bolt.Open(path, bolt.Options{})
		if err != nil {
			t.Fatal(err)
		}
		ra, errA := backup.Get(t.Context(), a)
		rb, errB := backup.Get(t.Context(), b)
		if !errors.Is(errA, errB) || string(ra.Value) != string(rb.Value) {
			t.Errorf("%d bytes beside %d, %v, %v", len(ra.Value), len(rb.Value), errA, errB)
		}
		if err := backup.Close(); err != nil {
			t.Error(err)
		}
	}
	cancel()
	group.Wait()
}
