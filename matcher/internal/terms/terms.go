// Package terms compares texts word by word within a language. It knows nothing of meanings: synonyms and other
// languages are the lexicon's.
package terms

import (
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball"

	"sangdam/event"
)

// A Bag is the terms of a text: sparse, of length one a language, sorted by term. The zero Bag has nothing to say.
type Bag struct {
	langs []string // of the vectors, in the order of first appearance
	bags  [][]entry
}

type entry struct {
	term   uint64
	weight float32
}

// Of takes the terms of texts, each in its own language; a plain string's language is read off its script.
func Of(texts ...event.Text) Bag {
	counts := map[string]map[uint64]float64{}
	for _, t := range texts {
		if t.By == nil {
			count(counts, script(t.Plain), t.Plain)
		}
		for lang, s := range t.By {
			count(counts, lang, s)
		}
	}
	var b Bag
	for lang, terms := range counts {
		if len(terms) > 0 {
			b.langs = append(b.langs, lang)
		}
	}
	slices.Sort(b.langs)
	for _, lang := range b.langs {
		b.bags = append(b.bags, unit(counts[lang]))
	}
	return b
}

// Empty reports whether no term was found.
func (b Bag) Empty() bool { return len(b.bags) == 0 }

// Similarity is the best cosine over the languages that both have, and whether there is such a language.
func (b Bag) Similarity(c Bag) (value float64, comparable bool) {
	for i, lang := range b.langs {
		if j := slices.Index(c.langs, lang); j >= 0 {
			value, comparable = max(value, dot(b.bags[i], c.bags[j])), true
		}
	}
	return min(1, value), comparable
}

func count(counts map[string]map[uint64]float64, lang, s string) {
	if counts[lang] == nil {
		counts[lang] = map[uint64]float64{}
	}
	for _, word := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		for _, term := range split(lang, word) {
			h := fnv.New64a()
			h.Write([]byte(term))
			counts[lang][h.Sum64()]++
		}
	}
}

// split makes terms of a word: pairs of syllables or signs in Korean and Chinese, where words are written together; the
// stem in English and Russian.
func split(lang, word string) []string {
	switch lang {
	case "ko", "zh":
		runes := []rune(word)
		if len(runes) < 3 {
			return []string{word}
		}
		var pairs []string
		for i := range len(runes) - 1 {
			pairs = append(pairs, string(runes[i:i+2]))
		}
		return pairs
	case "ru", "en":
		if len([]rune(word)) < 3 {
			return nil // particles and prepositions
		}
		name := "english"
		if lang == "ru" {
			name = "russian"
		}
		if stem, err := snowball.Stem(word, name, false); err == nil && stem != "" && !stop[stem] {
			return []string{stem}
		}
		return nil
	}
	return []string{word}
}

// stop are stems that say nothing of goods.
var stop = map[string]bool{
	"and": true, "for": true, "with": true, "the": true, "from": true, "other": true, "etc": true, "use": true,
	"для": true, "или": true, "проч": true, "друг": true, "при": true,
}

func unit(terms map[uint64]float64) []entry {
	bag := make([]entry, 0, len(terms))
	for term, n := range terms {
		bag = append(bag, entry{term, float32(math.Sqrt(n))})
	}
	slices.SortFunc(bag, func(a, b entry) int {
		if a.term < b.term {
			return -1
		}
		return 1
	})
	square := 0.0
	for _, e := range bag {
		square += float64(e.weight) * float64(e.weight)
	}
	for i := range bag {
		bag[i].weight /= float32(math.Sqrt(square))
	}
	return bag
}

func dot(a, b []entry) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].term < b[j].term:
			i++
		case a[i].term > b[j].term:
			j++
		default:
			sum += float64(a[i].weight) * float64(b[j].weight)
			i++
			j++
		}
	}
	return sum
}

// script guesses the language of a text from its letters: the most frequent of Hangul, Han, Cyrillic and Latin.
func script(s string) string {
	var n [4]int
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Hangul, r):
			n[0]++
		case unicode.Is(unicode.Han, r):
			n[1]++
		case unicode.Is(unicode.Cyrillic, r):
			n[2]++
		case unicode.Is(unicode.Latin, r):
			n[3]++
		}
	}
	best := 0
	for i, c := range n {
		if c > n[best] {
			best = i
		}
	}
	return [4]string{"ko", "zh", "ru", "en"}[best]
}
