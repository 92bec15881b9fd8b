package matcher

import (
	"context"
	"fmt"
	"slices"
	"testing"
)

func TestTablesAreTheNearestOfTheirSets(t *testing.T) {
	m := New(crowd(80, 90, 6), Options{})
	kept, worked := m.layWithin(manySets), m.layWithin(0)
	if kept.codes.forFirms == nil || worked.codes.forFirms != nil {
		t.Fatal("the limit is not kept")
	}
	var memory []float64
	for a, firm := range kept.firms.codeSets {
		for b, buyer := range kept.buyers.codeSets {
			_, _, want := nearest(firm, buyer)
			want = max(0, want)
			a, b := int32(a), int32(b)
			for _, l := range []*layout{kept, worked} {
				got := []float64{l.codes.at(a, b), l.codes.row(true, a, &memory)[b], l.codes.row(false, b, &memory)[a]}
				if !slices.Equal(got, []float64{want, want, want}) {
					t.Fatalf("codes %d and %d: %v, want %v", a, b, got, want)
				}
			}
		}
	}
	for a, firm := range kept.firms.sectorSets {
		for b, buyer := range kept.buyers.sectorSets {
			_, _, want := m.words.sectors.Closest(firm, buyer)
			if got := kept.sectors.at(int32(a), int32(b)); got != want {
				t.Fatalf("sectors %d and %d: %v, want %v", a, b, got, want)
			}
		}
	}
}

func TestShortlistsAreTheSameWithoutTables(t *testing.T) {
	m := New(crowd(60, 90, 7), Options{})
	bare := *m
	l := m.layWithin(0)
	bare.layout = func() *layout { return l }
	for _, of := range []Of{OfFirms, OfBuyers} {
		want, err := m.Shortlists(context.Background(), 0, of, 9)
		if err != nil {
			t.Fatal(err)
		}
		got, err := bare.Shortlists(context.Background(), 0, of, 9)
		if err != nil {
			t.Fatal(err)
		}
		lists := map[int]string{}
		for i, list := range want {
			lists[i] = fmt.Sprint(list)
		}
		for i, list := range got {
			if fmt.Sprint(list) != lists[i] {
				t.Fatalf("%v %d:\n got %v\nwant %v", of, i, list, lists[i])
			}
		}
	}
}
