package sheet

import (
	"fmt"
	"slices"
	"testing"
)

func TestWhatACorrectedFileChanges(t *testing.T) {
	before := readDocument(t, `{"sangdam": 1, "id": "e", "sessions": [], "buyers": [{"id": "B1", "country": "CN"}],
		"firms": [{"id": "F1", "name": {"ko": "가상", "en": "Imaginary"}, "capacity_usd": 1, "products": [{"hs": ["88"]}, {"hs": ["84"]}]}, {"id": "F2"}, {"id": "F3"}],
		"requests": [{"from": "F1", "to": "B1", "wish": "want"}]}`)
	after := readDocument(t, `{"sangdam": 1, "id": "e", "note": "x", "sessions": [], "buyers": [{"id": "B1", "country": "RU", "volume_usd": null}, {"id": "B2", "country": "CN"}],
		"firms": [{"id": "F1", "name": {"ko": "가상", "en": "Fictional"}, "products": [{"hs": ["88"]}], "languages": []}, {"id": "F3"}],
		"requests": [{"from": "F1", "to": "B1", "wish": "must"}]}`)
	var got []string
	for _, c := range Difference(before, after) {
		got = append(got, fmt.Sprintf("%s %s %s %s: %s > %s", c.Kind, c.Sheet, c.ID, c.Field, c.Old.In("en"), c.New.In("en")))
	}
	want := []string{
		"changed event e note:  > x",
		"changed firms F1 name: Imaginary > Fictional",
		"changed firms F1 languages:  > []",
		"changed firms F1 capacity_usd: 1 > ",
		"removed firms F2 :  > ",
		"removed products F1 #2 :  > ",
		"changed buyers B1 country: CN > RU",
		"changed buyers B1 volume_usd:  > null",
		"added buyers B2 :  > ",
		"changed wishes F1 → B1 wish: want > must",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	if changes := Difference(after, after); len(changes) > 0 {
		t.Errorf("the same event differs: %v", changes)
	}
	slices.Reverse(after.Firms)
	if changes := Difference(after, after); len(changes) > 0 {
		t.Errorf("the same event differs: %v", changes)
	}
}

func TestAnotherOrderIsAChange(t *testing.T) {
	before := readDocument(t, `{"sangdam": 1, "id": "e", "sessions": [], "firms": [{"id": "F1"}, {"id": "F2"}], "buyers": []}`)
	after := readDocument(t, `{"sangdam": 1, "id": "e", "sessions": [], "firms": [{"id": "F2"}, {"id": "F1"}], "buyers": []}`)
	if changes := Difference(before, after); len(changes) != 1 || changes[0].Sheet != "firms" || changes[0].Field != "" {
		t.Errorf("another order: %+v", changes)
	}
}
