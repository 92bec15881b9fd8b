package storetest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"sangdam/internal/store"
)

// Bench measures a home: an event document read, small writes by one and by eight writers at once, the best 20 of a ranking of
// 10,000 pairs in three ways, such a ranking replaced, and the longest that a small write waits meanwhile.
func Bench(b *testing.B, s store.Store) {
	ctx := b.Context()
	document := make([]byte, 20_000)
	if _, err := s.Write(ctx, store.Change{Key: key("document"), Value: document}); err != nil {
		b.Fatal(err)
	}
	ranking := thousands()
	if err := s.SetRanking(ctx, key("").Space, 1, ranking); err != nil {
		b.Fatal(err)
	}
	b.Run("get", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Get(ctx, key("document")); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, writers := range []int{1, 8} {
		b.Run(fmt.Sprintf("write/writers=%d", writers), func(b *testing.B) { benchWrites(ctx, b, s, writers) })
	}
	for name, q := range map[string]store.RankQuery{
		"top/all": {Session: "s0"}, "top/firm": {Session: "s0", Firm: "firm-3"}, "top/buyer": {Session: "s0", Buyer: "buyer-500"},
	} {
		q.Limit = 20
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if page, err := s.Top(ctx, key("").Space, q); err != nil || len(page.Pairs) < 10 {
					b.Fatal(len(page.Pairs), err)
				}
			}
		})
	}
	b.Run("rank", func(b *testing.B) {
		for b.Loop() {
			if err := s.SetRanking(ctx, key("").Space, 1, ranking); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("write/beside a ranking", func(b *testing.B) { benchBeside(ctx, b, s, ranking) })
}

// benchBeside replaces a ranking again and again while somebody writes, and reports the longest wait of a write each time: the
// mean and the worst of those.
func benchBeside(ctx context.Context, b *testing.B, s store.Store, ranking []store.Ranked) {
	value := make([]byte, 500)
	var sum, worst time.Duration
	n := 0
	for b.Loop() {
		done := make(chan error, 1)
		go func() { done <- s.SetRanking(ctx, key("").Space, 1, ranking) }()
		var longest time.Duration
		for replaced := false; !replaced; {
			began := time.Now()
			if _, err := s.Write(ctx, store.Change{Key: key("beside"), Value: value}); err != nil {
				b.Fatal(err)
			}
			longest = max(longest, time.Since(began))
			select {
			case err := <-done:
				if err != nil {
					b.Fatal(err)
				}
				replaced = true
			default:
			}
		}
		sum, worst, n = sum+longest, max(worst, longest), n+1
	}
	b.ReportMetric(float64(sum.Microseconds())/1e3/float64(n), "ms-wait")
	b.ReportMetric(float64(worst.Microseconds())/1e3, "ms-worst")
}

// thousands is a ranking of 10 firms and 1,000 buyers, with values as long as a deflated pair.
func thousands() (out []store.Ranked) {
	value := make([]byte, 400)
	for f := range 10 {
		for i := range 1000 {
			out = append(out, store.Ranked{Session: "s0", Firm: fmt.Sprint("firm-", f), Buyer: fmt.Sprint("buyer-", i),
				Score: float64((f*7919+i*104729)%10007) / 10007, Value: value})
		}
	}
	return out
}

// benchWrites shares b.N writes among writers.
func benchWrites(ctx context.Context, b *testing.B, s store.Store, writers int) {
	value := make([]byte, 500)
	var group sync.WaitGroup
	b.ResetTimer()
	for w := range writers {
		share := (b.N + w) / writers
		group.Go(func() {
			for i := range share {
				if _, err := s.Write(ctx, store.Change{Key: key(fmt.Sprintf("%d/%04d", w, i%1000)), Value: value}); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	group.Wait()
}
