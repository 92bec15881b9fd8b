package bolt_test

import (
	"path/filepath"
	"testing"

	"sangdam/internal/store/bolt"
	"sangdam/internal/store/storetest"
)

func BenchmarkStore(b *testing.B) {
	s, err := bolt.Open(filepath.Join(b.TempDir(), "desk.db"), bolt.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	storetest.Bench(b, s)
}
