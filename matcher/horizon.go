package matcher

import "sangdam/matcher/internal/lexicon"

// A horizon bounds the similarity of one text with each region of the other side.
type horizon struct {
	concepts, spoken []float32 // by region: the most that concepts and words can come to
	words            []float32 // of one language, while it is summed
	slack            float32   // covers that sums of float32 in another order may differ in the last digits
}

// look computes the horizon of a text. It costs as much as the regions in which its concepts and words occur.
func (h *horizon) look(a *atlas, d *denseText) {
	t := d.text
	if n := len(a.regions); len(h.concepts) != n {
		*h = horizon{spoken: make([]float32, n), concepts: make([]float32, n), words: make([]float32, n)}
	}
	h.slack = 1 + d.trifle
	clear(h.spoken)
	first := true
	for _, words := range t.words {
		if len(words) == 0 {
			continue
		}
		if first { // most texts are of one language
			add(h.spoken, a.words, words)
			first = false
			continue
		}
		clear(h.words)
		add(h.words, a.words, words)
		for r, w := range h.words {
			h.spoken[r] = max(h.spoken[r], w)
		}
	}
	clear(h.concepts)
	add(h.concepts, a.concepts, t.concepts)
}

func add(sums []float32, crests [][]crest, v sparse) {
	for _, x := range v {
		for _, c := range crests[x.id] {
			sums[c.region] += x.weight * c.weight
		}
	}
}

// value bounds the similarity with any text of a region. Since Combine is concave along any ray, what both sums may lack is
// covered by slack on the whole.
func (h *horizon) value(region int32) float64 {
	v := lexicon.Combine(float64(min(1, h.concepts[region])), float64(min(1, h.spoken[region])))
	return min(1, v*float64(h.slack))
}

// said bounds the similarity of the words alone with a region.
func (h *horizon) said(region int32) float64 { return min(1, float64(h.spoken[region]*h.slack)) }

// A glimpse is a region in sight and what value says of it.
type glimpse struct {
	region int32
	value  float32
}

// bright appends the regions whose value is at least so much.
func (h *horizon) bright(to []glimpse, least float64) []glimpse {
	floor := float32(least) / h.slack * (1 - 1e-6)
	share, words := float32(lexicon.Combine(0, 1)), h.spoken[:len(h.concepts)]
	for r, c := range h.concepts {
		s := words[r]
		if c < 1 && s < 1 && c+(1-c)*share*s < floor {
			continue
		}
		c, s = min(1, c), min(1, s)
		to = append(to, glimpse{int32(r), (c + (1-c)*share*s) * h.slack})
	}
	return to
}
