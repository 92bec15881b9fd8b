package lexicon

import (
	"cmp"
	"math"
	"slices"
)

// How scores become a vector.
const (
	kept       = 20   // concepts of a text, by score
	threshold  = 0.15 // of the best score; concepts below it are noise
	headWeight = 1.6  // of the last word of a phrase, over the others
	sharpness  = 2.0  // power on the scores: how much the best concept stands out
	toHeading  = 0.5  // share of a subheading's weight that its heading gets too
	toLinked   = 0.25 // of a process, to the headings it is linked to
	toChapter  = 0.2  // of all headings, to their chapter
)

// Understand reads a text. The language only matters when it is none of the four: then words are compared as they are
// written, not by their stems. Otherwise "" will do, since each run of letters is read by its script, and a text may
// mix them.
func Understand(text, lang string) Vector {
	if text == "" {
		return Vector{}
	}
	x := knowledge()
	v := x.vector(x.read(readable(text), lang))
	v.texts = []source{{text, lang}}
	return v
}

// A word is a term of a text that the tables know.
type word struct {
	term       int32
	weight     float32
	start, end int
	phrase     int
}

// Scratch memory for scoring one text. The scores are all zero between uses.
type scratch struct {
	scores  []float32 // by dimension
	touched []int32   // concepts with a score
}

// read lists the known terms of a readable text. The head of a phrase counts more than what describes it.
func (x *index) read(text, lang string) []word {
	words := make([]word, 0, min(len(text), 512))
	var ends []int // by phrase
	r := x.readers.Get().(*reader)
	r.stems.off = lang != "" && !slices.Contains(rowLanguages, lang)
	r.read(text, func(t term) {
		if t.phrase >= 0 && headLast(t.key[0]) {
			for len(ends) <= t.phrase {
				ends = append(ends, 0)
			}
			ends[t.phrase] = max(ends[t.phrase], t.end)
		}
		if id, ok := x.terms[string(t.key)]; ok {
			words = append(words, word{id, t.weight, t.start, t.end, t.phrase})
		}
	})
	r.emit = nil
	x.readers.Put(r)
	for i, w := range words {
		if w.phrase >= 0 && w.phrase < len(ends) && w.end == ends[w.phrase] {
			words[i].weight *= headWeight
		}
	}
	return words
}

// headLast reports whether a term is of a language in which the head of a noun phrase comes last: a cement clinker mill is
// a mill. In Russian it comes first or follows its adjectives, and its place tells little.
func headLast(kind byte) bool { return languageOfKind(kind) != languageOfKind('r') }

// vector scores the concepts by the words of a text and keeps the best. A word that the text repeats counts as the
// square root of its number, with the mean of its weights.
func (x *index) vector(words []word) Vector {
	mem := x.scratch.Get().(*scratch)
	s, touched := mem.scores, mem.touched[:0]
	slices.SortFunc(words, func(a, b word) int { return cmp.Compare(a.term, b.term) })
	for i := 0; i < len(words); {
		id, n := words[i].term, 0
		w := float32(0)
		for ; i < len(words) && words[i].term == id; i++ {
			w += words[i].weight
			n++
		}
		if n > 1 {
			w /= float32(math.Sqrt(float64(n)))
		}
		for _, p := range x.postings[id] {
			if s[p.concept] == 0 {
				touched = append(touched, p.concept)
			}
			s[p.concept] += w * p.weight
		}
	}
	var top float32
	for _, c := range touched {
		top = max(top, s[c])
	}
	best := make([]component, 0, len(touched))
	for _, c := range touched {
		if s[c] >= threshold*top {
			best = append(best, component{c, s[c]})
		}
		s[c] = 0
	}
	slices.SortFunc(best, func(a, b component) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id))
	})
	v := x.spread(best[:min(kept, len(best))], s)
	mem.touched = touched
	x.scratch.Put(mem)
	return v
}

// spread turns the best scores into weights and lets part of them flow along the hierarchy, so that a subheading meets
// its heading and neighbours are not strangers. It leaves the scratch memory zero.
func (x *index) spread(best []component, weights []float32) Vector {
	if len(best) == 0 {
		return Vector{}
	}
	ids := make([]int32, 0, 2*len(best))
	add := func(id int32, w float32) {
		if weights[id] == 0 {
			ids = append(ids, id)
		}
		weights[id] += w
	}
	top := best[0].weight
	for _, c := range best {
		w := float32(math.Pow(float64(c.weight/top), sharpness))
		add(c.id, w)
		row := &x.rows[c.id]
		for _, code := range row.links {
			if to, ok := x.byCode[code]; ok {
				add(to, w*toLinked)
			}
		}
		if row.process {
			continue
		}
		if len(row.code) > 4 {
			if to, ok := x.byCode[row.code[:4]]; ok {
				add(to, w*toHeading)
			}
		}
		add(x.chapter[c.id], w*toChapter)
	}
	slices.Sort(ids)
	v := Vector{ids: ids, weights: make([]float32, len(ids))}
	for i, id := range ids {
		v.weights[i] = weights[id]
		weights[id] = 0
	}
	normalise(v.weights)
	return v
}
