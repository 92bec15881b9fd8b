package lexicon

import (
	"cmp"
	"slices"
	"strings"

	"sangdam/event"
)

// A Concept is one thing a text was understood to speak of.
type Concept struct {
	HS      string     // heading or subheading, dotted (8412.21); empty for a process
	Process string     // id of a process (casting); empty for goods
	Name    event.Text // in all four languages
	Weight  float64    // in the text's vector, (0, 1]
	Words   []string   // of the text, the most telling first; empty when the concept only follows from another one
}

// evident is the share of the strongest evidence for a concept that a word needs to be named.
const evident = 0.2

// Concepts explains a vector: the concepts with their weights, heaviest first, and the words that evoked them. It reads the
// texts again, which costs more than making the vector did.
func Concepts(v Vector) []Concept {
	x := knowledge()
	all := make([]Concept, 0, len(v.ids))
	evidence := x.evidence(v)
	for i, id := range v.ids {
		if int(id) >= len(x.rows) {
			continue // a chapter: too wide to tell anyone
		}
		c := x.concept(id)
		c.Weight = float64(v.weights[i])
		c.Words = telling(evidence[id])
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b Concept) int { return cmp.Compare(b.Weight, a.Weight) })
	return all
}

func (x *index) concept(id int32) Concept {
	row := &x.rows[id]
	c := Concept{Name: row.name()}
	if row.process {
		c.Process = row.code
	} else {
		c.HS = dotted(row.code)
	}
	return c
}

// Name returns what the tables call the goods under an HS code, dots or not, or under the longest part of it that they
// know, in short; false when they do not know its heading.
func Name(hs string) (event.Text, bool) {
	x := knowledge()
	code := digits(hs)
	for _, n := range []int{6, 4} {
		if len(code) >= n {
			if id, ok := x.byCode[code[:n]]; ok {
				return x.rows[id].name(), true
			}
		}
	}
	return event.Text{}, false
}

// A span is a stretch of a text with what it says for one concept.
type span struct {
	start, end int
	weight     float32
}

// evidence lists for each concept of a vector the stretches of its texts that speak for it.
func (x *index) evidence(v Vector) map[int32][]found {
	out := make(map[int32][]found, len(v.ids))
	for _, src := range v.texts {
		shown := composed(withoutMarkup(src.text))
		text := respelt(shown)
		if len(text) != len(shown) {
			shown = text // the words are named as they were read
		}
		spans := map[int32][]span{}
		for _, w := range x.read(text, src.lang) {
			for _, p := range x.postings[w.term] {
				if _, ok := slices.BinarySearch(v.ids, p.concept); ok {
					spans[p.concept] = append(spans[p.concept], span{w.start, w.end, w.weight * p.weight})
				}
			}
		}
		for id, list := range spans {
			out[id] = append(out[id], merge(shown, list)...)
		}
	}
	return out
}

// A found is a piece of text and what it says for a concept.
type found struct {
	words  string
	weight float32
}

// merge joins stretches that overlap.
func merge(text string, spans []span) []found {
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(a.start-b.start, a.end-b.end) })
	var joined []span
	for _, s := range spans {
		if n := len(joined); n > 0 && s.start < joined[n-1].end {
			joined[n-1].end = max(joined[n-1].end, s.end)
			joined[n-1].weight += s.weight
			continue
		}
		joined = append(joined, s)
	}
	out := make([]found, len(joined))
	for i, s := range joined {
		out[i] = found{text[s.start:s.end], s.weight}
	}
	return out
}

// telling orders words by what they say, each once, and leaves out the faint.
func telling(words []found) []string {
	slices.SortStableFunc(words, func(a, b found) int { return cmp.Compare(b.weight, a.weight) })
	var out []string
	for _, w := range words {
		if w.weight < evident*words[0].weight {
			break
		}
		if !slices.ContainsFunc(out, func(s string) bool { return strings.EqualFold(s, w.words) }) {
			out = append(out, w.words)
		}
	}
	return out
}
