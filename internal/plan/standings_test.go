package plan

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
)

// TestStandingsAreTheMatchWithoutWords compares them, and the schedules that come of them.
func TestStandingsAreTheMatchWithoutWords(t *testing.T) {
	ev, pairs := jinju(t)
	bare, err := Standings(ev)
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{Iterations: 10, Seed: 1, Clock: still}
	full, errFull := Schedule(t.Context(), ev, pairs, opt)
	short, errShort := Schedule(t.Context(), ev, bare, opt)
	if errFull != nil || errShort != nil {
		t.Fatal(errFull, errShort)
	}
	if diff := cmp.Diff(full, short); diff != "" {
		t.Errorf("another schedule comes of it:\n%s", diff)
	}
	for i := range pairs {
		pairs[i] = event.Pair{
			Session: pairs[i].Session, Firm: pairs[i].Firm, Buyer: pairs[i].Buyer, Score: pairs[i].Score,
			RankForFirm: pairs[i].RankForFirm, RankForBuyer: pairs[i].RankForBuyer, Must: pairs[i].Must, Excluded: pairs[i].Excluded,
		}
	}
	if !reflect.DeepEqual(pairs, bare) {
		t.Error("the pairs stand elsewhere than in the match document")
	}
	ev.Weights = map[string]float64{"beauty": 1}
	if _, err := Standings(ev); err == nil {
		t.Error("a weight that no factor has is taken")
	}
}
