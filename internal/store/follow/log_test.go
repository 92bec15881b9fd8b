package follow

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"sangdam/internal/store"
)

// A read that fails may have been the answer to a wake-up, after which none comes: it is tried again soon, however seldom one looks.
func TestAReadThatFailsIsTriedAgainSoon(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began, tries := time.Now(), 0
		log := Log{Hub: &Hub{}, Space: "s", Closing: make(chan struct{}), Poll: time.Hour, Read: func(context.Context, uint64) ([]store.Notice, error) {
			if tries++; tries == 1 {
				return nil, fmt.Errorf("%w: for a moment", store.ErrUnavailable)
			}
			return []store.Notice{{Version: 1}}, nil
		}}
		for n, err := range log.From(t.Context(), 0) {
			if err != nil || n.Version != 1 {
				t.Fatal(n, err)
			}
			break
		}
		if waited := time.Since(began); waited > retry {
			t.Errorf("it was tried again after %v", waited)
		}
	})
}
