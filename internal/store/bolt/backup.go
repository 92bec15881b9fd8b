package bolt

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"sangdam/internal/store"
)

// Backup writes the whole file as it is at one moment, with its seal, while reads and writes go on, and returns the number of
// bytes. What it writes is for Restore; Open takes it too.
func (s *Store) Backup(w io.Writer) (int64, error) {
	out := newSealer(w)
	err := s.view(context.Background(), func(tx *bbolt.Tx) error {
		_, err := tx.WriteTo(out)
		return err
	})
	if err == nil {
		err = out.seal()
	}
	return out.n, err
}

// BackupFile writes a backup to a file, as SaveBackup does.
func (s *Store) BackupFile(ctx context.Context, path string) (n int64, err error) {
	return SaveBackup(ctx, path, func(w io.Writer) error {
		_, err := s.Backup(w)
		return err
	})
}

// SaveBackup writes a backup that comes from elsewhere, a server say, to a file of mode 0600, and checks it before it takes its
// name: whatever stood there stays until the new backup is known to be good. The error is an ErrDamaged when it is not.
func SaveBackup(ctx context.Context, path string, write func(io.Writer) error) (n int64, err error) {
	return place(ctx, path, write, func(temporary string) error { return os.Rename(temporary, path) })
}

// Restore makes a backup the file of a store, if the backup is in order. The error is an fs.ErrExist when the file is there
// already, unless it is to be replaced; then it is a store.ErrInUse when a process has it open.
func Restore(ctx context.Context, backup, path string, replace bool) (n int64, err error) {
	from, err := os.Open(backup)
	if err != nil {
		return 0, err
	}
	defer from.Close()
	length, err := checkSeal(from)
	if err != nil {
		return 0, damaged(err)
	}
	return place(ctx, path, func(w io.Writer) error {
		_, err := io.Copy(w, io.NewSectionReader(from, 0, length))
		return err
	}, func(temporary string) error {
		if !replace {
			// A link, unlike a rename, never takes the place of a file.
			return errors.Join(os.Link(temporary, path), os.Remove(temporary))
		}
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return os.Rename(temporary, path)
		}
		return replaceUnused(temporary, path)
	})
}

// replaceUnused puts a file in the place of a store that no process has open, or of a file that cannot be read as one: damage is
// what backups are for. No process can open the store meanwhile, but for Windows, which renames no file that is open.
func replaceUnused(temporary, path string) error {
	old, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: time.Second}) // reads next to nothing
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return fmt.Errorf("%s: %w", path, store.ErrInUse)
	case err != nil:
		return os.Rename(temporary, path)
	case runtime.GOOS == "windows":
		return errors.Join(old.Close(), os.Rename(temporary, path))
	}
	return errors.Join(os.Rename(temporary, path), old.Close())
}

// place writes a file beside path, checks it as a store, and has it take its place by settle. It returns the size.
func place(ctx context.Context, path string, write func(io.Writer) error, settle func(temporary string) error) (n int64, err error) {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, "."+filepath.Base(path)+".*") // its mode is 0600
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		e.Path = path // the name that was asked for
	}
	if err != nil {
		return 0, err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name()) // it may have taken its place and have no such name any more
		}
	}()
	b := bufio.NewWriterSize(f, 1<<20)
	if err := errors.Join(write(b), b.Flush(), f.Sync(), f.Close()); err != nil {
		return 0, err
	}
	if err := check(ctx, f.Name()); err != nil {
		return 0, damaged(err)
	}
	info, err := os.Stat(f.Name())
	if err != nil {
		return 0, err
	}
	return info.Size(), errors.Join(settle(f.Name()), syncFolder(folder))
}

// check checks a file, which may have a seal: its seal, and what is in it.
func check(ctx context.Context, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	_, err = checkSeal(f)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	s, err := Open(path, Options{SweepEvery: -1})
	if err != nil {
		return err
	}
	return errors.Join(s.Check(ctx), s.Close())
}

// damaged makes whatever was found wrong with a backup an ErrDamaged, unless reading it failed.
func damaged(err error) error {
	if _, ok := errors.AsType[*fs.PathError](err); ok || errors.Is(err, ErrDamaged) || errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrDamaged, err)
}
