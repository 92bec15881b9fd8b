package bolt_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

func open(t *testing.T, path string, opt bolt.Options) *bolt.Store {
	t.Helper()
	s, err := bolt.Open(path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestAFileInUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	open(t, path, bolt.Options{})
	if _, err := bolt.Open(path, bolt.Options{Wait: time.Millisecond}); !errors.Is(err, store.ErrInUse) {
		t.Errorf("opened twice: %v", err)
	}
}

func TestTheFileIsItsOwnersAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	open(t, path, bolt.Options{})
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if mode := info.Mode().Perm(); mode != 0o600 {
		t.Errorf("mode %o", mode)
	}
}

func TestAForeignFileIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(path, []byte("Dear customs office"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := bolt.Open(path, bolt.Options{}); err == nil {
		t.Error("a letter was opened as a store")
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "Dear customs office" {
		t.Errorf("the letter is now %q, %v", data, err)
	}
}

func TestADamagedFileIsToldOf(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "whole.db")
	s := open(t, whole, bolt.Options{})
	put(t, s, "good")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	for name, damaged := range map[string][]byte{
		"cut":                   good[:3*os.Getpagesize()],
		"noise behind its head": append(bytes.Clone(good[:2*os.Getpagesize()]), bytes.Repeat([]byte{0xa5}, len(good)-2*os.Getpagesize())...),
	} {
		path := filepath.Join(t.TempDir(), "desk.db")
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := bolt.Open(path, bolt.Options{}); !errors.Is(err, bolt.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestExpiredRecordsAreSwept(t *testing.T) {
	now := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	s := open(t, filepath.Join(t.TempDir(), "desk.db"), bolt.Options{Clock: func() time.Time { return now }, SweepEvery: -1})
	key := store.Key{Kind: "login", ID: "kim"}
	stays := store.Key{Kind: "login", ID: "lee"}
	_, err := s.Write(t.Context(),
		store.Change{Key: key, Expires: now.Add(time.Hour)}, store.Change{Key: stays, Expires: now.Add(time.Minute)})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Write(t.Context(), store.Change{Key: stays}); err != nil {
		t.Fatal(err)
	}
	if n, err := s.Sweep(t.Context()); n != 0 || err != nil {
		t.Errorf("swept %d too early, %v", n, err)
	}
	now = now.Add(time.Hour)
	if n, err := s.Sweep(t.Context()); n != 1 || err != nil {
		t.Errorf("swept %d, %v", n, err)
	}
	if _, err := s.Get(t.Context(), stays); err != nil {
		t.Error(err)
	}
	if err := s.Check(t.Context()); err != nil {
		t.Error(err)
	}
}
