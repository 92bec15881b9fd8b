package matcher

import "math"

// Perfect is the best that the factors beside fit can come to in a company's pairs without wishes: their sums and weights in the
// two gains.
type perfect struct{ firm, firmWeight, buyer, buyerWeight float64 }

// perfection takes every factor that could speak for a company to be perfect, which never lowers a gain, so that leaving one in that
// will not speak keeps the bound true. Only the size is less than perfect, if it is known to speak of all pairs.
func (s *search) perfection(x *profile) perfect {
	w := &s.m.weights
	var p perfect
	speak := func(f int, firm, buyer float64) {
		p.firm, p.firmWeight = p.firm+w[f]*firm, p.firmWeight+w[f]
		p.buyer, p.buyerWeight = p.buyer+w[f]*buyer, p.buyerWeight+w[f]
	}
	if x.stated {
		firm, buyer := s.sizes(x)
		speak(sizeFactor, firm, buyer)
	}
	if len(x.side.languages) > 0 {
		speak(languageFactor, 1, 1)
	}
	if x.aims || !s.firms {
		p.firm, p.firmWeight = p.firm+w[marketFactor], p.firmWeight+w[marketFactor]
	}
	if x.certified {
		p.buyer, p.buyerWeight = p.buyer+w[certificateFactor], p.buyerWeight+w[certificateFactor]
	}
	return p
}

// sizes are the best grades of the size factor for firm and buyer in any pair of a company.
func (s *search) sizes(x *profile) (firm, buyer float64) {
	if s.least <= 0 || x.volume <= 0 {
		return 1, 1
	}
	volume, capacity := s.largest/x.volume, x.volume/s.least // of the most fitting
	if !s.firms {
		volume, capacity = x.volume/s.least, s.largest/x.volume
	}
	return math.Sqrt(min(1, volume)), min(1, capacity)
}

// survey finds the range of the volumes of the other side.
func (s *search) survey() {
	s.least, s.largest = math.Inf(1), 0
	for i := range s.theirs {
		if !s.takes[i] {
			continue
		}
		x := &s.theirs[i]
		if !x.stated {
			s.least, s.largest = 0, math.Inf(1)
			return
		}
		s.least, s.largest = min(s.least, x.volume), max(s.largest, x.volume)
	}
}

// bound is the most units a pair of this fit can score.
func (p *perfect) bound(t *tally, fit float64) int32 {
	return t.bound(fit, &company{firm: p.firm, firmWeight: p.firmWeight, buyer: p.buyer, buyerWeight: p.buyerWeight})
}
