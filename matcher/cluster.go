package matcher

import (
	"cmp"
	"slices"

	"sangdam/matcher/internal/lexicon"
)

// A kind is all topics of one side that have the same sectors and the same codes, which are compared once for all of them.
type kind struct {
	sectors, codes int32
	clusters       []placed
	at             []int32 // by region: its cluster, or -1; nil for a kind of few clusters, which are gone through
}

// fewClusters is up to how many clusters of a kind are gone through one by one.
const fewClusters = 64

// A placed cluster is one with its region beside its number, so that most need not be looked up.
type placed struct{ cluster, region int32 }

// A cluster is the topics of one kind in one region.
type cluster struct {
	region int32
	topics []int32
	owners []int32 // of the topics
	// the concepts of the topics' texts, one after another: a walk through the cluster is a walk through memory
	concepts []component
	ends     []int32
}

// An atlas groups the topics of one side into kinds, and by their texts into regions of one main concept and the same languages.
// For each concept and word it knows the largest weight in any text of each region: a ceiling on the similarity with a
// whole region.
type atlas struct {
	kinds      []kind
	clusters   []cluster
	understood []bool            // by region: every text is
	mute       []int32           // the regions that are not
	concepts   map[int32][]crest // by concept
	words      [4]map[int32][]crest
}

// A crest is the largest weight of a concept or word in a region.
type crest struct {
	region int32
	weight float32
}

// chart draws the atlas of one side, in a fixed order.
func (l *laidSide) chart() *atlas {
	a := &atlas{concepts: map[int32][]crest{}}
	regions, kinds, at := map[[2]int32]int32{}, map[[2]int32]int32{}, map[[2]int32]int32{}
	texts := [][]int32{} // by region, distinct
	seen := make([]int32, len(l.texts))
	for topic := range l.owner {
		text := l.text[topic]
		place := [2]int32{l.texts[text].concepts.main(), l.texts[text].spoken()}
		region, known := regions[place]
		if !known {
			region = int32(len(texts))
			regions[place] = region
			texts = append(texts, nil)
		}
		if seen[text] == 0 {
			seen[text] = 1
			texts[region] = append(texts[region], text)
		}
		sort := [2]int32{l.sectors[topic], l.codes[topic]}
		k, ok := kinds[sort]
		if !ok {
			k = int32(len(a.kinds))
			kinds[sort] = k
			a.kinds = append(a.kinds, kind{sectors: sort[0], codes: sort[1]})
		}
		i, ok := at[[2]int32{k, region}]
		if !ok {
			i = int32(len(a.clusters))
			at[[2]int32{k, region}] = i
			a.clusters = append(a.clusters, cluster{region: region})
			a.kinds[k].clusters = append(a.kinds[k].clusters, placed{i, region})
		}
		a.clusters[i].topics = append(a.clusters[i].topics, int32(topic))
	}
	for region, numbers := range texts {
		a.survey(l, int32(region), numbers)
	}
	for i := range a.clusters {
		a.clusters[i].gather(l)
	}
	for i := range a.kinds {
		a.kinds[i].index(len(texts))
	}
	return a
}

// index lists the clusters of a kind by region, if there are many.
func (k *kind) index(regions int) {
	if len(k.clusters) <= fewClusters {
		return
	}
	k.at = make([]int32, regions)
	for i := range k.at {
		k.at[i] = -1
	}
	for _, p := range k.clusters {
		k.at[p.region] = p.cluster
	}
}

// gather copies what is read of every topic of a cluster to one place.
func (c *cluster) gather(l *laidSide) {
	for _, topic := range c.topics {
		c.owners = append(c.owners, l.owner[topic])
		c.concepts = append(c.concepts, l.texts[l.text[topic]].concepts...)
		c.ends = append(c.ends, int32(len(c.concepts)))
	}
}

// main is the id of the largest weight, the first of equals; -1 of nothing.
func (v sparse) main() int32 {
	best, id := float32(0), int32(-1)
	for _, c := range v {
		if c.weight > best {
			best, id = c.weight, c.id
		}
	}
	return id
}

// spoken is the languages in which a text has words, as bits.
func (t *laidText) spoken() (bits int32) {
	for lang := range t.words {
		if len(t.words[lang]) > 0 {
			bits |= 1 << lang
		}
	}
	return bits
}

// survey takes the crests of a region.
func (a *atlas) survey(l *laidSide, region int32, texts []int32) {
	understood := true
	raise := func(crests *map[int32][]crest, v sparse) {
		if *crests == nil {
			*crests = map[int32][]crest{}
		}
		for _, c := range v {
			list := (*crests)[c.id]
			if n := len(list); n > 0 && list[n-1].region == region {
				list[n-1].weight = max(list[n-1].weight, c.weight)
			} else {
				(*crests)[c.id] = append(list, crest{region, c.weight})
			}
		}
	}
	for _, n := range texts {
		t := &l.texts[n]
		understood = understood && t.understood
		raise(&a.concepts, t.concepts)
		for lang := range t.words {
			raise(&a.words[lang], t.words[lang])
		}
	}
	if !understood {
		a.mute = append(a.mute, region)
	}
	a.understood = append(a.understood, understood)
}

// A horizon bounds the similarity of one text with each region of the other side.
type horizon struct {
	bright          []int32   // the regions of at least dim, those of at least glaring first
	brilliant       int       // how many of at least glaring
	spoken          []float32 // by region, of the words alone; see said
	concepts, words []float32
}

// From dim on a region is bright, which most are not, and few are glaring.
const (
	dim     = 0.5
	glaring = 0.8
)

// slack covers that sums of float32 in another order may differ in the last digits.
const slack = 1 + 1e-5

// look computes the horizon of a text. It costs as much as there are regions.
func (h *horizon) look(a *atlas, t *laidText) {
	if n := len(a.understood); len(h.concepts) != n {
		*h = horizon{spoken: make([]float32, n), concepts: make([]float32, n), words: make([]float32, n)}
	}
	clear(h.spoken)
	first := true
	for lang, words := range t.words {
		if len(words) == 0 {
			continue
		}
		if first { // most texts are of one language
			add(h.spoken, a.words[lang], words)
			first = false
			continue
		}
		clear(h.words)
		add(h.words, a.words[lang], words)
		for r, w := range h.words {
			h.spoken[r] = max(h.spoken[r], w)
		}
	}
	clear(h.concepts)
	add(h.concepts, a.concepts, t.concepts)
	h.bright, h.brilliant = h.bright[:0], 0
	for r, c := range h.concepts {
		if c+h.spoken[r] < dim/slack {
			continue // what the two combine to is less than their sum
		}
		value := h.value(int32(r))
		if value < dim {
			continue
		}
		h.bright = append(h.bright, int32(r))
		if value >= glaring {
			last := len(h.bright) - 1
			h.bright[last], h.bright[h.brilliant] = h.bright[h.brilliant], h.bright[last]
			h.brilliant++
		}
	}
}

// value bounds the similarity with any text of a region.
func (h *horizon) value(region int32) float64 {
	return lexicon.Combine(min(1, float64(h.concepts[region])*slack), h.said(region))
}

// said bounds the similarity of the words alone with a region.
func (h *horizon) said(region int32) float64 { return min(1, float64(h.spoken[region])*slack) }

func add(sums []float32, crests map[int32][]crest, v sparse) {
	for _, x := range v {
		for _, c := range crests[x.id] {
			sums[c.region] += x.weight * c.weight
		}
	}
}

// A reach is a kind as topics of given sectors and codes see it.
type reach struct {
	sector, code grade
	best         float64 // fit if the texts were the same
	bare         float64 // fit if the texts say nothing
	*kind
}

// reaches lists the kinds of the other side by the best fit they allow, best first.
func (s *scorer) reaches(sectors, codes int32, others *atlas) []reach {
	list := make([]reach, len(others.kinds))
	for i := range others.kinds {
		k := &others.kinds[i]
		sector, code := s.shared(sectors, codes, k)
		list[i] = reach{sector, code, s.m.fit(sector, code, grade{1, true}), s.m.fit(sector, code, grade{}), k}
	}
	slices.SortFunc(list, func(a, b reach) int { return cmp.Compare(b.best, a.best) })
	return list
}

// shared are the grades of sectors and codes against a kind of the other side.
func (s *scorer) shared(sectors, codes int32, k *kind) (sector, code grade) {
	a, b, x, y := sectors, k.sectors, codes, k.codes
	if !s.firms {
		a, b, x, y = b, a, y, x
	}
	if a > 0 && b > 0 {
		sector = grade{s.l.sectors.at(a, b), true}
	}
	if x > 0 && y > 0 {
		code = grade{s.l.codes.at(x, y), true}
	}
	return sector, code
}
