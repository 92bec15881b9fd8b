package matcher

import "math"

// A pattern says which factors, but for the wish, know something of a pair, by bits.
type pattern uint8

const patterns = 1 << wishFactor

// A tally scores ordinary pairs, those without wishes, from grades and company alone. What a factor weighs depends only on
// the pattern, and is worked out by gains once for each of them; then every sum is taken in the order of gains, so that
// the score is the same to the last bit.
type tally struct {
	options Options
	fit     float64 // the weight of all fit factors together
	shares  [patterns][factorCount]shares
}

// tally works out the shares of every pattern.
func (m *Matcher) tally() *tally {
	t := &tally{options: m.options}
	for _, w := range m.weights[:fitFactors] {
		t.fit += w
	}
	for p := range patterns {
		var r verdict
		for f := range int(wishFactor) {
			if p>>f&1 == 0 {
				continue
			}
			r.opinions[f] = both(1)
			switch f {
			case certificateFactor:
				r.opinions[f] = toBuyer(1)
			case marketFactor:
				r.opinions[f] = toFirm(1)
			}
		}
		if m.knownFit(&r) == 0 {
			r.opinions[unstatedFactor] = seeUnstated(nil)
		}
		m.gains(&r)
		t.shares[p] = r.shares
	}
	return t
}

// score is the score of a pair in units.
func (t *tally) score(sector, code, text grade, c *company) int {
	p := c.pattern
	if sector.known {
		p |= 1 << sectorFactor
	}
	if code.known {
		p |= 1 << hsFactor
	}
	if text.known {
		p |= 1 << textFactor
	}
	w := &t.shares[p]
	firm, buyer := float64(w[sectorFactor].firm*sector.value), float64(w[sectorFactor].buyer*sector.value)
	firm, buyer = firm+float64(w[hsFactor].firm*code.value), buyer+float64(w[hsFactor].buyer*code.value)
	firm, buyer = firm+float64(w[textFactor].firm*text.value), buyer+float64(w[textFactor].buyer*text.value)
	buyer += w[certificateFactor].buyer // whoever lacks one is ruled out
	firm, buyer = firm+float64(w[sizeFactor].firm*c.sizeForFirm), buyer+float64(w[sizeFactor].buyer*c.sizeForBuyer)
	firm, buyer = firm+float64(w[languageFactor].firm*c.talk), buyer+float64(w[languageFactor].buyer*c.talk)
	firm += float64(w[marketFactor].firm * c.aimed)
	firm, buyer = firm+float64(w[unstatedFactor].firm*unstatedFit), buyer+float64(w[unstatedFactor].buyer*unstatedFit)
	return units(t.options.worth(clamp(firm), clamp(buyer)))
}

// bound is the most units that a pair in such company can score, when its goods fit no better.
func (t *tally) bound(fit float64, c *company) int32 {
	firm, buyer := t.fit*fit+c.firm, t.fit*fit+c.buyer
	if firm > 0 {
		firm /= t.fit + c.firmWeight
	}
	if buyer > 0 {
		buyer /= t.fit + c.buyerWeight
	}
	return ceiling(t.options.worth(min(1, firm), min(1, buyer)))
}

// ceiling rounds a bound to units, with a trifle for sums in another order.
func ceiling(score float64) int32 { return int32(math.Round(min(1, score+1e-9) * Unit)) }
