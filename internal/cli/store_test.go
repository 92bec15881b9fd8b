package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"sangdam/internal/client"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
	"sangdam/internal/store/storetest"
)

var scriptRecord = store.Key{Space: "jinju-2027", Kind: "event", ID: "current"}

// fillStore is the command "fillstore FILE VALUE" of the scripts: it writes one record, in a file that it makes if need be.
func fillStore(ts *testscript.TestScript, _ bool, args []string) {
	s, err := bolt.Open(ts.MkAbs(args[0]), bolt.Options{})
	ts.Check(err)
	_, err = s.Write(context.Background(), store.Change{Key: scriptRecord, Value: []byte(args[1])})
	ts.Check(err)
	ts.Check(s.Close())
}

// storeHolds is the command "storeholds FILE VALUE": it fails when the record is another.
func storeHolds(ts *testscript.TestScript, _ bool, args []string) {
	s, err := bolt.Open(ts.MkAbs(args[0]), bolt.Options{})
	ts.Check(err)
	r, err := s.Get(context.Background(), scriptRecord)
	ts.Check(err)
	if string(r.Value) != args[1] {
		ts.Fatalf("%s holds %q", args[0], r.Value)
	}
	ts.Check(s.Close())
}

// command runs a command in English, and returns its status and what it wrote.
func command(t *testing.T, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	status = Main(append([]string{"--lang", "en"}, args...), strings.NewReader(""), &o, &e)
	return status, o.String(), e.String()
}

func TestBackupOfAFileInUse(t *testing.T) {
	data := filepath.Join(t.TempDir(), "desk.db")
	s, err := bolt.Open(data, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	backup := data + ".backup"
	if status, _, errs := command(t, "backup", backup, "--data", data); status != 2 || !strings.Contains(errs, "is in use by a running server") {
		t.Errorf("status %d, %s", status, errs)
	}
	if _, err := s.BackupFile(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"restore", backup, "--data", data, "--force"}, {"import", "--from", backup, "--to", data}} {
		if status, _, errs := command(t, args...); status != 2 || !strings.Contains(errs, "is in use by another process") {
			t.Errorf("%q: status %d, %s", args, status, errs)
		}
	}
}

// TestBackupFromARunningServer takes a backup of a server at work and starts another with it.
func TestBackupFromARunningServer(t *testing.T) {
	folder := t.TempDir()
	backup, restored, token := filepath.Join(folder, "monday.backup"), filepath.Join(folder, "restored.db"), filepath.Join(folder, "token")
	s := startServer(t, "--data", filepath.Join(folder, "sangdam.db"))
	defer s.stop(t)
	if err := os.WriteFile(token, []byte(s.Token+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if status, _, errs := command(t, "backup", backup, "--server", s.URL); status != 2 || !strings.Contains(errs, "put a valid one into SANGDAM_TOKEN") {
		t.Errorf("without a token: status %d, %s", status, errs)
	}
	if status, out, errs := command(t, "backup", backup, "--server", s.URL, "--token-file", token); status != 0 || !strings.Contains(out, "checked") {
		t.Fatalf("status %d, %s%s", status, out, errs)
	}
	if status, _, errs := command(t, "restore", backup, "--data", restored); status != 0 {
		t.Fatalf("status %d, %s", status, errs)
	}
	again := startServer(t, "--data", restored)
	defer again.stop(t)
	c, err := client.New(again.URL, client.Options{Token: s.Token})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Tokens(t.Context()); err != nil || again.Token != "" {
		t.Errorf("the token of the first server on the second: %v", err)
	}
}

// TestImportIntoRedisAndBack also looks for the warning about settings that would lose it all again.
func TestImportIntoRedisAndBack(t *testing.T) {
	folder := t.TempDir()
	first, last := filepath.Join(folder, "first.db"), filepath.Join(folder, "last.db")
	open := func(path string) *bolt.Store {
		s, err := bolt.Open(path, bolt.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	}
	s := open(first)
	storetest.Fill(t, s, time.Now().Add(-30*time.Minute))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	server := redistest.Start(t, "--appendfsync", "everysec")
	for _, args := range [][]string{{"--from", first, "--to", server.URL}, {"--from", server.URL, "--to", last}} {
		status, out, errs := command(t, append([]string{"import"}, args...)...)
		if status != 0 || out != "Copied. Spaces: 3, records: 704, ranked pairs: 40\n" {
			t.Fatalf("%q: status %d, %s%s", args, status, out, errs)
		}
		if warned := strings.HasPrefix(errs, "warning: Redis has appendfsync everysec"); warned != (args[3] == server.URL) {
			t.Errorf("%q warned of %q", args, errs)
		}
	}
	middle, err := redis.Open(t.Context(), server.URL, redis.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = middle.Close() }()
	storetest.Same(t, open(first), middle)
	storetest.Same(t, middle, open(last))
}
