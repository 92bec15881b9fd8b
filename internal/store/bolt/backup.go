package bolt

import (
	"context"
	"io"

	"go.etcd.io/bbolt"
)

// Backup writes the whole file as it is at one moment, while reads and writes go on, and returns the number of bytes. What it
// writes is a file that Open takes.
func (s *Store) Backup(w io.Writer) (n int64, err error) {
	err = s.view(context.Background(), func(tx *bbolt.Tx) error {
		n, err = tx.WriteTo(w)
		return err
	})
	return n, err
}
