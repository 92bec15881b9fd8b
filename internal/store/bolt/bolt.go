// Package bolt is the embedded home of the store: one file, of one process at a time, durable on every acknowledged write.
//
// Writes go through one goroutine that commits all that wait as one transaction, so that many writers share one fsync.
// Reads see the state of the last commit and never wait for a write.
package bolt

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"sangdam/internal/store"
	"sangdam/internal/store/follow"
)

// Options of a file. The zero value is good.
type Options struct {
	Wait       time.Duration    // for another process to let go of the file; 0: one second
	Clock      func() time.Time // what the time is; nil: time.Now
	SweepEvery time.Duration    // how often expired records are deleted; 0: a minute; negative: only by Sweep
}

// A Store is a file that is open. It implements store.Store.
type Store struct {
	db    *bbolt.DB
	clock func() time.Time
	hub   follow.Hub

	mu     sync.RWMutex // guards closed, and queue against being closed while someone sends
	closed bool
	queue  chan *request

	ranking sync.Mutex    // held while a ranking is replaced
	stuck   atomic.Bool   // the last commit failed, of a full disk say
	closing chan struct{} // closed first of all: watchers and the sweeper end
	running sync.WaitGroup
}

// mapped is how much of the file is mapped from the start, in bytes: up to there a long read, such as a backup, does not hold
// up a write that makes the file grow. Only addresses are taken, no memory.
const mapped = 256 << 20

// Open opens a file, and makes it with mode 0600 where there is none. The error is a store.ErrInUse when another process has
// it open.
func Open(path string, opt Options) (*Store, error) {
	if opt.Wait == 0 {
		opt.Wait = time.Second
	}
	if opt.Clock == nil {
		opt.Clock = time.Now
	}
	if opt.SweepEvery == 0 {
		opt.SweepEvery = time.Minute
	}
	_, err := os.Stat(path)
	fresh := errors.Is(err, fs.ErrNotExist)
	var db *bbolt.DB
	if err = checkLength(path, opt.Wait); err == nil {
		db, err = openFile(path, opt.Wait)
	}
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return nil, fmt.Errorf("%s: %w", path, store.ErrInUse)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be opened as a store: %w", path, err)
	}
	if err := prepare(db); err != nil {
		return nil, errors.Join(fmt.Errorf("%s cannot be opened as a store: %w", path, err), db.Close())
	}
	if fresh {
		if err := syncFolder(filepath.Dir(path)); err != nil {
			return nil, errors.Join(err, db.Close())
		}
	}
	s := &Store{db: db, clock: opt.Clock, queue: make(chan *request, maxBatch), closing: make(chan struct{})}
	s.running.Go(s.commitLoop)
	if opt.SweepEvery > 0 {
		s.running.Go(func() { s.sweepLoop(opt.SweepEvery) })
	}
	return s, nil
}

// openFile opens a file. bbolt panics, and may reach for pages that are not there, when it finds the list of free pages damaged;
// here that is an ErrDamaged.
func openFile(path string, wait time.Duration) (db *bbolt.DB, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, reason)
		}
	}()
	return bbolt.Open(path, 0o600, &bbolt.Options{Timeout: wait, InitialMmapSize: mapped, FreelistType: bbolt.FreelistMapType})
}

// prepare makes the buckets of a new file and looks whether an old one is of this layout.
func prepare(db *bbolt.DB) error {
	known := false
	err := db.View(func(tx *bbolt.Tx) error {
		meta := tx.Bucket(bucketMeta)
		known = meta != nil && string(meta.Get(keyFormat)) == format
		if first, _ := tx.Cursor().First(); first != nil && !known {
			return errors.New("the file holds other data, or that of another version of the program")
		}
		return nil
	})
	if err != nil || known {
		return err
	}
	return db.Update(func(tx *bbolt.Tx) error {
		meta, err := tx.CreateBucket(bucketMeta)
		if err != nil {
			return err
		}
		_, errExpiry := tx.CreateBucket(bucketExpiry)
		_, errSpaces := tx.CreateBucket(bucketSpaces)
		return errors.Join(errExpiry, errSpaces, meta.Put(keyFormat, []byte(format)))
	})
}

// syncFolder makes the name of a new file durable. Windows has no such call, and needs none.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// view runs a read transaction.
func (s *Store) view(ctx context.Context, read func(*bbolt.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := s.db.View(read)
	if errors.Is(err, berrors.ErrDatabaseNotOpen) {
		return store.ErrClosed
	}
	return err
}

// probe is how much Ready writes after a write failed, in bytes: as much as an event document. It stays in the file.
const probe = 64 << 10

// Ready implements store.Store. When the last write failed it tries one.
func (s *Store) Ready(ctx context.Context) error {
	if s.stuck.Load() {
		return s.update(ctx, "", func(tx *bbolt.Tx) error { return tx.Bucket(bucketMeta).Put(keyProbe, make([]byte, probe)) })
	}
	return s.view(ctx, func(*bbolt.Tx) error { return nil })
}

// Warnings has nothing to tell: every acknowledged write is on disk.
func (s *Store) Warnings(ctx context.Context) ([]string, error) { return nil, s.Ready(ctx) }

// Close ends the watchers, lets running calls end, and closes the file. Closing twice does nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	close(s.closing)
	close(s.queue)
	s.mu.Unlock()
	s.running.Wait()
	return s.db.Close()
}
