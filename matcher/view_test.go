package matcher

import (
	"math"
	"testing"

	"sangdam/event"
)

// viewOf compiles one firm and one buyer in a session without slots, with the product and need that fit best.
func viewOf(t *testing.T, s event.Session, f event.Firm, b event.Buyer) *view {
	t.Helper()
	f.ID, b.ID, s.ID = "F", "B", "S"
	m := New(&event.Event{Sessions: []event.Session{s}, Firms: []event.Firm{f}, Buyers: []event.Buyer{b}}, Options{})
	v := &view{place: &m.sessions[0], firm: &m.firms[0], buyer: &m.buyers[0], words: m.words}
	var r verdict
	m.choose(v, nil, &r)
	return v
}

func product(name string, sectors []string, hs ...string) []event.Product {
	return []event.Product{{Name: event.Text{Plain: name}, Sectors: sectors, HS: hs}}
}

func need(text string, sectors []string, hs ...string) []event.Need {
	return []event.Need{{Description: event.Text{Plain: text}, Sectors: sectors, HS: hs}}
}

func checkGrade(t *testing.T, what string, got grade, known bool, value float64) {
	t.Helper()
	if got.known != known || math.Abs(got.value-value) > 1e-9 {
		t.Errorf("%s: got %v (known %v), want %v (known %v)", what, got.value, got.known, value, known)
	}
}

func checkKorean(t *testing.T, got event.Text, want string) {
	t.Helper()
	if got.In("ko") != want {
		t.Errorf("got %q, want %q", got.In("ko"), want)
	}
}
