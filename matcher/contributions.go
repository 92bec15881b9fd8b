package matcher

import (
	"cmp"
	"math"
	"slices"
)

// A part is what a factor comes to in the score of a pair.
type part struct {
	value, weight float64
	contribution  int // in units of the score
}

// split divides a score over the factors. By Euler's theorem a factor contributes the derivative of the score by each gain, times
// its weighted value in that gain. Weight is the sum of the derivative times the share; value is contribution over weight, so
// a mean of what the two sides see. The contributions are rounded to whole units by largest remainder, and sum to the score.
func (m *Matcher) split(r *verdict, score int) (parts [factorCount]part) {
	_, byFirm, byBuyer := m.options.join(r.firm, r.buyer)
	if byFirm+byBuyer == 0 { // a gain of 0: show the plain weights
		byFirm, byBuyer = m.options.FirmShare, 1-m.options.FirmShare
	}
	var exact [factorCount]float64
	for f := range factors {
		s, o := r.shares[f], r.opinions[f]
		toFirm, toBuyer := byFirm*s.firm, byBuyer*s.buyer
		sum := toFirm*o.firm.value + toBuyer*o.buyer.value
		parts[f].weight = toFirm + toBuyer
		switch {
		case parts[f].weight > 0:
			parts[f].value = clamp(sum / parts[f].weight)
		case o.known():
			parts[f].value = max(o.firm.value, o.buyer.value)
		}
		exact[f] = sum
	}
	for f, units := range apportion(exact[:], score) {
		parts[f].contribution = units
	}
	return parts
}

// apportion rounds numbers to whole units that sum to a total: each is cut, and what is left goes to the largest remainders, the
// first of equals. A total that is not that of the numbers is reached by scaling them.
func apportion(exact []float64, total int) []int {
	whole := make([]int, len(exact))
	sum := 0.0
	for _, x := range exact {
		sum += x
	}
	if sum <= 0 || total == 0 {
		return whole
	}
	order := make([]int, len(exact))
	rest := make([]float64, len(exact))
	left := total
	for i, x := range exact {
		x = x / sum * float64(total)
		whole[i] = int(math.Floor(x))
		rest[i] = x - math.Floor(x)
		left -= whole[i]
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rest[b], rest[a]) })
	for k := 0; left > 0; k++ {
		whole[order[k%len(order)]]++
		left--
	}
	return whole
}
