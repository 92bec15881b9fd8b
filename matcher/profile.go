package matcher

import "math"

// A profile is what the factors beside fit ask of a company, in one line of the processor's cache, so that a pair can be
// bounded before any text of it is read.
type profile struct {
	side            *side
	certificates    uint64 // as in masks
	volume, minimum float64
	markets         uint64 // of a firm: the countries it aims at; of a buyer: its own. Bit 63 stands for all from the 64th on
	tongues         int32  // number of the distinct list of languages
	certified       bool   // states certificates, of a firm, or requires some, of a buyer
	aims            bool   // a firm states markets, or a buyer its country
	stated          bool   // the volume is; so is the minimum, of a firm, if ordered
	ordered         bool
}

// An outlook is the profiles of both sides of a session, and what their languages are to each other.
type outlook struct {
	m             *Matcher
	place         *meetingPlace
	firms, buyers []profile
	talks         [][]float64 // by the tongues of firm and buyer; nil where there are too many
	aims          bool        // markets tell all countries
}

// What talk says where it is no grade.
const (
	speechBarred  = -1 // ruled out
	speechUnknown = -2
)

// manyTalks is up to how many pairs of lists of languages are kept.
const manyTalks = 1 << 20

// outlook makes the profiles of both sides.
func (m *Matcher) outlook(session int) *outlook {
	place := &m.sessions[session]
	o := &outlook{m: m, place: place, firms: make([]profile, len(m.firms)), buyers: make([]profile, len(m.buyers))}
	countries := map[string]int{}
	bit := func(country string) uint64 {
		n, ok := countries[country]
		if !ok {
			n = len(countries)
			countries[country] = n
		}
		return 1 << min(n, 63)
	}
	var speakers [2][]*side // that stand for each distinct list
	for i, list := range [2][]side{m.firms, m.buyers} {
		profiles, numbers := [2][]profile{o.firms, o.buyers}[i], map[string]int32{}
		var key []byte
		for j := range list {
			x, p := &list[j], &profiles[j]
			*p = profile{side: x, certificates: x.masks.certificates, volume: x.volume.value, minimum: x.minimum.value, stated: x.volume.known,
				ordered: x.minimum.known, certified: x.certified.stated != nil, aims: len(x.markets) > 0}
			if i == 1 {
				p.certified, p.aims, p.markets = len(x.certified.keys) > 0, x.country != "", bit(x.country)
			}
			for _, country := range x.markets {
				p.markets |= bit(country)
			}
			key = key[:0]
			for _, language := range x.languages {
				key = append(append(key, language...), 0)
			}
			p.tongues = number(numbers, key, func() { speakers[i] = append(speakers[i], x) })
		}
	}
	o.aims = len(countries) < 64
	if len(speakers[0])*len(speakers[1]) <= manyTalks {
		o.talks = grid(len(speakers[0]), len(speakers[1]))
		for i, firm := range speakers[0] {
			for j, buyer := range speakers[1] {
				o.talks[i][j] = o.speech(firm, buyer)
			}
		}
	}
	return o
}

// speech is the grade of the language factor, or why there is none.
func (o *outlook) speech(firm, buyer *side) float64 {
	v := view{place: o.place, firm: firm, buyer: buyer, words: o.m.words}
	if !v.words.share(firm, buyer) && !o.place.canTalk(firm, buyer) {
		return speechBarred
	}
	if says := seeLanguage(&v); says.firm.known {
		return says.firm.value
	}
	return speechUnknown
}

// talk is speech, looked up where it can be.
func (o *outlook) talk(firm, buyer *profile) float64 {
	if o.talks != nil {
		return o.talks[firm.tongues][buyer.tongues]
	}
	return o.speech(firm.side, buyer.side)
}

// lacking, aimed and belowMinimum are those of the sides.
func (o *outlook) lacking(firm, buyer *profile) bool {
	if o.m.words.certificateMasks {
		return buyer.certificates&^firm.certificates != 0
	}
	return o.m.words.lacking(firm.side, buyer.side)
}

func (o *outlook) aimed(firm, buyer *profile) float64 {
	if !o.aims {
		return seeMarket(&view{firm: firm.side, buyer: buyer.side}).firm.value
	}
	if firm.markets&buyer.markets != 0 {
		return 1
	}
	return 0
}

// Company is what the factors beside fit say of a pair without wishes that no hard fact rules out.
type company struct {
	pattern                                pattern // which of them say something
	sizeForFirm, sizeForBuyer, talk, aimed float64
	firm, firmWeight, buyer, buyerWeight   float64 // sums and weights in the two gains
}

// company asks the factors beside fit, exactly; false when certificate, minimum order or language rule the pair out.
func (o *outlook) company(firm, buyer *profile) (c company, ok bool) {
	w := &o.m.weights
	if firm.ordered && buyer.stated && buyer.volume < firm.minimum {
		return c, false
	}
	if firm.certified && buyer.certified {
		if o.lacking(firm, buyer) {
			return c, false
		}
		c.pattern |= 1 << certificateFactor
		c.buyer, c.buyerWeight = w[certificateFactor], w[certificateFactor]
	}
	switch talk := o.talk(firm, buyer); talk {
	case speechBarred:
		return c, false
	case speechUnknown:
	default:
		c.pattern |= 1 << languageFactor
		c.talk = talk
		c.firm, c.firmWeight = w[languageFactor]*talk, w[languageFactor]
		c.buyer, c.buyerWeight = c.buyer+w[languageFactor]*talk, c.buyerWeight+w[languageFactor]
	}
	if firm.stated && buyer.stated && firm.volume > 0 && buyer.volume > 0 {
		c.pattern |= 1 << sizeFactor
		c.sizeForFirm, c.sizeForBuyer = math.Sqrt(min(1, buyer.volume/firm.volume)), min(1, firm.volume/buyer.volume)
		c.firm, c.firmWeight = c.firm+w[sizeFactor]*c.sizeForFirm, c.firmWeight+w[sizeFactor]
		c.buyer, c.buyerWeight = c.buyer+w[sizeFactor]*c.sizeForBuyer, c.buyerWeight+w[sizeFactor]
	}
	if firm.aims && buyer.aims {
		c.pattern |= 1 << marketFactor
		c.aimed = o.aimed(firm, buyer)
		c.firm, c.firmWeight = c.firm+w[marketFactor]*c.aimed, c.firmWeight+w[marketFactor]
	}
	return c, true
}

// ruled reports what controls and the minimum score make of a pair that company lets through, and its score: controls may leave
// fewer products than it was scored on.
func (o *outlook) ruled(firm, buyer *profile, score int) (int, bool) {
	if len(o.place.controls) > 0 {
		allowed, barred := o.place.allowed(firm.side, buyer.side)
		if barred {
			return 0, false
		}
		if allowed != nil {
			v := view{place: o.place, firm: firm.side, buyer: buyer.side, words: o.m.words}
			score = units(o.m.judge(&v, allowed).score)
		}
	}
	return score, float64(score)/Unit >= o.m.event.MinimumScore.Or(0)
}
