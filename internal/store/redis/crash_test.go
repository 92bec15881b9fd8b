package redis_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
	"sangdam/internal/store/storetest"
)

// TestRedisIsKilledWhileWriting kills the server at random moments, several times over with the same data.
func TestRedisIsKilledWhileWriting(t *testing.T) {
	server := redistest.Start(t)
	s := open(t, server.URL, redis.Options{})
	random := rand.New(rand.NewPCG(2027, 3))
	var last [storetest.CrashWriters]atomic.Uint64
	for round := range 6 {
		ctx, cancel := context.WithCancel(t.Context())
		var count atomic.Int64
		deadline := int64(20 + random.IntN(400))
		reached := make(chan struct{})
		ended := make(chan error, 1)
		go func() {
			ended <- storetest.WriteOn(ctx, s, func(writer int, n uint64) {
				last[writer].Store(n)
				if count.Add(1) == deadline {
					close(reached)
				}
			})
		}()
		select {
		case <-reached:
		case err := <-ended:
			t.Fatalf("round %d: the writers ended by themselves: %v", round, err)
		}
		server.Kill()
		cancel()
		if err := <-ended; err != nil && !errors.Is(err, store.ErrUnavailable) && !errors.Is(err, context.Canceled) {
			t.Errorf("round %d: %v", round, err)
		}
		server.Restart()
		await(t, func() error { return s.Ready(t.Context()) })
		var acknowledged [storetest.CrashWriters]uint64
		for w := range acknowledged {
			acknowledged[w] = last[w].Load()
		}
		storetest.Survived(t, s, acknowledged)
	}
}
