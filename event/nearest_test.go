package event

import "testing"

func TestNearest(t *testing.T) {
	known := []string{"minimum_order_usd", "capacity_usd", "markets", "hs", "F01", "B001", "바이어"}
	tests := []struct{ word, want string }{
		{"market", "markets"},
		{"capcaity_usd", "capacity_usd"},
		{"Capacity_USD", "capacity_usd"},
		{"minimum_order", "minimum_order_usd"},
		{"hsx", "hs"},
		{"바이아", "바이어"},
		{"colour", ""},
		{"", ""},
		{"F02", "F01"},
		{"B01", "B001"},
		{"markets", ""},
		{"hsxyz", ""}, // two letters less is more than a third of five
		{"CAPACIZZ_USD", "capacity_usd"},
		{"F11", "F01"},
	}
	for _, tt := range tests {
		if got, ok := Nearest(tt.word, known); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%q: got %q, %v; want %q", tt.word, got, ok, tt.want)
		}
	}
}

func TestDistance(t *testing.T) {
	tests := []struct {
		a, b string
		want int
	}{
		{"", "abc", 3}, {"abc", "abc", 0}, {"abc", "ABC", 0}, {"abc", "acb", 1}, {"kitten", "sitting", 3}, {"ab", "ba", 1}, {"AZ", "az", 0}, {"[", "{", 1},
	}
	for _, tt := range tests {
		if got := distance([]rune(tt.a), []rune(tt.b)); got != tt.want {
			t.Errorf("%q to %q: got %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
