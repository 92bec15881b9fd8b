package lp

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// packingProblem is a random one of the shape of the relaxations: columns with four entries of one, rows with small
// limits.
func packingProblem(r *rand.Rand, columns int) *Problem {
	rhs := make([]int64, columns/8+4)
	for i := range rhs {
		rhs[i] = 1 + int64(r.IntN(3))
	}
	p := New(rhs)
	for range columns {
		p.AddColumn(int64(r.IntN(10_000)), 1)
		first := r.IntN(len(rhs))
		for k := range 4 { // distinct rows
			p.Add(int32((first+k*(len(rhs)/4))%len(rhs)), 1)
		}
	}
	return p
}

// One iteration, on one goroutine and on two.
func BenchmarkFirstOrder(b *testing.B) {
	for _, columns := range []int{1_000, 10_000, 100_000} {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%d columns/%d workers", columns, workers), func(b *testing.B) {
				f := NewFirstOrder(packingProblem(rand.New(rand.NewPCG(1, 1)), columns), nil, workers)
				for b.Loop() {
					f.Run(1)
				}
			})
		}
	}
}

// Rounding prices and the exact bound that they prove.
func BenchmarkBound(b *testing.B) {
	for _, columns := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("%d columns", columns), func(b *testing.B) {
			p := packingProblem(rand.New(rand.NewPCG(1, 1)), columns)
			f := NewFirstOrder(p, nil, 1)
			f.Run(50)
			for b.Loop() {
				if p.Bound(Round(f.Y())) <= 0 {
					b.Fatal("no bound")
				}
			}
		})
	}
}
