package desk_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

func TestMatchesAreThoseOfTheMatchDocument(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	ev := jinju(t)
	b.create(ev)
	want, err := plan.Match(ev)
	if err != nil {
		t.Fatal(err)
	}
	var got []event.Pair
	for after := ""; ; {
		page, err := b.Matches(ctx, b.admin, thisEvent, desk.MatchQuery{After: after, Limit: 100})
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, page.Pairs...)
		if after = page.Next; after == "" {
			break
		}
	}
	key := func(p event.Pair) string { return p.Session + " " + p.Firm + " " + p.Buyer }
	byKey := func(x, y event.Pair) int { return bytes.Compare([]byte(key(x)), []byte(key(y))) }
	slices.SortFunc(got, byKey)
	slices.SortFunc(want, byKey)
	if len(got) != len(want) {
		t.Fatalf("%d pairs, want %d", len(got), len(want))
	}
	for i := range want {
		var x, y bytes.Buffer
		if err := errors.Join(event.WritePairs(&x, got[i:i+1]), event.WritePairs(&y, want[i:i+1])); err != nil {
			t.Fatal(err)
		}
		if x.String() != y.String() {
			t.Fatalf("%s: %s", key(want[i]), cmp.Diff(y.String(), x.String()))
		}
	}
}

// Between the write of an event and that of its ranking a crash may come; whoever reads next makes the ranking.
func TestAnOldRankingIsMadeAnew(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	version := b.create(jinju(t))
	if _, err := b.Matches(ctx, b.admin, thisEvent, desk.MatchQuery{}); err != nil {
		t.Fatal(err)
	}
	stale := []store.Ranked{{Session: "changsha", Firm: "F01", Buyer: "C01", Score: 1, Value: []byte("old")}}
	if err := b.store.SetRanking(ctx, thisEvent, version-1, stale); err != nil {
		t.Fatal(err)
	}
	page, err := b.Matches(ctx, b.admin, thisEvent, desk.MatchQuery{Firm: "F01", Limit: 5})
	if err != nil || page.Version != version || len(page.Pairs) != 5 {
		t.Fatalf("version %d of %d, %d pairs, %v", page.Version, version, len(page.Pairs), err)
	}
	if _, err := b.Matches(ctx, b.admin, thisEvent, desk.MatchQuery{After: "nonsense"}); !errors.Is(err, desk.ErrCursor) {
		t.Errorf("a cursor never given: %v", err)
	}
}

func TestAnswersFollowTheEvent(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	b.create(jinju(t))
	q := desk.MatchQuery{Session: "changsha", Firm: "F01", Buyer: "C01"}
	first, err := b.MatchesJSON(ctx, b.admin, thisEvent, q)
	if err != nil {
		t.Fatal(err)
	}
	again, err := b.MatchesJSON(ctx, b.admin, thisEvent, q)
	if err != nil || &again.Body[0] != &first.Body[0] {
		t.Errorf("made anew: %v", err)
	}
	if _, err := b.SetWish(ctx, b.admin, thisEvent, "F01", "C01", event.Never); err != nil {
		t.Fatal(err)
	}
	next, err := b.MatchesJSON(ctx, b.admin, thisEvent, q)
	if err != nil || next.ETag == first.ETag || !bytes.Contains(next.Body, []byte(`"excluded":"refused"`)) {
		t.Errorf("after a refusal: %s %v", next.Body, err)
	}
}

func TestTheMatrixAgreesWithTheMatches(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	ev := jinju(t)
	b.create(ev)
	m, err := b.Matrix(ctx, b.admin, thisEvent, "changsha", nil)
	if err != nil {
		t.Fatal(err)
	}
	page, err := b.Matches(ctx, b.admin, thisEvent, desk.MatchQuery{Session: "changsha", Limit: 1000})
	if err != nil || len(page.Pairs) != len(m.Firms)*len(m.Buyers) {
		t.Fatalf("%d pairs of %d × %d, %v", len(page.Pairs), len(m.Firms), len(m.Buyers), err)
	}
	for _, p := range page.Pairs {
		f, g := slices.Index(m.Firms, p.Firm), slices.Index(m.Buyers, p.Buyer)
		score, reason := m.Score[f][g], m.Reason[f][g]
		if p.Excluded == nil && (float64(score)/10000 != p.Score || reason != 0) || p.Excluded != nil && (score != -1 || m.Reasons[reason-1] != *p.Excluded) {
			t.Errorf("%s with %s: %d for %v, reason %d", p.Firm, p.Buyer, score, p.Score, reason)
		}
	}
	weights := map[string]float64{"language": 1, "sector": 0, "hs": 0, "text": 0}
	heavy, err := b.Matrix(ctx, b.admin, thisEvent, "changsha", weights)
	if err != nil {
		t.Fatal(err)
	}
	for f := range heavy.Firms[:2] {
		for g := range heavy.Buyers {
			p, err := b.Pair(ctx, b.admin, thisEvent, "changsha", heavy.Firms[f], heavy.Buyers[g], weights)
			if err != nil {
				t.Fatal(err)
			}
			if p.Excluded == nil && float64(heavy.Score[f][g])/10000 != p.Score {
				t.Errorf("%s with %s: %d in the matrix, %v by itself", p.Firm, p.Buyer, heavy.Score[f][g], p.Score)
			}
		}
	}
	if _, err := b.Matrix(ctx, b.admin, thisEvent, "changsha", map[string]float64{"beauty": 1}); !isFaults(err) {
		t.Errorf("a weight that no factor has: %v", err)
	}
	if _, err := b.Pair(ctx, b.admin, thisEvent, "changsha", "F01", "nobody", nil); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("a pair with nobody: %v", err)
	}
}
