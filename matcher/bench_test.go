package matcher

import (
	"os"
	"testing"

	"sangdam/event"
)

func delegation(b testing.TB) *event.Event {
	b.Helper()
	f, err := os.Open("../fixtures/jinju-2019.json")
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	ev, err := event.ReadEvent(f)
	if err != nil {
		b.Fatal(err)
	}
	return ev
}

// BenchmarkCompile understands every text of a delegation of 10 firms and 58 buyers.
func BenchmarkCompile(b *testing.B) {
	ev := delegation(b)
	for b.Loop() {
		New(ev, Options{})
	}
}

// BenchmarkRerank ranks the delegation again after a change of weights, with all the words of the match document.
func BenchmarkRerank(b *testing.B) {
	m := New(delegation(b), Options{})
	m.Rank()
	weights := []map[string]float64{{"hs": 0.5}, {"hs": 0.1}}
	for i := 0; b.Loop(); i++ {
		m.Reweighed(weights[i%2]).Rank()
	}
}

// BenchmarkStandings does so without the words.
func BenchmarkStandings(b *testing.B) {
	m := New(delegation(b), Options{})
	for b.Loop() {
		m.Standings()
	}
}
