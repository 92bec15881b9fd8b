package matcher

// A searcher is one worker of a search.
type searcher struct {
	*search
	scorer   *scorer
	slots    int       // topics of the company whose list is wanted
	horizons []horizon // of the slots
	rows     []rows    // of the slots
	demands  []float32 // by sort; see hope
	hopes    [lanes][]hope
	met      []int32 // of the other side: the number of the query that last scored it
	query    int32
	end      float64 // the fit at which lists end, of late
}

// searcher makes a worker.
func (s *search) searcher() *searcher {
	w := &searcher{search: s, scorer: s.m.scorer(s.place), met: make([]int32, len(s.takes)), demands: make([]float32, len(s.others.sorts)), end: firstFloor}
	w.scorer.firms = s.firms
	return w
}

// rows are how near the sectors and codes of a topic are to all sets of the other side; nil when the topic states none.
type rows struct {
	sectors, codes []float64
	memory         [2][]float64 // for rows that are not in a table
}

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

// The stalls are parted into rounds by their hope. The first goes down to nearly where the lists before ended, so that most are full after it, and
// then none of the others need be looked at.
const (
	firstFloor = 0.85 // where no list ended yet
	below      = 0.02 // how far the first round goes below where lists end
	habit      = 0.25 // weight of the latest list in where they do
)

// A query is the search for one company.
type query struct {
	list    *shortlist
	owner   int
	profile *profile
	rest    perfect
	last    entry   // of the list: what is to be beaten
	limit   float64 // no pair of less fit can
}

// run searches for all topics of a company at once, the most hopeful stalls first. The list needs no lock: nobody else searches for it.
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
		floor = max(floor, q.limit)
		for slot := range w.slots {
			w.hope(slot, floor)
		}
		w.visits(&q, floor)
		above = floor
	}
	w.end += habit * (q.limit - w.end)
}

// load lays out the topics of a company for search.
func (w *searcher) load(owner int) {
	s := w.scorer
	s.load(w.firms, owner)
	l := s.l.side(w.firms)
	first := l.first[owner]
	count := int(l.first[owner+1] - first)
	for len(w.rows) < count {
		w.rows, w.horizons = append(w.rows, rows{}), append(w.horizons, nil)
	}
	w.slots = count
	for slot := range count {
		topic, r := first+int32(slot), &w.rows[slot]
		r.sectors, r.codes = nil, nil
		if set := l.sectors[topic]; set > 0 {
			r.sectors = s.l.sectors.row(w.firms, set, &r.memory[0])
		}
		if set := l.codes[topic]; set > 0 {
			r.codes = s.l.codes.row(w.firms, set, &r.memory[1])
		}
		w.horizons[slot].look(w.others, &s.slots[slot])
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
