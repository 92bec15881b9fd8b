package matcher

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mat"

	"sangdam/event"
)

// Limits of what is enough to learn from.
const (
	leastMeetings  = 60 // reported meetings
	leastSuccesses = 10 // and as many failures
)

// ErrTooLittleData is returned with a Proposal that tells what there was, when it is too little to move any weight.
var ErrTooLittleData = errors.New("matcher: too little data to learn from")

// A Proposal is what was learnt from outcomes: weights to think about, how sure they are, and how well they would have ranked.
// It is never applied by itself.
type Proposal struct {
	Meetings    int              // reported meetings that could be scored
	Successes   int              // of them: signed, agreed in an MOU, or rated 4 or better; where nobody rated, expected to lead to a contract
	Weights     []ProposedWeight // in the order of FactorNames
	Today       Quality          // of today's weights, cross-validated
	Proposed    Quality          // of the proposed ones, cross-validated
	Calibration []Bin            // of the proposed, cross-validated
	Recommended bool             // the proposal ranks and predicts at least as well, and beats chance by more than its error
	Reason      event.Text       // why it is recommended, or not
}

// A ProposedWeight is one factor's weight today and after learning.
type ProposedWeight struct {
	Factor    string
	Today     float64
	Proposed  float64
	Deviation float64 // standard deviation of the proposed weight, by Laplace's approximation
	Moved     bool    // differs from today by more than two deviations
}

// DocumentWeights returns the proposed weights as an event document has them.
func (p Proposal) DocumentWeights() map[string]float64 {
	w := make(map[string]float64, len(p.Weights))
	for _, x := range p.Weights {
		w[x.Factor] = round(x.Proposed)
	}
	return w
}

// LearnOptions steer Learn. The zero value is the default.
type LearnOptions struct {
	Trust float64 // how many times today's weights are trusted: prior precision of a coefficient of the log-odds; zero: 4
	Folds int     // of cross-validation; zero: 5
}

// Learn re-estimates the weights of the factors from the outcomes of events. The model is logistic: the log-odds of a success are
// a + Σ b·x over the factors' values x, where a factor that knows nothing has the pair's score for a value, as ranking has
// it. The prior of b is normal around today's weights, scaled so that today's score fits the outcomes best; its mode is
// found with gonum's Newton method, its spread by Laplace's approximation. The proposed weights are b, never below 0, scaled
// to the sum of today's.
//
// One trip yields ninety meetings and a handful of successes, so the prior is strong and the answer may well be to change
// nothing. With fewer than 60 meetings, or 10 successes or failures, the error is ErrTooLittleData and the weights stay.
func Learn(opt LearnOptions, events ...*event.Event) (Proposal, error) {
	if opt.Trust <= 0 {
		opt.Trust = 4
	}
	if opt.Folds < 2 {
		opt.Folds = 5
	}
	today := weightsOf(nil)
	if len(events) > 0 {
		today = weightsOf(events[len(events)-1].Weights)
	}
	var data []observation
	for _, ev := range events {
		data = append(data, observe(ev, today)...)
	}
	p := Proposal{Meetings: len(data)}
	for _, o := range data {
		if o.success {
			p.Successes++
		}
	}
	for f, name := range FactorNames() {
		p.Weights = append(p.Weights, ProposedWeight{Factor: name, Today: today[f], Proposed: today[f]})
	}
	if len(data) < leastMeetings || min(p.Successes, len(data)-p.Successes) < leastSuccesses {
		p.Reason = learnTooLittle.Text()
		return p, ErrTooLittleData
	}
	prior := newPrior(data, today, opt.Trust)
	fit, err := prior.fit(data)
	if err != nil {
		return p, err
	}
	p.fill(fit, today)
	if err := p.validate(data, today, opt); err != nil {
		return p, err
	}
	p.decide()
	return p, nil
}

// fill scales the coefficients of a fit to weights with today's sum.
func (p *Proposal) fill(fit fitted, today [factorCount]float64) {
	sum, total := 0.0, 0.0
	for f := range p.Weights {
		sum += max(0, fit.mode.AtVec(f+1))
		total += today[f]
	}
	if sum == 0 {
		return
	}
	for f := range p.Weights {
		w := &p.Weights[f]
		w.Proposed = max(0, fit.mode.AtVec(f+1)) * total / sum
		w.Deviation = math.Sqrt(fit.covariance.At(f+1, f+1)) * total / sum
		w.Moved = math.Abs(w.Proposed-w.Today) > 2*w.Deviation
	}
}

// A fitted model is the mode of the posterior, the constant first, and its covariance.
type fitted struct {
	mode       *mat.VecDense
	covariance *mat.SymDense
}

// probability is the modelled chance of a success.
func (f fitted) probability(x []float64) float64 {
	z := f.mode.AtVec(0)
	for i, v := range x {
		z += f.mode.AtVec(i+1) * v
	}
	return sigmoid(z)
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }
