package matcher

import "sangdam/matcher/internal/lexicon"

// visits goes through the lanes, the best first, down to where nothing can enter the list, and leaves them empty. Of no hope in them is
// the fit below floor.
func (w *searcher) visits(q *query, floor float64) {
	for n := lanes - 1; n >= lane(floor); n-- {
		if hopes := w.hopes[n]; n >= lane(q.limit) {
			before := q.last
			for i := range hopes {
				if hopes[i].fit >= q.limit {
					w.visit(q, &hopes[i])
				}
			}
			if q.last != before {
				q.raise(w)
			}
		}
		w.hopes[n] = w.hopes[n][:0]
	}
}

// visit scores the pair with the owner of a stall if it may be good enough.
func (w *searcher) visit(q *query, h *hope) {
	a, slot := w.others, int(h.slot)
	s := &a.stalls[h.stall]
	partner := int(s.owner)
	if w.met[partner] == w.query {
		return
	}
	firm, buyer := q.profile, &w.theirs[partner]
	if !w.firms {
		firm, buyer = buyer, firm
	}
	with, ok := w.outlook.company(firm, buyer)
	if !ok {
		w.met[partner] = w.query
		return
	}
	if !q.beats(w.tally.bound(h.fit, &with), w.order[partner]) {
		return
	}
	sector, code := w.rows[slot].grades(a.sorts[s.sort])
	meaning := w.meaning(slot, h.stall)
	if most := w.most(slot, s, sector, code, meaning); most < h.fit-telling && !q.beats(w.tally.bound(most, &with), w.order[partner]) {
		return
	}
	text := w.likeness(slot, h.stall, meaning)
	fit := w.m.fit(sector, code, text)
	if fit < q.limit || !q.beats(w.tally.bound(fit, &with), w.order[partner]) {
		return
	}
	w.met[partner] = w.query
	if len(w.special) > 0 && w.isSpecial(q.owner, partner) {
		return
	}
	w.weigh(q, partner, firm, buyer, &with, fit)
}

// telling is how much less than hoped the cosine over concepts must make the fit for the pair to be bounded again before words are compared.
const telling = 0.01

// meaning is the cosine over concepts of a topic of the company and a stall.
func (w *searcher) meaning(slot int, stall int32) float64 {
	spread := &w.others.spreads[stall]
	return w.scorer.slots[slot].meaning(sparse(w.others.parts[spread.start:spread.ends[0]]))
}

// most is the fit of a topic of the company and a stall, whatever the words, given the cosine over concepts.
func (w *searcher) most(slot int, s *stall, sector, code grade, meaning float64) float64 {
	d, words := &w.scorer.slots[slot], 0.0
	if s.spoken&d.spoken != 0 {
		words = 1
	}
	fit := w.m.fit(sector, code, grade{lexicon.Combine(meaning, words), true})
	if !d.text.understood || !w.others.understood(s) {
		fit = max(fit, w.m.fit(sector, code, grade{}))
	}
	return fit
}

// likeness is the grade of the texts of a topic of the company and of a stall, as similarity has it, given the cosine over concepts.
func (w *searcher) likeness(slot int, stall int32, meaning float64) grade {
	d, spread := &w.scorer.slots[slot], &w.others.spreads[stall]
	words := 0.0
	for lang := range d.text.words {
		if start, end := spread.ends[lang], spread.ends[lang+1]; start < end && len(d.text.words[lang]) > 0 {
			words = max(words, min(1, along(d.words, w.others.parts[start:end])))
		}
	}
	value := lexicon.Combine(meaning, words)
	if value == 0 && !(d.text.understood && w.others.understood(&w.others.stalls[stall])) {
		return grade{}
	}
	return grade{value, true}
}

// weigh scores the pair with a partner, of whose topics some fit at least so well, and offers it to the list.
func (w *searcher) weigh(q *query, partner int, firm, buyer *profile, with *company, fit float64) {
	sector, code, text := w.best(partner, fit)
	e := entry{int32(w.tally.score(sector, code, text, with)), int32(partner), w.order[partner]}
	if e.compare(q.last) > 0 {
		return
	}
	score, ok := w.outlook.ruled(firm, buyer, int(e.units))
	if !ok {
		return
	}
	e.units = int32(score)
	q.list.offer(e, w.k)
	q.last = q.list.last(w.k)
	if w.mirror != nil {
		w.mirror[partner].share(entry{e.units, int32(q.owner), w.rank[q.owner]}, w.k)
	}
}

// best finds the product and the need that fit best, as choose does, and returns their grades. Topics that cannot fit as well as
// two of which the fit is known are not compared.
func (w *searcher) best(partner int, least float64) (sector, code, text grade) {
	l := w.scorer.l.side(!w.firms)
	first, last, best := l.first[partner], l.first[partner+1], -1.0
	if !w.firms { // the firm's topics come first
		for topic := first; topic < last; topic++ {
			for slot := range w.slots {
				w.compare(slot, topic, least, &best, &sector, &code, &text)
			}
		}
		return sector, code, text
	}
	for slot := range w.slots {
		for topic := first; topic < last; topic++ {
			w.compare(slot, topic, least, &best, &sector, &code, &text)
		}
	}
	return sector, code, text
}

// compare takes the grades of two topics if they fit better than the best so far.
func (w *searcher) compare(slot int, topic int32, least float64, best *float64, sector, code, text *grade) {
	a, d, l := w.others, &w.scorer.slots[slot], w.scorer.l.side(!w.firms)
	s, h := w.rows[slot].grades(sort{l.sectors[topic], l.codes[topic]})
	must := w.m.textFor(least, s, h)
	if must > 1 {
		return // whatever the texts
	}
	if d.text.understood && a.regions[a.region[topic]].understood {
		stall := &a.stalls[a.stand[topic]]
		concepts := hearing(stall.spoken&d.spoken != 0).concepts(must)
		if w.horizons[slot][a.region[topic]] < concepts {
			return
		}
		if _, ok := d.head(stall, concepts); !ok {
			return
		}
	}
	stand := a.stand[topic]
	t := w.likeness(slot, stand, w.meaning(slot, stand))
	if fit := w.m.fit(s, h, t); fit > *best {
		*best, *sector, *code, *text = fit, s, h, t
	}
}
