package matcher

import "math"

// A profile is what the factors beside fit ask of a company, in one line of the processor's cache, so that a pair can be
// bounded before any text of it is read.
type profile struct {
	languages, certificates uint64 // as in masks
	volume, minimum         float64
	markets                 uint64 // of a firm: the countries it aims at; of a buyer: its own. Bit 63 stands for all from the 64th on
	speaks, certified       bool   // states languages; states certificates, of a firm, or requires some, of a buyer
	aims                    bool   // a firm states markets, or a buyer its country
	sized, ordered          bool   // the volume is stated; so is the minimum, of a firm
}

// profiles makes the profiles of both sides.
func (m *Matcher) profiles() (firms, buyers []profile) {
	countries := map[string]int{}
	bit := func(country string) uint64 {
		n, ok := countries[country]
		if !ok {
			n = len(countries)
			countries[country] = n
		}
		return 1 << min(n, 63)
	}
	of := func(x *side) profile {
		return profile{
			languages: x.masks.languages, certificates: x.masks.certificates,
			volume: x.volume.value, minimum: x.minimum.value,
			speaks: len(x.languages) > 0, sized: x.volume.known && x.volume.value > 0, ordered: x.minimum.known,
		}
	}
	firms, buyers = make([]profile, len(m.firms)), make([]profile, len(m.buyers))
	for i := range m.buyers {
		x := &m.buyers[i]
		p := of(x)
		p.certified, p.aims = len(x.certified.keys) > 0, x.country != ""
		p.markets = bit(x.country)
		buyers[i] = p
	}
	for i := range m.firms {
		x := &m.firms[i]
		p := of(x)
		p.certified, p.aims = x.certified.stated != nil, len(x.markets) > 0
		for _, country := range x.markets {
			p.markets |= bit(country)
		}
		firms[i] = p
	}
	return firms, buyers
}

// Others are the sums and weights of the factors beside fit in the two gains of a pair without wishes.
type others struct{ firm, firmWeight, buyer, buyerWeight float64 }

// beside returns what the factors beside fit say of a pair, never less than they do, and false when a hard fact rules the
// pair out. Where the masks do not tell, the factor is taken to be perfect.
func (s *search) beside(firm, buyer *profile) (o others, ok bool) {
	w, words := &s.m.weights, s.m.words
	if firm.certified && buyer.certified {
		if words.certificateMasks && buyer.certificates&^firm.certificates != 0 {
			return o, false
		}
		o.buyer += w[certificateFactor]
		o.buyerWeight += w[certificateFactor]
	}
	if firm.ordered && buyer.volume < firm.minimum && buyer.sized {
		return o, false
	}
	if firm.sized && buyer.sized {
		share := buyer.volume / firm.volume
		o.firm += w[sizeFactor] * math.Sqrt(min(1, share))
		o.buyer += w[sizeFactor] * min(1, 1/share)
		o.firmWeight += w[sizeFactor]
		o.buyerWeight += w[sizeFactor]
	}
	if firm.speaks && buyer.speaks {
		talk := 1.0
		if words.languageMasks && firm.languages&buyer.languages == 0 {
			talk = s.help
		}
		o.firm += w[languageFactor] * talk
		o.buyer += w[languageFactor] * talk
		o.firmWeight += w[languageFactor]
		o.buyerWeight += w[languageFactor]
	}
	if firm.aims && buyer.aims {
		if firm.markets&buyer.markets != 0 {
			o.firm += w[marketFactor]
		}
		o.firmWeight += w[marketFactor]
	}
	return o, true
}

// bound is the most units that a pair with these others can score, when its goods fit no better; fitWeight is that of all fit
// factors together.
func (o *others) bound(m *Matcher, fitWeight, fit float64) int32 {
	firm, buyer := fitWeight*fit+o.firm, fitWeight*fit+o.buyer
	if firm > 0 {
		firm /= fitWeight + o.firmWeight
	}
	if buyer > 0 {
		buyer /= fitWeight + o.buyerWeight
	}
	score, _, _ := m.options.join(min(1, firm), min(1, buyer))
	return int32(math.Round(min(1, score+1e-9) * Unit))
}
