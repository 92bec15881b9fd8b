package matcher

import (
	"math"

	"sangdam/matcher/internal/lexicon"
)

// A horizon bounds the cosine over concepts of one text with each region of the other side.
type horizon []float32

// look computes the horizon of a text. It costs as much as there are regions in which its concepts occur.
func (h *horizon) look(a *atlas, d *denseText) {
	if n := len(a.regions); len(*h) != n {
		*h = make([]float32, n)
	}
	sums := *h
	clear(sums)
	for _, x := range d.text.concepts {
		for _, c := range a.crests[x.id] {
			sums[c.region] += x.weight * c.weight
		}
	}
	for r := range sums {
		sums[r] = min(1, sums[r]+d.trifle)
	}
}

// head bounds the cosine over concepts with the text of a stall, and reports whether that is at least so much. By the inequality of
// Cauchy and Schwarz, what the head leaves out of the product is at most the length of the stall's tail times that of the text
// without the concepts in the head.
func (d *denseText) head(s *stall, least float32) (bound float32, ok bool) {
	sum, rest := d.trifle, d.square+d.trifle
	for i, id := range s.heads {
		x := d.concepts[id]
		sum += x * s.weights[i]
		rest -= x * x
	}
	rest = max(0, rest) * s.tail * s.tail
	if missing := least - sum; missing > 0 && missing*missing > rest {
		return 0, false
	}
	return min(1, sum+float32(math.Sqrt(float64(rest)))), true
}

// A hearing turns a bound on the cosine over concepts into one on the similarity, words taken to be the same where both have some
// of one language, and back.
type hearing bool

func (h hearing) similarity(concepts float32) float64 {
	if !h {
		return float64(concepts)
	}
	return lexicon.Combine(float64(concepts), 1)
}

func (h hearing) concepts(similarity float64) float32 {
	if h {
		similarity = lexicon.Lacking(similarity, 1)
	}
	return float32(similarity - 1e-6*(1+math.Abs(similarity)))
}
