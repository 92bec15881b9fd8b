package event

import "testing"

func TestWishes(t *testing.T) {
	x := NewIndex(&Event{
		Firms:  []Firm{{ID: "F1"}, {ID: "F2"}},
		Buyers: []Buyer{{ID: "B1"}, {ID: "B2"}},
		Requests: []Request{
			{"F1", "B1", Must}, {"B1", "F1", Never},
			{"B2", "F1", Must},
			{"F1", "F2", Must}, {"F1", "B9", Must},
		},
	})
	tests := []struct {
		firm, buyer   string
		want          Wishes
		must, refused bool
	}{
		{"F1", "B1", Wishes{Must, Never}, false, true},
		{"F1", "B2", Wishes{"", Must}, true, false},
		{"F2", "B1", Wishes{}, false, false},
		{"F1", "F2", Wishes{}, false, false},
	}
	for _, tt := range tests {
		w := x.Wishes(tt.firm, tt.buyer)
		if w != tt.want || w.Must() != tt.must || w.Refused() != tt.refused {
			t.Errorf("%s-%s: got %+v, must %v, refused %v", tt.firm, tt.buyer, w, w.Must(), w.Refused())
		}
	}
	if got := len(x.WishesOf("F1")); got != 2 {
		t.Errorf("wishes of F1 are about %d buyers, want 2", got)
	}
}
