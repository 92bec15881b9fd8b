package matcher

// Perfect is the best that the factors beside fit can come to in a company's pairs without wishes: their sums and weights in the
// two gains.
type perfect struct{ firm, firmWeight, buyer, buyerWeight float64 }

// perfection takes every factor that could speak for a company to be perfect, which never lowers a gain, so that leaving one in that
// will not speak keeps the bound true. Only the size is known to speak of all pairs, when both sides state it, and then may be less.
func (s *search) perfection(x *profile) perfect {
	w := &s.m.weights
	var p perfect
	speak := func(f int, firm, buyer float64) {
		p.firm, p.firmWeight = p.firm+w[f]*firm, p.firmWeight+w[f]
		p.buyer, p.buyerWeight = p.buyer+w[f]*buyer, p.buyerWeight+w[f]
	}

	if x.stated {
		speak(sizeFactor, 1, 1)
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

// bound is the most units a pair of this fit can score.
func (p *perfect) bound(t *tally, fit float64) int32 {
	return t.bound(fit, &company{firm: p.firm, firmWeight: p.firmWeight, buyer: p.buyer, buyerWeight: p.buyerWeight})
}
