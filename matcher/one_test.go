package matcher

import "testing"

func TestOneIsAsInTheRanking(t *testing.T) {
	ev := smallEvent()
	m := New(ev, Options{})
	ranked := m.Standings()
	if len(ranked) == 0 {
		t.Fatal("nothing is ranked")
	}
	for _, want := range ranked {
		want.RankForFirm, want.RankForBuyer = 0, 0
		if got, ok := m.One(want.Session, want.Firm, want.Buyer); !ok || got != want {
			t.Errorf("got %+v %v, want %+v", got, ok, want)
		}
	}
	ev.Sessions[0].Country = "JP" // the buyers take part in the sessions of their own country
	if s, ok := New(ev, Options{}).One(0, 0, 0); ok {
		t.Errorf("a buyer of another country is judged: %+v", s)
	}
}
