package matcher

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
)

// A prior is normal and independent: mean and precision of each coefficient, the constant first.
type prior struct {
	mean      []float64
	precision []float64
}

// slopes are the scales tried for today's score: log-odds for a score of 1 against one of 0.
var slopes = []float64{0.5, 1, 2, 3, 4, 6, 8, 12}

// newPrior scales today's weights to log-odds: of the slopes, the one with which today's score predicts the outcomes best, the
// constant free. Trust is the precision of a weight's share; that of the constant is next to nothing.
func newPrior(data []observation, today [factorCount]float64, trust float64) prior {
	bestSlope, bestConstant, bestLoss := slopes[0], 0.0, math.Inf(1)
	for _, slope := range slopes {
		constant := 0.0
		for range 50 { // Newton in one dimension
			gradient, curvature := 0.0, 1e-9
			for _, o := range data {
				p := sigmoid(constant + slope*o.score)
				gradient += p - target(o)
				curvature += p * (1 - p)
			}
			constant -= max(-1, min(1, gradient/curvature))
		}
		loss := 0.0
		for _, o := range data {
			loss += logLoss(constant+slope*o.score, target(o))
		}
		if loss < bestLoss {
			bestSlope, bestConstant, bestLoss = slope, constant, loss
		}
	}
	sum := 0.0
	for _, w := range today {
		sum += w
	}
	p := prior{mean: []float64{bestConstant}, precision: []float64{1e-4}}
	for f := range unstatedFactor {
		p.mean = append(p.mean, bestSlope*today[f]/max(sum, 1e-9))
		p.precision = append(p.precision, trust)
	}
	return p
}

// fit finds the mode of the posterior and the inverse of its Hessian there. The negative log-posterior is convex, so Newton's
// method finds its only minimum.
func (p prior) fit(data []observation) (fitted, error) {
	n := len(p.mean)
	problem := optimize.Problem{
		Func: func(b []float64) float64 { return p.loss(b, data) },
		Grad: func(g, b []float64) { p.gradient(g, b, data) },
		Hess: func(h *mat.SymDense, b []float64) { p.hessian(h, b, data) },
	}
	result, err := optimize.Minimize(problem, append([]float64(nil), p.mean...), &optimize.Settings{GradientThreshold: 1e-8}, &optimize.Newton{})
	if result == nil {
		return fitted{}, fmt.Errorf("matcher: the weights could not be estimated: %w", err)
	}
	gradient := make([]float64, n)
	p.gradient(gradient, result.X, data)
	for _, g := range gradient {
		if math.Abs(g) > 1e-4 {
			return fitted{}, fmt.Errorf("matcher: the weights could not be estimated: stopped at a slope of %g (%v)", g, result.Status)
		}
	}
	hessian := mat.NewSymDense(n, nil)
	p.hessian(hessian, result.X, data)
	var factor mat.Cholesky
	if !factor.Factorize(hessian) {
		return fitted{}, fmt.Errorf("matcher: the estimate has no definite curvature")
	}
	covariance := mat.NewSymDense(n, nil)
	if err := factor.InverseTo(covariance); err != nil {
		return fitted{}, fmt.Errorf("matcher: the uncertainty could not be computed: %w", err)
	}
	return fitted{mat.NewVecDense(n, result.X), covariance}, nil
}

func (p prior) loss(b []float64, data []observation) float64 {
	loss := 0.0
	for _, o := range data {
		loss += logLoss(linear(b, o.values), target(o))
	}
	for i := range b {
		d := b[i] - p.mean[i]
		loss += p.precision[i] * d * d / 2
	}
	return loss
}

func (p prior) gradient(g, b []float64, data []observation) {
	for i := range b {
		g[i] = p.precision[i] * (b[i] - p.mean[i])
	}
	for _, o := range data {
		d := sigmoid(linear(b, o.values)) - target(o)
		g[0] += d
		for i, x := range o.values {
			g[i+1] += d * x
		}
	}
}

func (p prior) hessian(h *mat.SymDense, b []float64, data []observation) {
	h.Zero()
	for i := range b {
		h.SetSym(i, i, p.precision[i])
	}
	x := mat.NewVecDense(len(b), nil)
	for _, o := range data {
		q := sigmoid(linear(b, o.values))
		x.SetVec(0, 1)
		for i, v := range o.values {
			x.SetVec(i+1, v)
		}
		h.SymRankOne(h, q*(1-q), x)
	}
}

func linear(b, x []float64) float64 {
	z := b[0]
	for i, v := range x {
		z += b[i+1] * v
	}
	return z
}

// logLoss is -ln of the probability given to what happened, without overflow.
func logLoss(z, y float64) float64 {
	return max(z, 0) + math.Log1p(math.Exp(-math.Abs(z))) - y*z
}

func target(o observation) float64 {
	if o.success {
		return 1
	}
	return 0
}
