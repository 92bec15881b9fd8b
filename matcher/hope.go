package matcher

import "math"

// A hope is a stall with the best fit that it could have with a topic of the company.
type hope struct {
	fit         float64
	stall, slot int32
}

// lanes sort hopes by their fit, roughly: a full sort would cost more than it saves.
const lanes = 1024

// lane is the one of a fit.
func lane(fit float64) int { return int(fit * (lanes - 1)) }

// hope puts the stalls that could have a fit of at least limit with one of the company's topics into their lanes.
func (w *searcher) hope(slot int, limit float64) {
	a, d := w.others, &w.scorer.slots[slot]
	if !d.text.understood {
		for r := range a.regions {
			w.hopeSilently(slot, &a.regions[r], limit)
		}
		return
	}
	least := w.demand(slot, limit)
	spoken := hearing(d.spoken != 0)
	for r, concepts := range w.horizons[slot] {
		if concepts < least || !a.regions[r].understood {
			continue
		}
		region := &a.regions[r]
		for i := region.first; i < region.last; i++ {
			if c := &a.clusters[i]; concepts >= w.demands[c.sort] {
				w.hopeIn(slot, c, spoken, limit)
			}
		}
	}
	for _, r := range a.mute {
		w.hopeSilently(slot, &a.regions[r], limit)
	}
}

// demand finds for each sort the least cosine over concepts with which topics of it can fit so well with one of the company's, and
// the least of all.
func (w *searcher) demand(slot int, limit float64) float32 {
	least := float32(math.Inf(1))
	h := hearing(w.scorer.slots[slot].spoken != 0)
	for i, of := range w.others.sorts {
		sector, code := w.rows[slot].grades(of)
		w.demands[i] = h.concepts(w.m.textFor(limit, sector, code))
		least = min(least, w.demands[i])
	}
	return least
}

// hopeIn puts the stalls of a cluster into their lanes, all texts being understood.
func (w *searcher) hopeIn(slot int, c *cluster, spoken hearing, limit float64) {
	d := &w.scorer.slots[slot]
	sector, code := w.rows[slot].grades(w.others.sorts[c.sort])
	least, alone := w.demands[c.sort], hearing(false).concepts(w.m.textFor(limit, sector, code))
	for i := c.first; i < c.last; i++ {
		s := &w.others.stalls[i]
		must, heard := least, hearing(s.spoken&d.spoken != 0)
		if !heard {
			must = alone
		}
		if concepts, ok := d.head(s, must); ok {
			w.keep(hope{w.m.fit(sector, code, grade{heard.similarity(concepts), true}), i, int32(slot)}, limit)
		}
	}
}

// hopeSilently puts the stalls of a region into their lanes, some texts not being understood: they may then say nothing.
func (w *searcher) hopeSilently(slot int, r *region, limit float64) {
	d := &w.scorer.slots[slot]
	for _, c := range w.others.clusters[r.first:r.last] {
		sector, code := w.rows[slot].grades(w.others.sorts[c.sort])
		bare := w.m.fit(sector, code, grade{})
		for i := c.first; i < c.last; i++ {
			s := &w.others.stalls[i]
			concepts, _ := d.head(s, 0)
			text := hearing(s.spoken&d.spoken != 0).similarity(concepts)
			w.keep(hope{max(bare, w.m.fit(sector, code, grade{text, true})), i, int32(slot)}, limit)
		}
	}
}

// keep puts a hope into its lane if it is at least limit.
func (w *searcher) keep(h hope, limit float64) {
	if h.fit >= limit {
		n := lane(h.fit)
		w.hopes[n] = append(w.hopes[n], h)
	}
}
