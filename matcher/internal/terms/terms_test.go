package terms

import (
	"testing"

	"sangdam/event"
)

func TestSimilarity(t *testing.T) {
	text := func(s string) event.Text { return event.Text{Plain: s} }
	for _, c := range []struct {
		a, b     string
		low, top float64
		same     bool
	}{
		{"유압 실린더", "유압실린더 부품", 0.5, 0.95, true},
		{"hydraulic cylinders", "cylinder, hydraulic", 0.99, 1, true},
		{"гидравлические насосы", "насос гидравлический", 0.99, 1, true},
		{"工程机械用液压件", "液压件", 0.4, 0.9, true},
		{"hydraulic cylinders", "food", 0, 0, true},
		{"유압 실린더", "hydraulic cylinder", 0, 0, false},
	} {
		got, same := Of(text(c.a)).Similarity(Of(text(c.b)))
		if same != c.same || got < c.low || got > c.top {
			t.Errorf("%q and %q: %.2f (comparable %v), want %.2f to %.2f (%v)", c.a, c.b, got, same, c.low, c.top, c.same)
		}
	}
}

func TestBestLanguageCounts(t *testing.T) {
	a := Of(event.Text{By: map[string]string{"ko": "금형", "en": "moulds for tyres"}})
	b := Of(event.Text{By: map[string]string{"en": "moulds for tyres", "zh": "模具"}})
	if got, _ := a.Similarity(b); got < 0.99 {
		t.Errorf("two texts that are equal in English: %.2f, want 1", got)
	}
	if !Of(event.Text{}).Empty() {
		t.Error("no text, yet terms")
	}
}
