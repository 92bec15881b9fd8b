package lp

import (
	"math"
	"math/rand/v2"
	"testing"

	simplex "gonum.org/v1/gonum/optimize/convex/lp"

	"gonum.org/v1/gonum/mat"
)

// random returns a packing problem with some rows that ask for a least amount, and a whole point that satisfies it.
func random(r *rand.Rand) (*Problem, []int64) {
	rows, columns := 1+r.IntN(6), 1+r.IntN(8)
	unit := int64(1 + 99*r.IntN(2))
	p := New(make([]int64, rows))
	x := make([]int64, columns)
	for j := range columns {
		p.AddColumn(int64(r.IntN(2000))*unit, int32(1+r.IntN(2)))
		x[j] = int64(r.IntN(int(p.Upper[j]) + 1))
		for i := range rows {
			if r.IntN(2) == 0 {
				val := int8(1)
				if i%3 == 2 {
					val = -1
				}
				p.Add(int32(i), val)
				p.RHS[i] += int64(val) * x[j]
			}
		}
	}
	for i := range rows {
		p.RHS[i] += int64(r.IntN(2))
	}
	return p, x
}

func value(p *Problem, x []int64) int64 {
	var v int64
	for j, c := range p.Cost {
		v += c * x[j]
	}
	return v
}

// Weak duality: whatever the prices, the bound is no less than any solution's value.
func TestAnyPricesGiveABound(t *testing.T) {
	odd := []float64{0, 1, -5, 1e-9, 1e6, 1e12, 1e300, math.Inf(1), math.Inf(-1), math.NaN()}
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 1))
		p, x := random(r)
		y := make([]float64, p.NumRows())
		for i := range y {
			if y[i] = r.Float64() * 1000; r.IntN(4) == 0 {
				y[i] = odd[r.IntN(len(odd))]
			}
		}
		if b := Whole(p.Bound(Round(y)), p.Unit()); b < value(p, x) {
			t.Fatalf("seed %d: prices %v prove %d, but a solution has %d", seed, y, b, value(p, x))
		}
	}
}

func TestUnit(t *testing.T) {
	for _, c := range []struct {
		costs []int64
		want  int64
	}{{nil, 1}, {[]int64{0, 0}, 1}, {[]int64{6, 0, 9}, 3}, {[]int64{-1, 0}, 1}, {[]int64{-4, 6}, 2}, {[]int64{1000, 7000}, 1000}} {
		p := New(nil)
		for _, v := range c.costs {
			p.AddColumn(v, 1)
		}
		if got := p.Unit(); got != c.want {
			t.Errorf("costs %v: unit %d, want %d", c.costs, got, c.want)
		}
	}
	if got := Whole(653571*DualScale+5, 1000); got != 653000 {
		t.Errorf("653571 rounded down to thousands is %d", got)
	}
	if got := Whole(-3*DualScale/2, 1); got != -2 {
		t.Errorf("-1.5 rounded down is %d", got)
	}
}

func TestBoundClaimsNothingWhereItMightOverflow(t *testing.T) {
	p := New([]int64{1 << 40, 1 << 40})
	p.AddColumn(1<<20, 1)
	p.Add(0, 1)
	if b := p.Bound(Round([]float64{maxPrice, maxPrice})); b != math.MaxInt64 {
		t.Errorf("bound %d, want none", b)
	}
}

// optimum solves the relaxation with gonum's simplex, after giving every row and every box a slack.
func optimum(t *testing.T, p *Problem) float64 {
	t.Helper()
	rows, columns := p.NumRows(), p.NumColumns()
	a := mat.NewDense(rows+columns, 2*columns+rows, nil)
	b := make([]float64, rows+columns)
	c := make([]float64, 2*columns+rows)
	for j := range columns {
		c[j] = -float64(p.Cost[j])
		for k := p.Start[j]; k < p.Start[j+1]; k++ {
			a.Set(int(p.Row[k]), j, float64(p.Val[k]))
		}
		a.Set(rows+j, j, 1)
		a.Set(rows+j, columns+rows+j, 1)
		b[rows+j] = float64(p.Upper[j])
	}
	for i := range rows {
		a.Set(i, columns+i, 1)
		b[i] = float64(p.RHS[i])
	}
	v, _, err := simplex.Simplex(c, a, b, 1e-9, nil)
	if err != nil {
		t.Fatal(err)
	}
	return -v
}

func TestFirstOrderReachesTheOptimum(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 2))
		p, _ := random(r)
		want := optimum(t, p)
		f := NewFirstOrder(p, nil, 1)
		f.Run(4000)
		got := float64(p.Bound(Round(f.Y()))) / DualScale
		if got < want-1e-3 || got > want+0.01+want*1e-4 {
			t.Errorf("seed %d: prices prove %v, the optimum is %v", seed, got, want)
		}
	}
}

// The result depends on how the problem is cut into blocks, and that on its size alone.
func TestSamePricesWithAnyNumberOfWorkers(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	const rows = 400
	p := New(make([]int64, rows))
	for i := range p.RHS {
		p.RHS[i] = 50
	}
	for range 3 * entriesPerBlock / 4 {
		p.AddColumn(int64(r.IntN(10000)), 1)
		for k := range int32(4) {
			p.Add(k*rows/4+int32(r.IntN(rows/4)), 1)
		}
	}
	one, three := NewFirstOrder(p, nil, 1), NewFirstOrder(p, nil, 3)
	one.Run(20)
	three.Run(20)
	if len(one.use) < 3 {
		t.Fatalf("%d blocks: the test needs several", len(one.use))
	}
	for i := range one.Y() {
		if one.Y()[i] != three.Y()[i] {
			t.Fatalf("price %d is %v with one worker, %v with three", i, one.Y()[i], three.Y()[i])
		}
	}
}

func TestCompactKeepsTheBound(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 4))
		p, _ := random(r)
		p.RHS = append(p.RHS, 3, 0)
		q, kept, feasible := p.Compact()
		y := make([]float64, q.NumRows())
		for i := range y {
			y[i] = float64(r.IntN(500))
		}
		if !feasible || q.Bound(Round(y)) != p.Bound(Round(Scatter(y, kept, p.NumRows()))) {
			t.Fatalf("seed %d: compacting changed the bound", seed)
		}
	}
	p := New([]int64{-1})
	if _, _, feasible := p.Compact(); feasible {
		t.Error("an empty row that asks for something is feasible")
	}
}
