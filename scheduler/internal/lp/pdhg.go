package lp

import (
	"math"
	"slices"
	"sync/atomic"

	"sangdam/internal/crew"
)

// FirstOrder approximates primal and dual optima by the primal-dual hybrid gradient method (Chambolle and Pock 2011)
// with diagonal steps (Pock and Chambolle 2011), the reflected Halpern iteration with restarts by fixed-point error (Lu
// and Yang 2024) and the primal weight of PDLP (Applegate et al. 2021). It departs from PDLP in that every variable is
// boxed, so that any prices give a bound (Problem.Bound) and no dual infeasibility needs to be measured.
//
// One iteration costs two passes over the entries. Prices come out good to about 1e-4 after a few thousand.
type FirstOrder struct {
	p          *Problem
	x, y       []float64   // the iterate
	x0, y0     []float64   // the anchor: the iterate at the last restart
	nx         []float64   // T(x)
	ny         []float64   // T(y)
	use        [][]float64 // by block of columns: its part of A(2 T(x) - x)
	moved      []float64   // by block: its part of the squared step
	cost, rhs  []float64
	tau, sigma []float64 // diagonal steps before the primal weight
	weight     float64   // primal weight
	inner      int       // iterations since the restart
	first      float64   // fixed-point error of the first iteration after the restart
	last       float64
	workers    int
	Iterations int // done so far
}

// entriesPerBlock is what a block of columns holds at least: below that, handing out blocks costs more than it gains.
const entriesPerBlock = 100_000

// NewFirstOrder starts from given prices, or from zero where start is nil, and works on up to workers goroutines.
func NewFirstOrder(p *Problem, start []float64, workers int) *FirstOrder {
	n, m := p.NumColumns(), p.NumRows()
	f := &FirstOrder{
		p: p, x: make([]float64, n), x0: make([]float64, n), nx: make([]float64, n),
		y: make([]float64, m), y0: make([]float64, m), ny: make([]float64, m), workers: workers,
		cost: make([]float64, n), rhs: make([]float64, m), tau: make([]float64, n), sigma: make([]float64, m),
	}
	for range 1 + min(15, len(p.Row)/entriesPerBlock) {
		f.use = append(f.use, make([]float64, m))
	}
	f.moved = make([]float64, len(f.use))
	var normC, normB float64
	for j, c := range p.Cost {
		f.cost[j] = float64(c)
		normC += f.cost[j] * f.cost[j]
		for k := p.Start[j]; k < p.Start[j+1]; k++ {
			a := math.Abs(float64(p.Val[k]))
			f.tau[j] += a
			f.sigma[p.Row[k]] += a
		}
		f.x[j] = float64(p.Lower[j])
	}
	for i, b := range p.RHS {
		f.rhs[i] = float64(b)
		normB += f.rhs[i] * f.rhs[i]
		f.sigma[i] = 1 / max(1, f.sigma[i])
	}
	for j := range f.tau {
		f.tau[j] = 1 / max(1, f.tau[j])
	}
	if start != nil {
		copy(f.y, start)
	}
	f.weight = math.Sqrt(max(1, normC)) / math.Sqrt(max(1, normB))
	f.restart()
	return f
}

func (f *FirstOrder) restart() {
	copy(f.x0, f.x)
	copy(f.y0, f.y)
	f.inner = 0
}

// X returns the primal iterate, nearly feasible; Y the prices. The slices are the method's own.
func (f *FirstOrder) X() []float64 { return f.nx }

// Y returns the prices of the last step, not negative.
func (f *FirstOrder) Y() []float64 { return f.ny }

// Run does some iterations.
func (f *FirstOrder) Run(iterations int) {
	for range iterations {
		f.step()
	}
}

// step does one reflected Halpern iteration z <- (k+1)/(k+2) (2 T(z) - z) + 1/(k+2) z0.
func (f *FirstOrder) step() {
	dx := f.primalStep()
	dy := f.dualStep()
	err := math.Sqrt(dx*f.weight + dy/f.weight)
	if f.inner == 0 {
		f.first, f.last = err, math.Inf(1)
	}
	f.inner++
	f.Iterations++
	if f.inner > 1 && (err <= 0.2*f.first || (err <= 0.8*f.first && err > f.last) || float64(f.inner) >= 0.36*float64(f.Iterations)) {
		f.reweigh()
		copy(f.x, f.nx)
		copy(f.y, f.ny)
		f.restart()
		return
	}
	f.last = err
	k := float64(f.inner - 1)
	a, b := (k+1)/(k+2), 1/(k+2)
	f.eachBlock(func(_, lo, hi int) {
		for j := lo; j < hi; j++ {
			f.x[j] = a*(2*f.nx[j]-f.x[j]) + b*f.x0[j]
		}
	})
	for i := range f.y {
		f.y[i] = a*(2*f.ny[i]-f.y[i]) + b*f.y0[i]
	}
}

// primalStep sets nx to T(x) and the blocks' use to A(2 T(x) - x); it returns the squared length of the step.
func (f *FirstOrder) primalStep() float64 {
	p := f.p
	f.eachBlock(func(b, from, to int) {
		use := f.use[b]
		clear(use)
		var dx float64
		for j := from; j < to; j++ {
			lo, hi := p.Start[j], p.Start[j+1]
			rows, vals := p.Row[lo:hi], p.Val[lo:hi]
			g := f.cost[j]
			for k, i := range rows {
				g -= float64(vals[k]) * f.y[i]
			}
			x := f.x[j]
			nx := min(float64(p.Upper[j]), max(float64(p.Lower[j]), x+f.tau[j]/f.weight*g))
			f.nx[j] = nx
			d := nx - x
			dx += d * d / f.tau[j]
			if e := nx + d; e != 0 {
				for k, i := range rows {
					use[i] += float64(vals[k]) * e
				}
			}
		}
		f.moved[b] = dx
	})
	total := 0.0
	for _, d := range f.moved {
		total += d
	}
	return total
}

// dualStep sets ny to T(y) and returns the squared length of the step.
func (f *FirstOrder) dualStep() float64 {
	total := 0.0
	for i := range f.y {
		use := 0.0
		for _, u := range f.use {
			use += u[i]
		}
		ny := max(0, f.y[i]+f.sigma[i]*f.weight*(use-f.rhs[i]))
		f.ny[i] = ny
		d := ny - f.y[i]
		total += d * d / f.sigma[i]
	}
	return total
}

// eachBlock runs f over the blocks of columns. How the columns are cut into blocks depends on the problem alone, so that
// the sums, and with them the result, are the same for any number of workers.
func (f *FirstOrder) eachBlock(do func(block, from, to int)) {
	blocks := len(f.use)
	n := len(f.x)
	if f.workers <= 1 || blocks == 1 {
		for b := range blocks {
			do(b, b*n/blocks, (b+1)*n/blocks)
		}
		return
	}
	var next atomic.Int32
	var wg crew.Crew
	for range min(f.workers, blocks) {
		wg.Go(func() {
			for {
				b := int(next.Add(1)) - 1
				if b >= blocks {
					return
				}
				do(b, b*n/blocks, (b+1)*n/blocks)
			}
		})
	}
	wg.Wait()
}

// reweigh balances the primal weight by how far primal and dual moved since the anchor.
func (f *FirstOrder) reweigh() {
	var dx, dy float64
	for j := range f.x {
		d := f.nx[j] - f.x0[j]
		dx += d * d / f.tau[j]
	}
	for i := range f.y {
		d := f.ny[i] - f.y0[i]
		dy += d * d / f.sigma[i]
	}
	if dx > 1e-20 && dy > 1e-20 {
		f.weight = math.Exp(0.5*math.Log(math.Sqrt(dy/dx)) + 0.5*math.Log(f.weight))
	}
}

// Prices returns a copy of the prices.
func (f *FirstOrder) Prices() []float64 { return slices.Clone(f.ny) }
