package matcher

import (
	"cmp"
	"math"

	"sangdam/event"
)

// An Aggregator joins what the firm gains and what the buyer gains into one score.
type Aggregator string

// The aggregators, for gains F and B and a share a of the firm. All are homogeneous of degree one, so by Euler's theorem the
// score is the sum of each gain times its derivative, and splits over the factors without remainder.
const (
	// Geometric is F^a · B^(1-a), the bargaining solution of Nash with no meeting as the point of disagreement: no side can
	// make up for the other gaining nothing, and doubling one side's gain is worth the same whatever the other's.
	Geometric Aggregator = "geometric"
	// Harmonic is 1 / (a/F + (1-a)/B): nearer to the worse-off side.
	Harmonic Aggregator = "harmonic"
	// Arithmetic is a·F + (1-a)·B: one side's gain makes up for the other's.
	Arithmetic Aggregator = "arithmetic"
)

// withDefaults fills in what the options leave open: as the event asks, else as the product has it.
func (o Options) withDefaults(ev *event.Event) Options {
	o.Aggregator = cmp.Or(o.Aggregator, Aggregator(ev.Aggregator), Geometric)
	if o.FirmShare == 0 {
		o.FirmShare = ev.FirmShare.Or(0.5)
	}
	if !(o.FirmShare > 0 && o.FirmShare < 1) {
		o.FirmShare = 0.5
	}
	return o
}

// worth is the score of two gains.
func (o Options) worth(firm, buyer float64) float64 {
	a := o.FirmShare
	switch {
	case o.Aggregator == Arithmetic:
		return float64(a*firm) + float64((1-a)*buyer)
	case firm <= 0 || buyer <= 0:
		return 0
	case o.Aggregator == Harmonic:
		return 1 / (a/firm + (1-a)/buyer)
	case a == 0.5:
		return math.Sqrt(firm * buyer)
	}
	return math.Pow(firm, a) * math.Pow(buyer, 1-a)
}

// join returns the score and its derivatives by the two gains. Where a derivative is not defined, at a gain of 0, the
// arithmetic one stands in: the contributions it leads to are scaled to the score by the caller.
func (o Options) join(firm, buyer float64) (score, byFirm, byBuyer float64) {
	a := o.FirmShare
	score = o.worth(firm, buyer)
	switch {
	case o.Aggregator == Arithmetic:
		return score, a, 1 - a
	case firm <= 0 || buyer <= 0:
		return 0, 0, 0
	case o.Aggregator == Harmonic:
		return score, a * score * score / (firm * firm), (1 - a) * score * score / (buyer * buyer)
	}
	return score, a * score / firm, (1 - a) * score / buyer
}
