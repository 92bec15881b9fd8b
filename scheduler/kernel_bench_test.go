package scheduler

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"sangdam/scheduler/internal/lp"
)

// benchSizes are firms, buyers, slots: a delegation, a large one, a fair.
var benchSizes = [][3]int{{10, 40, 12}, {30, 60, 16}, {100, 150, 20}}

// eachSize runs a benchmark for an instance of every size: two sides, everyone free in seven slots of ten, three tables for
// four firms, four interpreters for ten, whom a third of the pairs need.
func eachSize(b *testing.B, run func(b *testing.B, in *Instance)) {
	for _, size := range benchSizes {
		firms, buyers, slots := size[0], size[1], size[2]
		b.Run(fmt.Sprintf("%dx%dx%d", firms, buyers, slots), func(b *testing.B) {
			run(b, mustInstance(b, benchSpec(rand.New(rand.NewPCG(1, 7)), firms, buyers, slots)))
		})
	}
}

func benchSpec(r *rand.Rand, firms, buyers, slots int) Spec {
	s := Spec{Days: make([]int32, slots), Tables: make([]TableSpec, firms*3/4), Interpreters: make([]InterpreterSpec, firms*4/10)}
	for i := range firms + buyers {
		var away SlotSet
		for t := range slots {
			if r.Float64() < 0.3 {
				away.Add(Slot(t))
			}
		}
		most := slots * 2 / 3
		if i >= firms {
			most = 1 + r.IntN(slots/2)
		}
		s.Participants = append(s.Participants, ParticipantSpec{Unavailable: away, Max: most})
	}
	for a := range firms {
		for v := range buyers {
			p := PairSpec{A: Participant(a), B: Participant(firms + v), Score: int64(r.IntN(ScoreScale + 1))}
			if v%3 == 0 {
				p.NeedsInterpreter = true
				for i := v % 2; i < len(s.Interpreters); i += 2 {
					p.Interpreters = append(p.Interpreters, Interpreter(i))
				}
			}
			s.Pairs = append(s.Pairs, p)
		}
	}
	return s
}

// One iteration of the first-order method on the time-indexed relaxation, on one goroutine.
func BenchmarkRelaxationIteration(b *testing.B) {
	eachSize(b, func(b *testing.B, in *Instance) {
		r := newRelaxation(in, aim{part: scorePart})
		f := lp.NewFirstOrder(r.lp, nil, 1)
		for b.Loop() {
			f.Run(1)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(r.lp.NumColumns()), "ns/column")
	})
}

// The bound that prices prove, in exact integers.
func BenchmarkExactBound(b *testing.B) {
	eachSize(b, func(b *testing.B, in *Instance) {
		r := newRelaxation(in, aim{part: scorePart})
		f := lp.NewFirstOrder(r.lp, nil, 1)
		f.Run(100)
		d := lp.Round(f.Y())
		for b.Loop() {
			if r.lp.Bound(d) <= 0 {
				b.Fatal("no bound")
			}
		}
	})
}

// Building the relaxation, which bounds what memory a solve takes.
func BenchmarkNewRelaxation(b *testing.B) {
	eachSize(b, func(b *testing.B, in *Instance) {
		b.ReportAllocs()
		for b.Loop() {
			newRelaxation(in, aim{part: scorePart})
		}
	})
}

// A thousand steps of the packer with more pairs wanting a place than there are places, so that it never finishes.
func BenchmarkPacking(b *testing.B) {
	const steps = 1000
	eachSize(b, func(b *testing.B, in *Instance) {
		k := newPacker(newPlacement(in), rand.New(rand.NewPCG(1, 1)))
		for e := range in.pairs {
			k.want(Pair(e))
		}
		for b.Loop() {
			if k.run(steps) {
				b.Fatal("every pair found a place")
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/steps, "ns/step")
	})
}

// A whole placement out of a fractional solution.
func BenchmarkRounding(b *testing.B) {
	eachSize(b, func(b *testing.B, in *Instance) {
		r := newRelaxation(in, aim{part: scorePart})
		f := lp.NewFirstOrder(r.lp, nil, 1)
		f.Run(500)
		rng := rand.New(rand.NewPCG(1, 1))
		for b.Loop() {
			r.round(f.X(), 2000, rng)
		}
	})
}

// Musts, minimums and score to the proof or to patience, without breaks, idle time and tables.
func BenchmarkChoose(b *testing.B) {
	eachSize(b, func(b *testing.B, in *Instance) {
		var gap int64
		for b.Loop() {
			s := newSearch(context.Background(), in, Options{Seed: 1})
			s.choose()
			gap = s.bound.Score - s.value.Score
		}
		b.ReportMetric(float64(gap), "gap-units")
	})
}

// The recomputation of every rule and figure of a schedule.
func BenchmarkVerify(b *testing.B) {
	eachSize(b, func(b *testing.B, in *Instance) {
		p := newPlacement(in)
		p.construct()
		schedule := p.schedule()
		for b.Loop() {
			if _, violations := Verify(in, schedule); len(violations) > 0 {
				b.Fatal(violations[0])
			}
		}
		b.ReportMetric(float64(schedule.Len()), "meetings")
	})
}
