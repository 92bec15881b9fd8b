package matcher

import "sangdam/event"

// An observation is one reported meeting: what the factors said before it, and what came of it.
type observation struct {
	group   string    // the meetings of one firm at one event are ranked against each other
	values  []float64 // of the factors, in the order of FactorNames
	score   float64   // by today's weights
	grade   int       // 0 not held, 1 held, 2 promising, 3 MOU, 4 signed
	success bool      // promising or better
}

// Grades of what came of a meeting.
const (
	notHeld = iota
	held
	promising
	agreed
	signed
)

// goodRating is the least mean rating that counts as promising.
const goodRating = 4

// observe scores the reported meetings of an event with given weights, as if its own scores and wishes after the fact were
// not there: given scores are left out, since they are no factors.
func observe(ev *event.Event, weights [factorCount]float64) []observation {
	m := New(ev, Options{})
	m.weights, m.given = weights, nil
	sessions := map[string]int{}
	for i := range ev.Sessions {
		sessions[ev.Sessions[i].ID] = i
	}
	firms, buyers := map[string]int{}, map[string]int{}
	for i := range ev.Firms {
		firms[ev.Firms[i].ID] = i
	}
	for i := range ev.Buyers {
		buyers[ev.Buyers[i].ID] = i
	}
	var data []observation
	for _, r := range ev.Results() {
		s, there := sessions[r.Session]
		f, firm := firms[r.Firm]
		b, buyer := buyers[r.Buyer]
		if !there || !firm || !buyer {
			continue
		}
		c := m.consider(s, f, b, m.index.Wishes(r.Firm, r.Buyer))
		o := observation{group: ev.ID + "/" + r.Session + "/" + r.Firm, score: c.verdict.score, grade: gradeOf(r)}
		o.success = o.grade >= promising
		for f := range unstatedFactor {
			o.values = append(o.values, valueFor(c.verdict.opinions[f], c.verdict.score))
		}
		data = append(data, o)
	}
	return data
}

// valueFor is the mean of what the two sides see, or the score of the pair where the factor knows nothing: such a factor
// neither helps nor harms, whatever its weight.
func valueFor(o opinion, score float64) float64 {
	switch {
	case o.firm.known && o.buyer.known:
		return (o.firm.value + o.buyer.value) / 2
	case o.firm.known:
		return o.firm.value
	case o.buyer.known:
		return o.buyer.value
	}
	return score
}

func gradeOf(r event.Result) int {
	// What is expected is hoped for, and hoped for of almost every meeting: it counts only where nobody rated the meeting.
	good := r.ExpectedContractUSD > 0
	if n := len(r.Ratings); n > 0 {
		sum := 0
		for _, rating := range r.Ratings {
			sum += rating
		}
		good = sum >= goodRating*n
	}
	switch {
	case !r.Held:
		return notHeld
	case r.SignedUSD > 0:
		return signed
	case r.MOU:
		return agreed
	case good:
		return promising
	}
	return held
}
