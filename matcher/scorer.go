package matcher

import "sangdam/matcher/internal/lexicon"

// A scorer scores many pairs of one firm or one buyer quickly. It gives the same scores as judge. It holds scratch
// memory, so that each goroutine has its own.
type scorer struct {
	m       *Matcher
	l       *layout
	place   *meetingPlace
	firms   bool        // whose topics are loaded
	loaded  int         // the firm or buyer
	slots   []denseText // its topics
	verdict verdict
	view    view
}

// A denseText is a text scattered over all dimensions, so that the product with a sparse one is a walk along the latter.
type denseText struct {
	text     *laidText
	concepts []float32
	words    []float32
	square   float32 // length of the concepts, squared
	trifle   float32 // how far sums of float32 over the text may be off
	spoken   uint32  // the languages it has words in, as bits
}

func (m *Matcher) scorer(place *meetingPlace) *scorer {
	s := &scorer{m: m, l: m.layout(), place: place, loaded: -1}
	s.view = view{place: place, words: m.words}
	return s
}

// load makes a firm or a buyer the one whose pairs are scored.
func (s *scorer) load(firms bool, index int) {
	if s.loaded == index && s.firms == firms {
		return
	}
	for i := range s.slots {
		s.slots[i].scatter(false)
		s.slots[i].text = nil
	}
	s.firms, s.loaded = firms, index
	side := s.l.side(firms)
	for i := range int(side.first[index+1] - side.first[index]) {
		if i == len(s.slots) {
			s.slots = append(s.slots, denseText{concepts: make([]float32, s.l.concepts), words: make([]float32, s.l.terms)})
		}
		s.slots[i].text = &side.texts[side.text[int(side.first[index])+i]]
		s.slots[i].scatter(true)
		s.slots[i].measure()
	}
}

// measure sets what is known of the text as a whole.
func (d *denseText) measure() {
	square := 0.0
	for _, c := range d.text.concepts {
		square += float64(c.weight) * float64(c.weight)
	}
	d.square, d.trifle, d.spoken = float32(square), float32(d.text.size()+8)/(1<<22), d.text.spoken()
}

func (l *layout) side(firms bool) *laidSide {
	if firms {
		return &l.firms
	}
	return &l.buyers
}

// scatter writes the text's weights into the dense arrays, or zeros them again.
func (d *denseText) scatter(in bool) {
	if d.text == nil {
		return
	}
	write := func(to []float32, v sparse) {
		for _, c := range v {
			if to[c.id] = 0; in {
				to[c.id] = c.weight
			}
		}
	}
	write(d.concepts, d.text.concepts)
	for _, w := range d.text.words {
		write(d.words, w)
	}
}

// meaning is the cosine over concepts.
func (d *denseText) meaning(concepts sparse) float64 { return min(1, along(d.concepts, concepts)) }

// similarity is that of the lexicon, given the cosine over concepts; known as in seeText.
func (d *denseText) similarity(t *laidText, meaning float64) grade {
	words := 0.0
	for lang := range t.words {
		if len(t.words[lang]) > 0 && len(d.text.words[lang]) > 0 {
			words = max(words, min(1, along(d.words, t.words[lang])))
		}
	}
	value := lexicon.Combine(meaning, words)
	if value == 0 && !(t.understood && d.text.understood) {
		return grade{}
	}
	return grade{value, true}
}

// along is the inner product of a dense and a sparse vector, summed in the order of the sparse one.
func along(dense []float32, v sparse) float64 {
	var sum float32
	for _, c := range v {
		sum += c.weight * dense[c.id]
	}
	return float64(sum)
}

// facts are the grades of sectors and codes of one firm's topic and one buyer's, by their numbers in the layout.
func (s *scorer) facts(offer, need int) (sector, code grade) {
	l := s.l
	if a, b := l.firms.sectors[offer], l.buyers.sectors[need]; a > 0 && b > 0 {
		sector = grade{l.sectors.at(a, b), true}
	}
	if a, b := l.firms.codes[offer], l.buyers.codes[need]; a > 0 && b > 0 {
		code = grade{l.codes.at(a, b), true}
	}
	return sector, code
}

// texts is the grade of the texts of two topics, one of them of the loaded side.
func (s *scorer) texts(offer, need int) grade {
	l := s.l
	slot, other := 0, (*laidText)(nil)
	if s.firms {
		slot, other = offer-int(l.firms.first[s.loaded]), &l.buyers.texts[l.buyers.text[need]]
	} else {
		slot, other = need-int(l.buyers.first[s.loaded]), &l.firms.texts[l.firms.text[offer]]
	}
	d := &s.slots[slot]
	return d.similarity(other, d.meaning(other.concepts))
}

// score is the score of the loaded side with another, in units, wishes as the view has them; all products allowed.
func (s *scorer) score(firm, buyer int) int {
	l, r, best := s.l, &s.verdict, -1.0
	for i := l.firms.first[firm]; i < l.firms.first[firm+1]; i++ {
		for j := l.buyers.first[buyer]; j < l.buyers.first[buyer+1]; j++ {
			sector, code := s.facts(int(i), int(j))
			text := s.texts(int(i), int(j))
			if fit := s.m.fit(sector, code, text); fit > best {
				best = fit
				r.opinions[sectorFactor], r.opinions[hsFactor], r.opinions[textFactor] = opinion{sector, sector}, opinion{code, code}, opinion{text, text}
			}
		}
	}
	s.view.firm, s.view.buyer = &s.m.firms[firm], &s.m.buyers[buyer]
	s.m.conclude(&s.view, r)
	return units(r.score)
}
