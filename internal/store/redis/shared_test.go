package redis_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"sangdam/internal/store"
	"sangdam/internal/store/redis"
	"sangdam/internal/store/redistest"
)

// TestWakeUpsReachOtherProcesses has one client watch and another write. The watcher is not to find out by looking.
func TestWakeUpsReachOtherProcesses(t *testing.T) {
	for name, url := range map[string]string{"one server": redistest.Start(t).URL, "a cluster": redistest.StartCluster(t).URL} {
		t.Run(name, func(t *testing.T) {
			reader, writer := open(t, url, redis.Options{Poll: time.Hour}), open(t, url, redis.Options{})
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			step := make(chan uint64)
			ended := make(chan error, 1)
			notices := reader.Watch(ctx, key("").Space, 0) // from here on, so before anything is written
			go func() {
				for n, err := range notices {
					if err != nil {
						ended <- err
						return
					}
					step <- n.Version
				}
				ended <- ctx.Err()
			}()
			for want := range uint64(20) {
				if _, err := writer.Write(ctx, store.Change{Key: key("a")}); err != nil {
					t.Fatal(err)
				}
				select {
				case got := <-step:
					if got != want+1 {
						t.Errorf("version %d, want %d", got, want+1)
					}
				case err := <-ended:
					t.Fatalf("the watch ended: %v", err)
				}
			}
			cancel()
			if err := <-ended; !errors.Is(err, context.Canceled) {
				t.Error(err)
			}
		})
	}
}

// TestANodeOfAClusterGoesAway: the cluster serves nobody without all of its slots, and everybody again afterwards.
func TestANodeOfAClusterGoesAway(t *testing.T) {
	cluster := redistest.StartCluster(t)
	s := open(t, cluster.URL, redis.Options{})
	spaces := []string{"busan", "changwon", "jinju", "masan", "sacheon", "tongyeong", "ulsan"}
	write := func(value string) error {
		for _, space := range spaces {
			_, err := s.Write(t.Context(), store.Change{Key: store.Key{Space: space, Kind: "event", ID: "current"}, Value: []byte(value)})
			if err != nil {
				return err
			}
		}
		return nil
	}
	if err := write("before"); err != nil {
		t.Fatal(err)
	}
	cluster.Servers[1].Kill()
	if err := s.Ready(t.Context()); !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("ready without a node: %v", err)
	}
	if err := write("meanwhile"); !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("written without a node: %v", err)
	}
	cluster.Servers[1].Restart()
	await(t, func() error { return s.Ready(t.Context()) })
	await(t, func() error { return write("after") })
	for _, space := range spaces {
		if r, err := s.Get(t.Context(), store.Key{Space: space, Kind: "event", ID: "current"}); err != nil || string(r.Value) != "after" {
			t.Errorf("%s: %q, %v", space, r.Value, err)
		}
	}
	if names, err := s.Spaces(t.Context(), "", 100); err != nil || len(names) != len(spaces) {
		t.Errorf("spaces %q, %v", names, err)
	}
}
