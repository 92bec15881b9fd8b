package matcher

import "math"

// A searcher is one worker of a search.
type searcher struct {
	*search
	scorer   *scorer
	horizons []horizon // of the topics of the company whose list is wanted
	rows     []rows    // of the same
	sight    []glimpse
	demands  []demand // by sort
	number   uint32   // of hopes
	end      float64  // the fit at which lists end, of late
	hopes    [lanes][]hope
	met      []int32 // of the other side: the number of the query that last scored it
	query    int32
}

// searcher makes a worker.
func (s *search) searcher() *searcher {
	w := &searcher{search: s, scorer: s.m.scorer(s.place), met: make([]int32, len(s.takes)), demands: make([]demand, s.others.kinds), end: firstFloor}
	w.scorer.firms = s.firms
	return w
}

// rows are what the sectors and codes of a topic are to all sets of the other side; nil when the topic states none.
type rows struct{ sectors, codes []float64 }

// grades are those of sectors and codes against a set of each.
func (r *rows) grades(of sort) (sector, code grade) {
	if r.sectors != nil && of.sectors > 0 {
		sector = grade{r.sectors[of.sectors], true}
	}
	if r.codes != nil && of.codes > 0 {
		code = grade{r.codes[of.codes], true}
	}
	return sector, code
}

// A hope is a cluster with the best fit that any of its topics could have with a topic of the company.
type hope struct {
	fit           float64
	cluster, slot int32
}

// The clusters are parted into rounds by their fit. The first goes down to nearly where the lists before ended, so that most are full after it, and
// then few of the other clusters need be looked at.
const (
	firstFloor = 0.85 // where no list ended yet
	below      = 0.02 // how far the first round goes below where lists end
	habit      = 0.25 // weight of the latest list in where they do
)

// lanes sort hopes by their fit, roughly: a full sort would cost more than it saves.
const lanes = 256

// A query is the search for one company.
type query struct {
	list    *shortlist
	owner   int
	profile *profile
	rest    perfect
	last    entry   // of the list: what is to be beaten
	limit   float64 // no pair of less fit can
}

// run searches for all topics of a company at once, the most hopeful clusters first. The list needs no lock: nobody else searches for it.
func (w *searcher) run(owner int) {
	w.load(owner)
	w.query++
	q := query{list: &w.lists[owner], owner: owner, profile: &w.mine[owner]}
	q.rest = w.perfection(q.profile)
	q.raise(w)
	above := 2.0
	for _, floor := range [...]float64{w.end - below, (w.end - below) * 0.75, 0} {
		if q.limit >= above {
			break // all that could be good enough was seen
		}
		for slot := range w.rows {
			w.hope(slot, max(floor, q.limit), above)
		}
		for lane := lanes - 1; lane >= 0; lane-- {
			for _, h := range w.hopes[lane] {
				if h.fit >= q.limit {
					w.visit(&q, int(h.slot), &w.others.clusters[h.cluster])
				}
			}
			w.hopes[lane] = w.hopes[lane][:0]
		}
		above = floor
	}
	w.end += habit * (q.limit - w.end)
}

// load lays out the topics of a company for search.
func (w *searcher) load(owner int) {
	s := w.scorer
	s.load(w.firms, owner)
	l := s.l.side(w.firms)
	w.rows = w.rows[:0]
	for topic := l.first[owner]; topic < l.first[owner+1]; topic++ {
		slot := len(w.rows)
		var r rows
		if set := l.sectors[topic]; set > 0 {
			r.sectors = s.l.sectors.row(w.firms, set)
		}
		if set := l.codes[topic]; set > 0 {
			r.codes = s.l.codes.row(w.firms, set)
		}
		w.rows = append(w.rows, r)
		if slot == len(w.horizons) {
			w.horizons = append(w.horizons, horizon{})
		}
		w.horizons[slot].look(w.others, &s.slots[slot])
	}
}

// A demand is the least grade of the text with which topics of a sort can still be good enough, as found by a hope of that number.
type demand struct {
	number uint32
	least  float32
}

// hope puts the clusters that could hold topics of a fit from limit to below above with one of the company's into their lanes.
func (w *searcher) hope(slot int, limit, above float64) {
	m, r, a := w.m, &w.rows[slot], w.others
	if !w.scorer.slots[slot].text.understood {
		for region := range a.regions {
			w.hopeIn(slot, int32(region), limit, above)
		}
		return
	}
	w.number++
	least := m.textFor(limit, grade{1, r.sectors != nil}, grade{1, r.codes != nil})
	w.sight = w.horizons[slot].bright(w.sight[:0], least)
	for _, g := range w.sight {
		region := &a.regions[g.region]
		if !region.understood {
			continue
		}
		for i, sort := range a.sorts[region.first:region.last] {
			d := &w.demands[sort]
			if d.number != w.number {
				sector, code := r.grades(a.clusters[int(region.first)+i].sort)
				x := m.textFor(limit, sector, code)
				*d = demand{w.number, float32(x - 1e-6*(1+math.Abs(x)))}
			}
			if g.value >= d.least {
				w.keep(slot, region.first+int32(i), float64(g.value), false, limit, above)
			}
		}
	}
	for _, region := range a.mute {
		w.hopeIn(slot, region, limit, above)
	}
}

// hopeIn is hope for a region in which not all is understood, or a topic that is not: the texts may then say nothing.
func (w *searcher) hopeIn(slot int, region int32, limit, above float64) {
	value := w.horizons[slot].value(region)
	for i := w.others.regions[region].first; i < w.others.regions[region].last; i++ {
		w.keep(slot, i, value, true, limit, above)
	}
}

// keep puts a cluster into its lane, if its fit with texts of this grade, or silent ones, is from limit to below above.
func (w *searcher) keep(slot int, i int32, value float64, silent bool, limit, above float64) {
	sector, code := w.rows[slot].grades(w.others.clusters[i].sort)
	fit := w.m.fit(sector, code, grade{min(1, value), true})
	if silent {
		fit = max(fit, w.m.fit(sector, code, grade{}))
	}
	if fit >= limit && fit < above {
		lane := int(fit * (lanes - 1))
		w.hopes[lane] = append(w.hopes[lane], hope{fit, i, int32(slot)})
	}
}

// raise takes the last entry of the list as the one to beat, and finds the fit it takes by bisection.
func (q *query) raise(w *searcher) {
	q.last = q.list.last(w.k)
	low, high := 0.0, 1.0
	if q.rest.bound(w.tally, low) >= q.last.units {
		q.limit = 0
		return
	}
	for range 16 {
		if middle := (low + high) / 2; q.rest.bound(w.tally, middle) >= q.last.units {
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
