package matcher

import "math"

// A verdict is all that was found out of a pair, before words are made of it.
type verdict struct {
	opinions [factorCount]opinion
	shares   [factorCount]shares // the weight of each factor within each side's gain
	firm     float64             // gain, in [0, 1]
	buyer    float64
	score    float64 // not rounded
}

// shares are the weights of a factor in the two gains; those of a gain sum to 1 or are all 0.
type shares struct{ firm, buyer float64 }

// judge chooses product and need, sets them in the view, and asks every factor. allowed tells which of the firm's topics
// may be talked about; nil means all.
func (m *Matcher) judge(v *view, allowed []bool) (r verdict) {
	m.choose(v, allowed, &r)
	m.conclude(v, &r)
	return r
}

// conclude asks the factors that do not compare goods, and joins all to a score.
func (m *Matcher) conclude(v *view, r *verdict) {
	r.opinions[unstatedFactor] = opinion{}
	if m.knownFit(r) == 0 {
		r.opinions[unstatedFactor] = seeUnstated(v)
	}
	r.opinions[certificateFactor] = seeCertificate(v)
	r.opinions[sizeFactor] = seeSize(v)
	r.opinions[languageFactor] = seeLanguage(v)
	r.opinions[marketFactor] = seeMarket(v)
	r.opinions[wishFactor] = seeWish(v)
	m.gains(r)
	r.score, _, _ = m.options.join(r.firm, r.buyer)
}

// choose takes the product and need that fit best, the first of equals.
func (m *Matcher) choose(v *view, allowed []bool, r *verdict) {
	best := -1.0
	pair := *v
	for i := range v.firm.topics {
		if allowed != nil && !allowed[i] {
			continue
		}
		for j := range v.buyer.topics {
			pair.offer, pair.need = &v.firm.topics[i], &v.buyer.topics[j]
			s, h, t := seeSector(&pair), seeHS(&pair), seeText(&pair)
			if fit := m.fit(s.firm, h.firm, t.firm); fit > best {
				best = fit
				v.offer, v.need = pair.offer, pair.need
				r.opinions[sectorFactor], r.opinions[hsFactor], r.opinions[textFactor] = s, h, t
			}
		}
	}
}

// fit is the weighted mean of the known ones of sector, code and text; unstatedFit without a single one.
func (m *Matcher) fit(sector, code, text grade) float64 {
	w := &m.weights
	sum, weight := 0.0, 0.0
	if sector.known {
		sum, weight = sum+w[sectorFactor]*sector.value, weight+w[sectorFactor]
	}
	if code.known {
		sum, weight = sum+w[hsFactor]*code.value, weight+w[hsFactor]
	}
	if text.known {
		sum, weight = sum+w[textFactor]*text.value, weight+w[textFactor]
	}
	if weight == 0 {
		return unstatedFit
	}
	return sum / weight
}

// textFor is the least grade of the text with which the fit reaches a limit, less a trifle for rounding.
func (m *Matcher) textFor(limit float64, sector, code grade) float64 {
	w := &m.weights
	if w[textFactor] == 0 {
		return 0
	}
	missing := limit * w[textFactor]
	if sector.known {
		missing += w[sectorFactor] * (limit - sector.value)
	}
	if code.known {
		missing += w[hsFactor] * (limit - code.value)
	}
	return missing/w[textFactor] - 1e-9
}

func known(o opinion, weight float64) float64 {
	if o.firm.known {
		return weight
	}
	return 0
}

// knownFit is the weight of the fit factors that know something.
func (m *Matcher) knownFit(r *verdict) (weight float64) {
	for f, w := range m.weights[:fitFactors] {
		weight += known(r.opinions[f], w)
	}
	return weight
}

// gains computes the weighted mean of what is known, for each side. The weight of a fit factor that knows nothing goes to
// the other fit factors in proportion, so that fit as a whole keeps its weight; that of any other goes to all.
func (m *Matcher) gains(r *verdict) {
	fit, knownFit := 0.0, m.knownFit(r)
	for _, w := range m.weights[:fitFactors] {
		fit += w
	}
	var weights [factorCount]shares
	var total shares
	for f := range factors {
		w := m.weights[f]
		switch {
		case f == unstatedFactor:
			w = fit
		case f < int(fitFactors) && knownFit > 0:
			w *= fit / knownFit
		}
		if r.opinions[f].firm.known {
			weights[f].firm = w
			total.firm += w
		}
		if r.opinions[f].buyer.known {
			weights[f].buyer = w
			total.buyer += w
		}
	}
	r.firm, r.buyer = 0, 0
	for f := range factors {
		if total.firm > 0 {
			weights[f].firm /= total.firm
		}
		if total.buyer > 0 {
			weights[f].buyer /= total.buyer
		}
		r.firm += float64(weights[f].firm * r.opinions[f].firm.value) // rounded, on all processors: tally takes the same sums
		r.buyer += float64(weights[f].buyer * r.opinions[f].buyer.value)
	}
	r.shares = weights
	r.firm, r.buyer = clamp(r.firm), clamp(r.buyer)
}

func clamp(x float64) float64 { return max(0, min(1, x)) }

// Unit is the step of a score: four decimals.
const Unit = 10_000

// units rounds a score to whole units.
func units(score float64) int { return int(math.Round(clamp(score) * Unit)) }
