package event

import (
	"slices"
	"strings"
	"testing"
)

func TestAboveWalksUpALocation(t *testing.T) {
	var root *place
	at := root.field("firms").item(3).field("sessions").field(`odd ["key"]`).field("unavailable").item(0).field("end")
	want := []string{
		`firms[3].sessions["odd [\"key\"]"].unavailable[0].end`,
		`firms[3].sessions["odd [\"key\"]"].unavailable[0]`,
		`firms[3].sessions["odd [\"key\"]"].unavailable`,
		`firms[3].sessions["odd [\"key\"]"]`,
		`firms[3].sessions`,
		`firms[3]`,
		`firms`,
		``,
	}
	var got []string
	for loc, ok := at.String(), true; ok; loc, ok = above(loc) {
		got = append(got, loc)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestLocate(t *testing.T) {
	doc := `{"a": [1, {"b": 2, "odd key": [3]}], "a": 4, "c": "x"}`
	tests := []struct{ loc, want string }{
		{"", `{"a": [1`},
		{"a", `[1, {`},
		{"a[0]", `1, {`},
		{"a[1].b", `2, "odd`},
		{`a[1]["odd key"][0]`, `3]}`},
		{"a[1].missing", `{"b": 2`},
		{"a[7].b", `[1, {`},
		{"c", `"x"}`},
		{"d.e[0]", `{"a": [1`},
	}
	var locations []string
	for _, tt := range tests {
		locations = append(locations, tt.loc)
	}
	for i, offset := range locate([]byte(doc), locations) {
		if !strings.HasPrefix(doc[offset:], tests[i].want) {
			t.Errorf("%q is at %q, want %q", tests[i].loc, doc[offset:], tests[i].want)
		}
	}
}
