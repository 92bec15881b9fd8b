package desk_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// enlarged is the Jinju event with every firm and buyer so many times over.
func enlarged(t testing.TB, firms, buyers int) *event.Event {
	ev := jinju(t)
	ev.Requests, ev.Fixed, ev.Outcomes = nil, nil, nil
	one := *ev
	ev.Firms, ev.Buyers = nil, nil
	for n := range firms {
		for _, f := range one.Firms {
			f.ID = fmt.Sprintf("%s-%d", f.ID, n)
			ev.Firms = append(ev.Firms, f)
		}
	}
	for n := range buyers {
		for _, b := range one.Buyers {
			b.ID = fmt.Sprintf("%s-%d", b.ID, n)
			ev.Buyers = append(ev.Buyers, b)
		}
	}
	return ev
}

func TestOfVeryManyPairsTheBestAreRanked(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	ev := enlarged(t, 40, 35) // 400 firms, 1050 buyers
	b.create(ev)
	page, err := b.Matches(ctx, b.admin, thisEvent, desk.MatchQuery{Session: "changsha", Firm: ev.Firms[0].ID, Limit: 1000})
	if err != nil || !page.Shortened || len(page.Pairs) < 50 {
		t.Fatalf("%d pairs, shortened %v, %v", len(page.Pairs), page.Shortened, err)
	}
	for i, p := range page.Pairs[:50] {
		if p.RankForFirm != i+1 {
			t.Fatalf("the pair at place %d has the rank %d", i+1, p.RankForFirm)
		}
	}
	last := ev.Buyers[len(ev.Buyers)-1]
	if p, err := b.Pair(ctx, b.admin, thisEvent, "moscow", ev.Firms[0].ID, last.ID, nil); last.Country == "RU" && (err != nil || p.Why.In("ko") == "") {
		t.Errorf("a pair that is not ranked: %+v %v", p, err)
	}
}

// The event that the speed of answers is measured on: 10 firms, about 1,000 buyers.
func benchmarkEvent(b *testing.B) *bench {
	w := newBench(b)
	w.create(enlarged(b, 1, 34))
	if _, err := w.Matches(b.Context(), w.admin, thisEvent, desk.MatchQuery{}); err != nil {
		b.Fatal(err)
	}
	return w
}

func BenchmarkTopMatches(b *testing.B) {
	w := benchmarkEvent(b)
	token, _, err := w.CreateToken(b.Context(), w.admin, desk.TokenSpec{Name: "bench", Scopes: desk.Scopes})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	b.RunParallel(func(p *testing.PB) {
		for ctx := context.Background(); p.Next(); {
			c, err := w.ByToken(ctx, token)
			if err != nil {
				b.Fatal(err)
			}
			if e, err := w.MatchesJSON(ctx, c, thisEvent, desk.MatchQuery{Session: "changsha", Limit: 20}); err != nil || len(e.Body) < 1000 {
				b.Fatalf("%s %v", e.Body, err)
			}
		}
	})
}

func BenchmarkAgenda(b *testing.B) {
	w := benchmarkEvent(b)
	ctx := b.Context()
	if _, err := w.Publish(ctx, w.admin, w.solve(thisEvent, jobs.Options{TimeLimit: 5}), 0); err != nil {
		b.Fatal(err)
	}
	code, _, err := w.CreateLink(ctx, w.admin, thisEvent, "F01-0", time.Time{})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := w.AgendaJSON(ctx, w.admin, thisEvent, "F01-0"); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	b.RunParallel(func(p *testing.PB) {
		for ctx := context.Background(); p.Next(); {
			c, err := w.ByLink(ctx, code)
			if err != nil {
				b.Fatal(err)
			}
			if e, err := w.AgendaJSON(ctx, c, thisEvent, "F01-0"); err != nil || len(e.Body) < 1000 {
				b.Fatalf("%s %v", e.Body, err)
			}
		}
	})
}

func BenchmarkRanking(b *testing.B) {
	w := benchmarkEvent(b)
	for b.Loop() {
		if _, err := w.Edit(b.Context(), w.admin, thisEvent, func(ev *event.Event) error {
			ev.MinimumScore = event.Some(0.1)
			return nil
		}); err != nil {
			b.Fatal(err)
		}
		if _, err := w.Matches(b.Context(), w.admin, thisEvent, desk.MatchQuery{}); err != nil {
			b.Fatal(err)
		}
	}
}

// An outcome comes in, and someone looks at an agenda: what the day itself is full of.
func BenchmarkOutcomeThenAgenda(b *testing.B) {
	w := benchmarkEvent(b)
	ctx := b.Context()
	rating := 0
	for b.Loop() {
		rating = rating%5 + 1
		o := event.Outcome{Session: "changsha", Firm: "F01-0", Buyer: "C01-0", Held: event.Some(true), Rating: event.Some(rating)}
		if _, err := w.AddOutcomes(ctx, w.admin, thisEvent, []event.Outcome{o}); err != nil {
			b.Fatal(err)
		}
		if _, err := w.AgendaJSON(ctx, w.admin, thisEvent, "F01-0"); err != nil {
			b.Fatal(err)
		}
	}
}
