package matcher

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"testing"

	"gonum.org/v1/gonum/mat"

	"sangdam/event"
	"sangdam/matcher/internal/lexicon"
)

// crowd makes up a fair of companies spread over the headings that the lexicon knows: one to three products or needs each, in one
// of four languages and with a few words of their own, three of ten without an HS code, one of five without a sector.
func crowd(firms, buyers int, seed uint64) *event.Event {
	r := rand.New(rand.NewPCG(seed, 0))
	var codes []string
	var names []event.Text
	for heading := 2501; heading < 9700; heading++ {
		code := fmt.Sprintf("%04d", heading)
		if name, ok := lexicon.Name(code); ok {
			codes, names = append(codes, code), append(names, name)
		}
	}
	sectors := []string{"machinery", "hydraulics", "auto-parts", "aerospace", "casting", "moulds", "forming", "steel", "ceramics", "electrical",
		"instruments", "chemicals", "power-transmission", "construction-machinery", "heat-treatment", "welding"}
	extra := []string{"A", "OEM", "2", "X7", "export", "제작", "대형", "소형", "专用", "重型", "для", "новые", "spare", "custom", "K-9", "정밀"}
	pick := func(of []string) string { return of[r.IntN(len(of))] }
	topic := func() (event.Text, []string, []string) {
		i := r.IntN(len(codes))
		lang := event.Languages[r.IntN(4)]
		text := event.Text{By: map[string]string{lang: brief(names[i].In(lang)) + " " + pick(extra) + " " + pick(extra)}}
		var hs, in []string
		if r.IntN(10) >= 3 {
			hs = []string{codes[i]}
		}
		if r.IntN(5) > 0 {
			in = []string{sectors[(i/7+r.IntN(2))%len(sectors)]}
		}
		return text, hs, in
	}
	marks := []string{"ISO 9001", "AS9100", "IATF 16949", "CE"}
	ev := &event.Event{Format: event.Format, ID: "crowd", Sessions: []event.Session{{ID: "s", Country: "CN", TimeZone: "UTC",
		Interpreters: []event.Interpreter{{ID: "i", Languages: event.Languages}}}}}
	for i := range firms {
		f := event.Firm{ID: fmt.Sprintf("F%06d", i), Languages: []string{"ko", pick(event.Languages)}, Certificates: []string{pick(marks), pick(marks)},
			Markets: []string{pick([]string{"CN", "RU"})}, CapacityUSD: event.Some(1e5 * (1 + 50*r.Float64()))}
		for range 1 + r.IntN(3) {
			name, hs, in := topic()
			f.Products = append(f.Products, event.Product{Name: name, HS: hs, Sectors: in})
		}
		ev.Firms = append(ev.Firms, f)
	}
	for i := range buyers {
		b := event.Buyer{ID: fmt.Sprintf("B%06d", i), Country: "CN", Languages: []string{pick(event.Languages)}, VolumeUSD: event.Some(1e5 * (1 + 20*r.Float64()))}
		if r.IntN(3) == 0 {
			b.RequiredCertificates = []string{pick(marks)}
		}
		for range 1 + r.IntN(3) {
			name, hs, in := topic()
			b.Needs = append(b.Needs, event.Need{Description: name, HS: hs, Sectors: in})
		}
		ev.Buyers = append(ev.Buyers, b)
	}
	return ev
}

func TestShortlistsOfACrowdAreExact(t *testing.T) {
	m := New(crowd(60, 400, 1), Options{})
	for _, of := range []Of{OfFirms, OfBuyers} {
		want := fromStandings(m, of, 7)
		lists, err := m.Shortlists(context.Background(), 0, of, 7)
		if err != nil {
			t.Fatal(err)
		}
		for index, got := range lists {
			if fmt.Sprint(got) != fmt.Sprint(want[index]) {
				t.Fatalf("%v %d:\n got %v\nwant %v", of, index, got, want[index])
			}
		}
	}
}

func TestMutualShortlistsAreThoseOfEachSide(t *testing.T) {
	for _, c := range [][3]int{{60, 400, 7}, {300, 40, 5}, {30, 20, 50}, {5, 5, 0}} {
		m := New(crowd(c[0], c[1], 4), Options{})
		firms, buyers, err := m.MutualShortlists(context.Background(), 0, c[2])
		if err != nil {
			t.Fatal(err)
		}
		for of, lists := range map[Of]iter.Seq2[int, []Standing]{OfFirms: firms, OfBuyers: buyers} {
			want := fromStandings(m, of, c[2])
			for index, got := range lists {
				if fmt.Sprint(got) != fmt.Sprint(want[index]) {
					t.Fatalf("%v, %v %d:\n got %v\nwant %v", c, of, index, got, want[index])
				}
			}
		}
	}
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := New(crowd(50, 50, 5), Options{}).MutualShortlists(stopped, 0, 5); err == nil {
		t.Error("no error although it was stopped")
	}
}

// BenchmarkTenThousandBuyers ranks 10 firms against 10,000 buyers, every pair.
func BenchmarkTenThousandBuyers(b *testing.B) {
	m := New(crowd(10, 10_000, 2), Options{})
	m.Standings()
	for b.Loop() {
		m.Standings()
	}
}

// BenchmarkShortlists finds the best 50 for every firm and for every buyer of n against n.
func BenchmarkShortlists(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 30_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := New(crowd(n, n, 3), Options{})
			m.layout()
			runtime.GC()
			for b.Loop() {
				if _, _, err := m.MutualShortlists(context.Background(), 0, 50); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(2*float64(n)*float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mpairs/s")
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			b.ReportMetric(float64(memory.Sys)/(1<<20), "MB")
		})
	}
}

// BenchmarkDenseProduct is the yardstick: scores as the product of two plain gonum matrices of 64 dimensions, n against n, without
// picking the best.
func BenchmarkDenseProduct(b *testing.B) {
	for _, n := range []int{1_000, 4_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			x, y, scores := mat.NewDense(n, 64, nil), mat.NewDense(n, 64, nil), mat.NewDense(n, n, nil)
			for i := range n {
				for j := range 64 {
					x.Set(i, j, float64(i%7)+1)
					y.Set(i, j, float64(j%5)+1)
				}
			}
			for b.Loop() {
				scores.Mul(x, y.T())
			}
			b.ReportMetric(float64(n)*float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mpairs/s")
		})
	}
}
