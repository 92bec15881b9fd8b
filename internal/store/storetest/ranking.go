package storetest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sangdam/internal/store"
)

// best sorts as a ranking does.
func best(a, b store.Ranked) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Firm, b.Firm), cmp.Compare(a.Buyer, b.Buyer), cmp.Compare(a.Session, b.Session))
}

// naive answers a query by looking at every pair.
func naive(pairs []store.Ranked, q store.RankQuery) []store.Ranked {
	var out []store.Ranked
	for _, p := range pairs {
		if (q.Session == "" || q.Session == p.Session) && (q.Firm == "" || q.Firm == p.Firm) && (q.Buyer == "" || q.Buyer == p.Buyer) {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, best)
	return out
}

// top reads all pages of a query.
func (h *home) top(space string, q store.RankQuery) (out []store.Ranked, version uint64, err error) {
	for {
		page, err := h.Top(h.t.Context(), space, q)
		if err != nil {
			return out, 0, err
		}
		if len(page.Pairs) > q.Limit || len(page.Pairs) < q.Limit && page.Next != "" {
			h.t.Errorf("%+v: a page of %d pairs, and then %q", q, len(page.Pairs), page.Next)
		}
		out = append(out, page.Pairs...)
		if q.After = page.Next; q.After == "" {
			return out, page.Version, nil
		}
	}
}

// delegation is a ranking of 3 firms and 5 buyers in 2 sessions.
func delegation() (out []store.Ranked) {
	for s := range 2 {
		for f := range 3 {
			for b := range 5 {
				score := float64((f*7+b*3+s)%6)/4 - 0.25 // with ties, and some below zero
				out = append(out, store.Ranked{Session: fmt.Sprint("day-", s), Firm: fmt.Sprint("firm-", f), Buyer: fmt.Sprint("buyer-", b),
					Score: score, Value: []byte(fmt.Sprint("value ", s, f, b))})
			}
		}
	}
	return out
}

func rankings(t *testing.T, h *home) {
	if _, err := h.Top(t.Context(), "jinju", store.RankQuery{Limit: 1}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("before: %v", err)
	}
	if err := h.SetRanking(t.Context(), "jinju", 3, nil); err != nil {
		t.Fatal(err)
	}
	if page, err := h.Top(t.Context(), "jinju", store.RankQuery{Limit: 1}); err != nil || len(page.Pairs) > 0 || page.Next != "" || page.Version != 3 {
		t.Errorf("an empty one: %+v, %v", page, err)
	}
	extremes := []store.Ranked{}
	for i, score := range []float64{math.Inf(1), math.MaxFloat64, 1, 0.5, math.SmallestNonzeroFloat64, 0, -math.SmallestNonzeroFloat64, -1, math.Inf(-1)} {
		extremes = append(extremes, store.Ranked{Session: "s", Firm: fmt.Sprint(9 - i), Buyer: "b", Score: score, Value: []byte{}})
	}
	extremes = append(extremes, store.Ranked{Session: "s", Firm: "4", Buyer: "c", Score: math.Copysign(0, -1), Value: []byte{}})
	if err := h.SetRanking(t.Context(), "jinju", 4, extremes); err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(extremes, best)
	got, version, err := h.top("jinju", store.RankQuery{Limit: 3})
	if diff := gocmp.Diff(extremes, got); diff != "" || version != 4 || err != nil {
		t.Error(version, err, diff)
	}
}

func rankingPages(t *testing.T, h *home) {
	pairs := delegation()
	if err := h.SetRanking(t.Context(), "jinju", 1, pairs); err != nil {
		t.Fatal(err)
	}
	for _, session := range []string{"", "day-0", "day-1", "day-2"} {
		for _, firm := range []string{"", "firm-0", "firm-2", "firm"} {
			for _, buyer := range []string{"", "buyer-3", "buyer-33"} {
				for _, limit := range []int{1, 2, 7, 30, 100} {
					q := store.RankQuery{Session: session, Firm: firm, Buyer: buyer, Limit: limit}
					got, _, err := h.top("jinju", q)
					if diff := gocmp.Diff(naive(pairs, q), got); diff != "" || err != nil {
						t.Fatalf("%+v: %v %s", q, err, diff)
					}
				}
			}
		}
	}
}

func rankingCursors(t *testing.T, h *home) {
	if err := h.SetRanking(t.Context(), "jinju", 1, delegation()); err != nil {
		t.Fatal(err)
	}
	page, err := h.Top(t.Context(), "jinju", store.RankQuery{Session: "day-0", Limit: 2})
	if err != nil || page.Next == "" {
		t.Fatalf("%+v, %v", page, err)
	}
	for name, q := range map[string]store.RankQuery{
		"none of ours":        {Session: "day-0", After: "cursor"},
		"cut off":             {Session: "day-0", After: page.Next[:len(page.Next)-2]},
		"with more":           {Session: "day-0", After: page.Next + "AAAA"},
		"of another session":  {Session: "day-1", After: page.Next},
		"of another question": {Session: "day-0", Firm: "firm-0", After: page.Next},
	} {
		q.Limit = 2
		if _, err := h.Top(t.Context(), "jinju", q); !errors.Is(err, store.ErrBadCursor) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := h.SetRanking(t.Context(), "jinju", 1, delegation()); err != nil {
		t.Fatal(err)
	}
	_, err = h.Top(t.Context(), "jinju", store.RankQuery{Session: "day-0", After: page.Next, Limit: 2})
	if !errors.Is(err, store.ErrBadCursor) {
		t.Errorf("of a ranking that was replaced: %v", err)
	}
}

// rankingReplaced reads while the ranking is replaced: every page is of one ranking.
func rankingReplaced(t *testing.T, h *home) {
	ranking := func(n uint64) (out []store.Ranked) {
		for i := range 20 + n%3 {
			out = append(out, store.Ranked{Session: "s", Firm: "f", Buyer: fmt.Sprintf("b%02d", i), Score: float64(n), Value: []byte(fmt.Sprint(n))})
		}
		return out
	}
	if err := h.SetRanking(t.Context(), "jinju", 1, ranking(1)); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			var last uint64
			for ctx.Err() == nil {
				page, err := h.Top(t.Context(), "jinju", store.RankQuery{Session: "s", Limit: 100})
				if err != nil || page.Version < last || uint64(len(page.Pairs)) != 20+page.Version%3 {
					t.Errorf("version %d after %d with %d pairs, %v", page.Version, last, len(page.Pairs), err)
					return
				}
				for _, p := range page.Pairs {
					if string(p.Value) != fmt.Sprint(page.Version) || p.Score != float64(page.Version) {
						t.Errorf("in version %d: %+v", page.Version, p)
						return
					}
				}
				last = page.Version
			}
		})
	}
	for n := uint64(2); n < 40; n++ {
		if err := h.SetRanking(t.Context(), "jinju", n, ranking(n)); err != nil {
			t.Error(err)
		}
	}
	cancel()
	group.Wait()
}

// rankingDropped reads while the space is dropped and ranked again: a page is whole or there is none.
func rankingDropped(t *testing.T, h *home) {
	ctx, cancel := context.WithCancel(t.Context())
	var group sync.WaitGroup
	for range 3 {
		group.Go(func() {
			for ctx.Err() == nil {
				page, err := h.Top(t.Context(), "jinju", store.RankQuery{Limit: 100})
				if err == nil && len(page.Pairs) != 30 || err != nil && !errors.Is(err, store.ErrNotFound) {
					t.Errorf("%d pairs, %v", len(page.Pairs), err)
					return
				}
			}
		})
	}
	for n := range uint64(40) {
		if err := errors.Join(h.SetRanking(t.Context(), "jinju", n, delegation()), h.Drop(t.Context(), "jinju")); err != nil {
			t.Error(err)
		}
	}
	cancel()
	group.Wait()
}

func rankingInvalid(t *testing.T, h *home) {
	fine := store.Ranked{Session: "s", Firm: "f", Buyer: "b", Score: 1}
	for name, wrong := range map[string]store.Ranked{
		"twice":       fine,
		"no number":   {Session: "s", Firm: "f", Buyer: "c", Score: math.NaN()},
		"a NUL":       {Session: "s", Firm: "f\x00", Buyer: "c"},
		"no session":  {Firm: "f", Buyer: "c"},
		"no firm":     {Session: "s", Buyer: "c"},
		"no buyer":    {Session: "s", Firm: "f"},
		"twice again": {Session: "s", Firm: "f", Buyer: "b", Score: 2},
	} {
		if err := h.SetRanking(t.Context(), "jinju", 1, []store.Ranked{fine, wrong}); !errors.Is(err, store.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := h.Top(t.Context(), "jinju", store.RankQuery{Limit: 1}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an invalid ranking was set: %v", err)
	}
}

// rankingModel compares made-up rankings and queries with the naive answer.
func rankingModel(t *testing.T, h *home) {
	name := rapid.StringMatching(`[a-c]{1,2}`)
	pair := rapid.Custom(func(t *rapid.T) store.Ranked {
		return store.Ranked{
			Session: name.Draw(t, "session"), Firm: name.Draw(t, "firm"), Buyer: name.Draw(t, "buyer"),
			Score: float64(rapid.IntRange(-3, 3).Draw(t, "score")) / 2,
			Value: rapid.SliceOfN(rapid.Byte(), 0, 4).Draw(t, "value"),
		}
	})
	named := func(p store.Ranked) string { return p.Session + " " + p.Firm + " " + p.Buyer }
	rapid.Check(t, func(t *rapid.T) {
		pairs := rapid.SliceOfNDistinct(pair, 0, 40, named).Draw(t, "pairs")
		version := rapid.Uint64Range(0, math.MaxInt64).Draw(t, "version")
		if err := h.SetRanking(h.t.Context(), "jinju", version, pairs); err != nil {
			t.Fatal(err)
		}
		maybe := rapid.OneOf(rapid.Just(""), name)
		for range 5 {
			q := store.RankQuery{Session: maybe.Draw(t, "session"), Firm: maybe.Draw(t, "firm"), Buyer: maybe.Draw(t, "buyer"), Limit: rapid.IntRange(1, 9).Draw(t, "limit")}
			got, gotVersion, err := h.top("jinju", q)
			if err != nil || gotVersion != version {
				t.Fatal(gotVersion, err)
			}
			if diff := gocmp.Diff(naive(pairs, q), got); diff != "" {
				t.Fatalf("%+v: %s", q, diff)
			}
		}
	})
}
