package bolt

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"os"
	"time"

	"go.etcd.io/bbolt"
)

// A backup is the file as it is, followed by a seal: a mark, and the SHA-256 of all before the mark. Pages that are damaged may
// bring down whoever walks them, so the seal is looked at first. The file works with its seal as without.
var sealMark = []byte("\nsangdam backup sha256\n")

// sealLength is that of the mark and the sum.
var sealLength = int64(len(sealMark) + sha256.Size)

// ErrDamaged is returned for a backup or a file that is not as it was written.
var ErrDamaged = errors.New("store: the file was changed or cut after it was written, or is none of ours")

// sealer adds up what passes.
type sealer struct {
	io.Writer
	sum hash.Hash
	n   int64
}

func newSealer(w io.Writer) *sealer { return &sealer{Writer: w, sum: sha256.New()} }

func (s *sealer) Write(b []byte) (int, error) {
	n, err := s.Writer.Write(b)
	s.sum.Write(b[:n])
	s.n += int64(n)
	return n, err
}

// seal writes the seal behind the rest.
func (s *sealer) seal() error {
	_, err := s.Writer.Write(append(bytes.Clone(sealMark), s.sum.Sum(nil)...))
	s.n += sealLength
	return err
}

// checkSeal looks whether a backup is as it was written, and returns its length without the seal. A file without seal, a copy
// of a store's own, is taken if it is not cut off.
func checkSeal(f *os.File) (length int64, err error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	length = info.Size() - sealLength
	if length <= 0 {
		return 0, ErrDamaged
	}
	seal := make([]byte, sealLength)
	if _, err := f.ReadAt(seal, length); err != nil {
		return 0, err
	}
	mark, want := seal[:len(sealMark)], seal[len(sealMark):]
	if !bytes.Equal(mark, sealMark) {
		return info.Size(), checkLength(f.Name(), time.Second)
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, io.NewSectionReader(f, 0, length)); err != nil {
		return 0, err
	}
	if !bytes.Equal(sum.Sum(nil), want) {
		return 0, ErrDamaged
	}
	return length, nil
}

// checkLength looks whether a file is as long as it says itself. Reading on behind the end of a file that is mapped into memory
// ends the process, so this comes before anything else is read of it. A file that is empty or not there passes.
func checkLength(path string, wait time.Duration) error {
	info, err := os.Stat(path)
	if err != nil || info.Size() == 0 {
		return nil
	}
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true, Timeout: wait})
	if err != nil {
		return err
	}
	err = db.View(func(tx *bbolt.Tx) error {
		if tx.Size() > info.Size() {
			return ErrDamaged
		}
		return nil
	})
	return errors.Join(err, db.Close())
}
