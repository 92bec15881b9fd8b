package sat

import (
	"math/rand/v2"
	"testing"
)

// FuzzSolve reads a formula from bytes, a constraint from every few of them, and compares with exhaustive search after
// each group.
func FuzzSolve(f *testing.F) {
	f.Add(uint64(1), []byte{5, 3, 1, 2, 3, 4, 0, 7, 9, 2, 2, 1})
	f.Add(uint64(2), []byte{9, 1, 0, 6, 2, 8, 8, 8, 3, 200, 100, 50, 25, 12, 6, 3})
	f.Fuzz(func(t *testing.T, seed uint64, data []byte) {
		if len(data) < 2 || len(data) > 200 {
			return
		}
		y := toy{vars: 2 + int(data[0])%9}
		s := New(Options{Seed: seed, PhaseTrue: data[0]&64 != 0})
		if data[0]&128 != 0 {
			s.tidying.at, s.tidying.unit, s.reducing.at, s.reducing.unit = 1, 1, 1, 1
		}
		for range y.vars {
			s.NewVar()
		}
		rng := rand.New(rand.NewPCG(seed, 4))
		for data = data[1:]; len(data) >= 3; {
			kind, n := data[0]%5, min(1+int(data[1])%8, len(data)-2)
			need := int64(data[1]>>4) - 2
			var terms []Term
			var lits []Lit
			for _, b := range data[2 : 2+n] {
				l := Lit(int(b) % (2 * y.vars))
				lits = append(lits, l)
				terms = append(terms, Term{int64(b>>5) - 1, l})
			}
			data = data[2+n:]
			switch kind {
			case 0:
				y.rows = append(y.rows, row{terms, need})
				s.AddLinear(terms, need)
			case 1:
				k := max(0, int(need))
				r := row{need: int64(len(lits) - k)}
				for _, l := range lits {
					r.terms = append(r.terms, Term{1, Not(l)})
				}
				y.rows = append(y.rows, r)
				s.AddAtMost(lits, k)
			case 2:
				checkAgainstBrute(t, y, s, lits[:min(len(lits), rng.IntN(4))])
			default:
				y.rows = append(y.rows, clauseRow(lits...))
				s.AddClause(lits...)
			}
		}
		checkAgainstBrute(t, y, s, nil)
	})
}
