package matcher

import (
	"cmp"
	"math"
	"slices"
)

// An atlas lays out the topics of one side for a search: in regions of one main concept, within a region in clusters of the same sectors and
// codes, and all that is read of a topic in one piece of memory, in that order. For each concept it knows the largest weight in any
// text of each region: a ceiling on the cosine with a whole region.
type atlas struct {
	regions  []region
	mute     []int32 // the regions in which not every text is understood
	clusters []cluster
	sorts    []sort // distinct
	stalls   []stall
	spreads  []spread    // of the stalls
	parts    []component // of the spreads
	stand    []int32     // of a topic: its stall
	region   []int32     // of a topic
	crests   [][]crest   // by concept
}

// A region is the clusters from first to before last.
type region struct {
	first, last int32
	understood  bool // every text is
}

// A sort is a set of sectors and one of codes.
type sort struct{ sectors, codes int32 }

// A cluster is the stalls from first to before last, all topics of one region and sort, of which sort is the number.
type cluster struct {
	first, last int32
	sort        int32
	region      int32
}

// A stall is a topic with the head of its text: its heaviest concepts, and the length of the vector of all others. Texts speak of few
// things, so that the head tells most of a cosine.
type stall struct {
	owner   int32
	sort    int32  // number
	spoken  uint32 // the languages it has words in, as bits
	tail    float32
	heads   [headed]int32
	weights [headed]float32
}

// headed is how many concepts the head of a text has.
const headed = 4

// understood reports whether the text of a stall is: a text of no concepts is not.
func (a *atlas) understood(s *stall) bool { return s.weights[0] > 0 }

// A spread is where a stall's text is: the concepts are parts[start:ends[0]], the words of language i parts[ends[i]:ends[i+1]].
type spread struct {
	start uint32
	ends  [5]uint32
}

// A crest is the largest weight of a concept in a region.
type crest struct {
	region int32
	weight float32
}

// chart draws the atlas of those of one side that take part. It costs a sort of the topics, and is linear in the sizes of their texts.
func (l *layout) chart(side *laidSide, takes []bool) *atlas {
	n := len(side.owner)
	a := &atlas{stand: make([]int32, n), region: make([]int32, n), crests: make([][]crest, l.concepts)}
	numbers := map[int32]int32{}
	var order []int32
	size := 0
	for topic, owner := range side.owner {
		if !takes[owner] {
			continue
		}
		t := side.textOf(topic)
		main := t.concepts.main()
		number, known := numbers[main]
		if !known {
			number = int32(len(numbers))
			numbers[main] = number
		}
		order, a.region[topic] = append(order, int32(topic)), number
		size += t.size()
	}
	slices.SortStableFunc(order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(a.region[x], a.region[y]), cmp.Compare(side.sectors[x], side.sectors[y]), cmp.Compare(side.codes[x], side.codes[y]))
	})
	a.regions, a.parts = make([]region, len(numbers)), make([]component, 0, size)
	a.stalls, a.spreads = make([]stall, 0, len(order)), make([]spread, 0, len(order))
	sorts := map[sort]int32{}
	for _, topic := range order {
		a.settle(side, topic, sorts)
	}
	for r := range a.regions {
		if !a.regions[r].understood {
			a.mute = append(a.mute, int32(r))
		}
	}
	return a
}

// settle puts the next topic into the atlas.
func (a *atlas) settle(side *laidSide, topic int32, sorts map[sort]int32) {
	r, t, of := a.region[topic], side.textOf(int(topic)), sort{side.sectors[topic], side.codes[topic]}
	if n := len(a.clusters); n == 0 || a.clusters[n-1].region != r || a.sorts[a.clusters[n-1].sort] != of {
		if n == 0 || a.clusters[n-1].region != r {
			a.regions[r] = region{first: int32(n), understood: true}
		}
		number, known := sorts[of]
		if !known {
			number = int32(len(sorts))
			sorts[of], a.sorts = number, append(a.sorts, of)
		}
		a.clusters = append(a.clusters, cluster{first: int32(len(a.stalls)), region: r, sort: number})
		a.regions[r].last = int32(n + 1)
	}
	a.regions[r].understood = a.regions[r].understood && t.understood
	a.raise(r, t.concepts)
	a.stand[topic] = int32(len(a.stalls))
	a.stalls = append(a.stalls, t.stall(side.owner[topic], a.clusters[len(a.clusters)-1].sort))
	a.clusters[len(a.clusters)-1].last = int32(len(a.stalls))
	s := spread{start: uint32(len(a.parts))}
	a.parts = append(a.parts, t.concepts...)
	for lang, words := range t.words {
		s.ends[lang] = uint32(len(a.parts))
		a.parts = append(a.parts, words...)
	}
	s.ends[len(t.words)] = uint32(len(a.parts))
	a.spreads = append(a.spreads, s)
}

// raise lifts the crests of a region, the last one that any has, to a text's weights.
func (a *atlas) raise(region int32, v sparse) {
	for _, c := range v {
		list := a.crests[c.id]
		if n := len(list); n > 0 && list[n-1].region == region {
			list[n-1].weight = max(list[n-1].weight, c.weight)
		} else {
			a.crests[c.id] = append(list, crest{region, c.weight})
		}
	}
}

// stall takes the head of a text.
func (t *laidText) stall(owner, sort int32) stall {
	s := stall{owner: owner, sort: sort, spoken: t.spoken()}
	tail := 0.0
	for _, c := range t.concepts {
		for i := range s.weights { // the lightest drops out
			if c.weight > s.weights[i] {
				c.id, s.heads[i] = s.heads[i], c.id
				c.weight, s.weights[i] = s.weights[i], c.weight
			}
		}
		tail += float64(c.weight) * float64(c.weight)
	}
	s.tail = float32(math.Sqrt(tail) * (1 + 1e-6))
	return s
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
func (t *laidText) spoken() (bits uint32) {
	for lang := range t.words {
		if len(t.words[lang]) > 0 {
			bits |= 1 << lang
		}
	}
	return bits
}

// size is how many concepts and words a text has.
func (t *laidText) size() int {
	n := len(t.concepts)
	for lang := range t.words {
		n += len(t.words[lang])
	}
	return n
}
