package lexicon

import (
	"math"
	"testing"
)

// A word that the text repeats, once as what is offered and once as what that is for, weighs the same in whatever order the words
// come to be counted.
func TestRepeatedWords(t *testing.T) {
	x := knowledge()
	words := x.read(readable("pumps, valves for pumps, pumps parts, bearings for pumps and valves"), "")
	want := x.vector(append([]word(nil), words...))
	for range len(words) {
		words = append(words[1:], words[0])
		got := x.vector(append([]word(nil), words...))
		if len(got.ids) != len(want.ids) {
			t.Fatalf("%d concepts, then %d", len(want.ids), len(got.ids))
		}
		for i := range got.weights {
			if got.ids[i] != want.ids[i] || math.Abs(float64(got.weights[i]-want.weights[i])) > 1e-5 {
				t.Fatalf("component %d: concept %d weighs %g, then %d %g", i, want.ids[i], want.weights[i], got.ids[i], got.weights[i])
			}
		}
	}
}

// A row of goods far from machinery makes no word of machinery rarer or more common.
func TestFarRowsChangeNoWeights(t *testing.T) {
	rows := embeddedRows(t)
	var near []row
	for _, r := range rows {
		if !r.far() {
			near = append(near, r)
		}
	}
	if len(near) == len(rows) {
		t.Fatal("no row is far")
	}
	with, without := knowledge(), newIndex(near)
	for key, id := range without.terms {
		if got := with.idf[with.terms[key]]; got != without.idf[id] {
			t.Errorf("%q weighs %g, and %g without the far rows", key, got, without.idf[id])
		}
	}
}
