package matcher

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"sangdam/matcher/internal/lexicon"
)

// An entry of a shortlist is the score of a pair in units and the other side of it.
type entry struct {
	units int32
	other int32 // index
	order int32 // position of the other by id, which breaks ties
}

func (e entry) compare(f entry) int {
	return cmp.Or(cmp.Compare(f.units, e.units), cmp.Compare(e.order, f.order))
}

// A shortlist holds the best entries so far, in order.
type shortlist struct {
	lock    sync.Mutex
	entries []entry // nil: whose list it is does not take part
}

// offer takes an entry in if it is among the best k and not in already.
func (l *shortlist) offer(e entry, k int) {
	at, found := slices.BinarySearchFunc(l.entries, e, entry.compare)
	if found || at == k {
		return
	}
	if len(l.entries) == k {
		l.entries = l.entries[:k-1]
	}
	l.entries = slices.Insert(l.entries, at, e)
}

// share is offer for a list that others fill at the same time.
func (l *shortlist) share(e entry, k int) {
	l.lock.Lock()
	defer l.lock.Unlock()
	if e.compare(l.last(k)) <= 0 {
		l.offer(e, k)
	}
}

// last is the entry to beat; one that everything beats while there is room.
func (l *shortlist) last(k int) entry {
	if len(l.entries) < k {
		return entry{units: -1, order: math.MaxInt32}
	}
	return l.entries[k-1]
}

// A searcher is one worker of a search.
type searcher struct {
	*search
	scorer  *scorer
	horizon horizon
	hopes   [lanes][]hope
	met     []int32 // of the other side: the number of the query that last scored it
	query   int32
}

// run searches for all topics of a task.
func (w *searcher) run(t task) {
	w.scorer.firms = w.firms
	reaches := w.scorer.reaches(t.sectors, t.codes, w.others)
	for i, owner := range t.owners {
		w.topic(int(owner), int(t.topics[i]), reaches)
	}
}

// A hope is a cluster with the best fit that any of its topics could have.
type hope struct {
	fit     float64
	reach   *reach
	cluster int32
}

// floors part the clusters into rounds: most lists are full after the first, and then few of the others need be looked at.
var floors = [...]float64{0.85, 0.6, 0}

// lanes sort hopes by their fit, roughly: a full sort would cost more than it saves.
const lanes = 256

// topic searches for one topic of a firm or buyer, the most hopeful clusters first. The list is kept under its lock, since
// another worker may search for another topic of the same company.
func (w *searcher) topic(owner, topic int, reaches []reach) {
	w.lists[owner].lock.Lock()
	defer w.lists[owner].lock.Unlock()
	s := w.scorer
	s.load(w.firms, owner)
	w.query++
	q := query{list: &w.lists[owner], owner: owner, profile: &w.mine[owner], slot: &s.slots[topic], rest: w.perfection(owner)}
	w.horizon.look(w.others, q.slot.text)
	q.raise(w)
	above := 2.0
	for _, floor := range floors {
		if q.limit >= above {
			break // all that could be good enough was seen
		}
		for i := range reaches {
			if reaches[i].best < max(floor, q.limit) {
				break
			}
			w.hope(&q, &reaches[i], floor, above)
		}
		for lane := lanes - 1; lane >= 0; lane-- {
			for _, h := range w.hopes[lane] {
				if h.fit >= q.limit {
					w.visit(&q, h.reach, &w.others.clusters[h.cluster])
				}
			}
			w.hopes[lane] = w.hopes[lane][:0]
		}
		above = floor
	}
}

// hope puts the clusters of a kind that could hold good enough topics, of a fit from floor to below above, into their lanes.
func (w *searcher) hope(q *query, r *reach, floor, above float64) {
	limit := max(floor, q.limit)
	least := w.m.textFor(limit, r.sector, r.code)
	if r.at == nil || least < dim || !q.slot.text.understood {
		for _, p := range r.clusters {
			w.consider(q, r, p, least, limit, above)
		}
		return
	}
	bright := w.horizon.bright
	if least >= glaring {
		bright = bright[:w.horizon.brilliant]
	}
	for _, region := range bright { // no other that is understood can reach least
		if cluster := r.at[region]; cluster >= 0 && w.others.understood[region] {
			w.consider(q, r, placed{cluster, region}, least, limit, above)
		}
	}
	for _, region := range w.others.mute {
		if cluster := r.at[region]; cluster >= 0 {
			w.consider(q, r, placed{cluster, region}, least, limit, above)
		}
	}
}

// consider puts one cluster into its lane, if its text can reach least and its fit is from limit to below above.
func (w *searcher) consider(q *query, r *reach, p placed, least, limit, above float64) {
	text := w.horizon.value(p.region)
	silent := !q.slot.text.understood || !w.others.understood[p.region]
	if text < least && !silent {
		return
	}
	fit := w.m.fit(r.sector, r.code, grade{text, true})
	if silent {
		fit = max(fit, r.bare)
	}
	if fit >= limit && fit < above {
		lane := int(fit * (lanes - 1))
		w.hopes[lane] = append(w.hopes[lane], hope{fit, r, p.cluster})
	}
}

// A query is the search for one topic.
type query struct {
	list    *shortlist
	owner   int
	profile *profile
	slot    *denseText
	rest    perfect
	last    entry   // of the list: what is to be beaten
	limit   float64 // no pair of less fit can
}

// raise takes the last entry of the list as the one to beat, and finds the fit it takes by bisection.
func (q *query) raise(w *searcher) {
	q.last = q.list.last(w.k)
	low, high := 0.0, 1.0
	if q.rest.bound(w.m, low) >= q.last.units {
		q.limit = 0
		return
	}
	for range 16 {
		if middle := (low + high) / 2; q.rest.bound(w.m, middle) >= q.last.units {
			high = middle
		} else {
			low = middle
		}
	}
	q.limit = low
}

// beats reports whether a pair with a partner that scores at most so much could enter the list.
func (q *query) beats(bound, order int32) bool {
	return bound > q.last.units || bound == q.last.units && order <= q.last.order
}

// visit scores the topics of a cluster that may be good enough.
func (w *searcher) visit(q *query, r *reach, c *cluster) {
	s := w.scorer
	theirs := s.l.side(!w.firms)
	before := q.last
	sure := q.slot.text.understood && w.others.understood[c.region]
	spoken := w.horizon.said(c.region)
	start := int32(0)
	for i, end := range c.ends {
		concepts := sparse(c.concepts[start:end])
		start = end
		partner := int(c.owners[i])
		if w.met[partner] == w.query || !w.takes[partner] {
			continue
		}
		meaning := min(1, along(q.slot.concepts, concepts))
		most := 1.0 // fit, whatever the words
		if sure {
			if most = s.m.fit(r.sector, r.code, grade{lexicon.Combine(meaning, spoken), true}); most < q.limit {
				continue
			}
		}
		firm, buyer := q.profile, &w.theirs[partner]
		if !w.firms {
			firm, buyer = buyer, firm
		}
		rest, ok := w.beside(firm, buyer)
		if !ok || !q.beats(rest.bound(s.m, q.rest.fit, most), w.order[partner]) {
			continue
		}
		fit := s.m.fit(r.sector, r.code, q.slot.similarity(&theirs.texts[theirs.text[c.topics[i]]], meaning))
		if fit < q.limit || !q.beats(rest.bound(s.m, q.rest.fit, fit), w.order[partner]) {
			continue
		}
		w.met[partner] = w.query
		w.weigh(q, partner, fit)
	}
	if q.last != before {
		q.raise(w)
	}
}

// weigh scores the pair with a partner, of whose topics some fit at least so well, and offers it to the list.
func (w *searcher) weigh(q *query, partner int, fit float64) {
	firm, buyer := q.owner, partner
	if !w.firms {
		firm, buyer = partner, q.owner
	}
	if len(w.special) > 0 && w.special[[2]int{firm, buyer}] {
		return
	}
	e := entry{int32(w.scorer.score(firm, buyer, fit)), int32(partner), w.order[partner]}
	if e.compare(q.last) > 0 {
		return
	}
	score, ok := w.eligible(&w.scorer.view, firm, buyer, int(e.units))
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

// Perfect weights are those of the factors beside fit that could speak for a company, all taken to be perfect.
type perfect struct{ fit, firm, buyer float64 }

// perfection sums the weights that could count in either gain of the company's pairs without wishes. A perfect factor never
// lowers a gain, so that leaving one in that will not speak keeps the bound true.
func (w *searcher) perfection(owner int) perfect {
	m := w.m
	var p perfect
	for f := range int(fitFactors) {
		p.fit += m.weights[f]
	}
	x := &m.firms
	if !w.firms {
		x = &m.buyers
	}
	return p.with(m, &(*x)[owner], w.firms)
}

func (p perfect) with(m *Matcher, x *side, firms bool) perfect {
	if x.volume.known {
		p.firm += m.weights[sizeFactor]
		p.buyer += m.weights[sizeFactor]
	}
	if len(x.languages) > 0 {
		p.firm += m.weights[languageFactor]
		p.buyer += m.weights[languageFactor]
	}
	if !firms || len(x.markets) > 0 {
		p.firm += m.weights[marketFactor]
	}
	if len(x.certified.stated) > 0 {
		p.buyer += m.weights[certificateFactor]
	}
	return p
}

// bound is the most units a pair of this fit can score.
func (p perfect) bound(m *Matcher, fit float64) int32 {
	firm, buyer := p.fit*fit+p.firm, p.fit*fit+p.buyer
	if firm > 0 {
		firm /= p.fit + p.firm
	}
	if buyer > 0 {
		buyer /= p.fit + p.buyer
	}
	score, _, _ := m.options.join(min(1, firm), min(1, buyer))
	return int32(math.Round(min(1, score+1e-9) * Unit))
}
