package matcher

import "sangdam/matcher/internal/lexicon"

// visit scores the pairs with the owners of a cluster's topics that may be good enough.
func (w *searcher) visit(q *query, slot int, c *cluster) {
	a, d, before := w.others, &w.scorer.slots[slot], q.last
	sector, code := w.rows[slot].grades(c.sort)
	sure := d.text.understood && a.regions[c.region].understood
	spoken, least := w.horizons[slot].said(c.region), -1.0
	if sure {
		least = lexicon.Lacking(w.m.textFor(q.limit, sector, code), spoken)
	}
	for i := c.first; i < c.last; i++ {
		s := &a.stalls[i]
		if !d.heads(s, least) {
			continue
		}
		partner := int(s.owner)
		if w.met[partner] == w.query {
			continue
		}
		spread := &a.spreads[i]
		meaning := d.meaning(sparse(a.parts[spread.start:spread.ends[0]]))
		if meaning < least {
			continue
		}
		most := 1.0 // fit, whatever the words
		if sure {
			most = w.m.fit(sector, code, grade{lexicon.Combine(meaning, spoken), true})
		}
		firm, buyer := q.profile, &w.theirs[partner]
		if !w.firms {
			firm, buyer = buyer, firm
		}
		with, ok := w.outlook.company(firm, buyer)
		if !ok {
			w.met[partner] = w.query
			continue
		}
		if !q.beats(w.tally.bound(most, &with), w.order[partner]) {
			continue
		}
		text := d.likeness(a, spread, meaning, sure)
		fit := w.m.fit(sector, code, text)
		if fit < q.limit || !q.beats(w.tally.bound(fit, &with), w.order[partner]) {
			continue
		}
		w.met[partner] = w.query
		if len(w.special) > 0 && w.isSpecial(q.owner, partner) {
			continue
		}
		w.weigh(q, partner, firm, buyer, &with, fit)
	}
	if q.last != before {
		q.raise(w)
	}
}

// heads reports whether the cosine over concepts with the text of a stall may be so much. By the inequality of Cauchy and Schwarz, what the heads
// leave out of the product is at most the length of the stall's tail times that of the text without the concepts in the stall's head.
func (d *denseText) heads(s *stall, least float64) bool {
	missing, rest := float32(least)-d.trifle, d.square+d.trifle
	for i, id := range s.heads {
		x := d.concepts[id]
		missing -= x * s.weights[i]
		rest -= x * x
	}
	return missing <= 0 || missing*missing <= max(0, rest)*s.tail*s.tail
}

// likeness is similarity with the text of a stall, given the cosine over concepts; sure when both are understood.
func (d *denseText) likeness(a *atlas, s *spread, meaning float64, sure bool) grade {
	words := 0.0
	for lang := range d.text.words {
		if start, end := s.ends[lang], s.ends[lang+1]; start < end && len(d.text.words[lang]) > 0 {
			words = max(words, min(1, along(d.words, a.parts[start:end])))
		}
	}
	value := lexicon.Combine(meaning, words)
	if value == 0 && !sure {
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
			for slot := range w.rows {
				w.compare(slot, topic, least, &best, &sector, &code, &text)
			}
		}
		return sector, code, text
	}
	for slot := range w.rows {
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
	region := a.region[topic]
	sure := d.text.understood && a.regions[region].understood
	if sure && w.horizons[slot].value(region) < must {
		return
	}
	at := &a.spreads[a.stand[topic]]
	t := d.likeness(a, at, d.meaning(sparse(a.parts[at.start:at.ends[0]])), sure)
	if fit := w.m.fit(s, h, t); fit > *best {
		*best, *sector, *code, *text = fit, s, h, t
	}
}
