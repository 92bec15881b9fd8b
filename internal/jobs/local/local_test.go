package local_test

import (
	"path/filepath"
	"testing"

	"go.uber.org/goleak"

	"sangdam/internal/jobs"
	"sangdam/internal/jobs/jobstest"
	"sangdam/internal/jobs/local"
	"sangdam/internal/store/bolt"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestContract(t *testing.T) {
	jobstest.Run(t, func(t *testing.T) jobstest.Home {
		s, err := bolt.Open(filepath.Join(t.TempDir(), "data.db"), bolt.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
		return jobstest.Home{Store: s, Open: func(opt jobs.Settings) (jobs.Runner, error) { return local.Open(opt) }}
	})
}
