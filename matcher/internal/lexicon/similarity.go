package lexicon

import (
	"cmp"
	"slices"

	"sangdam/event"
)

// wordShare is how much of what the concepts leave open, shared words can add.
const wordShare = 0.5

// A Match is how near two texts are and why.
type Match struct {
	Value    float64  // in [0, 1]; Concepts raised by Words
	Concepts float64  // cosine over the concepts, across languages
	Words    float64  // cosine over the words, in the language where they agree best
	Language string   // that language; empty when no language is common to both
	Shared   []Shared // concepts that both speak of, the heaviest first
}

// A Shared concept is one that two texts have in common.
type Shared struct {
	HS      string     // heading or subheading, dotted; empty for a process
	Process string     // id of a process; empty for goods
	Name    event.Text // in all four languages
	Share   float64    // of the cosine over the concepts, (0, 1]
	A, B    []string   // the words that evoked it in each text
}

// Similarity compares two texts, in one language or across languages, and says on what they meet.
func Similarity(a, b event.Text) Match { return Read(a).Match(Read(b)) }

// Similarity is the value of Match alone: cheap, and what ranking needs.
func (r Reading) Similarity(s Reading) float64 {
	words, _ := r.wordCosine(s)
	return combine(r.Vector.Cosine(s.Vector), words)
}

// combine lets shared words close part of the gap to certainty. It is monotone in both, keeps [0, 1], and equals the
// cosine over concepts when two texts have no language in common.
func combine(concepts, words float64) float64 {
	return concepts + (1-concepts)*wordShare*words
}

// wordCosine is the best cosine over the words of one language, and which language that is.
func (r Reading) wordCosine(s Reading) (best float64, lang string) {
	for l := range r.words {
		a, b := &r.words[l], &s.words[l]
		if len(a.ids) == 0 || len(b.ids) == 0 {
			continue
		}
		if c := min(1, dot(a.ids, a.weights, b.ids, b.weights)); c > best || lang == "" {
			best, lang = c, rowLanguages[l]
		}
	}
	return best, lang
}

// Match compares two readings and says on what they meet.
func (r Reading) Match(s Reading) Match {
	m := Match{Concepts: r.Vector.Cosine(s.Vector)}
	m.Words, m.Language = r.wordCosine(s)
	m.Value = combine(m.Concepts, m.Words)
	m.Shared = shared(r.Vector, s.Vector)
	return m
}

// shared lists the concepts of two vectors with their share of the cosine.
func shared(v, w Vector) []Shared {
	total := v.Cosine(w)
	if total == 0 {
		return nil
	}
	x := knowledge()
	ev, ew := x.evidence(v), x.evidence(w)
	var out []Shared
	for i, id := range v.ids {
		j, ok := slices.BinarySearch(w.ids, id)
		if !ok || int(id) >= len(x.rows) {
			continue
		}
		c := x.concept(id)
		out = append(out, Shared{c.HS, c.Process, c.Name, float64(v.weights[i]*w.weights[j]) / total,
			telling(ev[id]), telling(ew[id])})
	}
	slices.SortStableFunc(out, func(a, b Shared) int { return cmp.Compare(b.Share, a.Share) })
	return out
}
