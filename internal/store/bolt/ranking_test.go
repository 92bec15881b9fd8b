package bolt_test

import (
	"path/filepath"
	"testing"

	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
)

func TestTopOfAFirmAndOfABuyer(t *testing.T) {
	ctx := t.Context()
	s := open(t, filepath.Join(t.TempDir(), "desk.db"), bolt.Options{})
	err := s.SetRanking(ctx, "jinju", 7, []store.Ranked{
		{Session: "day-1", Firm: "firm-a", Buyer: "buyer-x", Score: 0.5, Value: []byte("ax")},
		{Session: "day-1", Firm: "firm-a", Buyer: "buyer-y", Score: 0.75, Value: []byte("ay")},
		{Session: "day-1", Firm: "firm-b", Buyer: "buyer-x", Score: 0.5, Value: []byte("bx")},
		{Session: "day-2", Firm: "firm-b", Buyer: "buyer-y", Score: -1, Value: []byte("by")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for want, q := range map[string]store.RankQuery{
		"ay ax bx by": {},
		"ay ax bx":    {Session: "day-1"},
		"ay ax":       {Firm: "firm-a"},
		"ax bx":       {Buyer: "buyer-x"},
		"by":          {Firm: "firm-b", Buyer: "buyer-y"},
		"":            {Session: "day-1", Firm: "firm-b", Buyer: "buyer-y"},
	} {
		got, pages := "", 0
		for q.Limit = 1; ; pages++ {
			page, err := s.Top(ctx, "jinju", q)
			if err != nil || page.Version != 7 {
				t.Fatal(page.Version, err)
			}
			for _, p := range page.Pairs {
				if got != "" {
					got += " "
				}
				got += string(p.Value)
			}
			if q.After = page.Next; q.After == "" {
				break
			}
		}
		if got != want {
			t.Errorf("%+v: %q, want %q", q, got, want)
		}
	}
	if err := s.Check(ctx); err != nil {
		t.Error(err)
	}
}
