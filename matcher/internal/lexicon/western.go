package lexicon

import (
	"strings"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/russian"
)

// The weights of the terms of an English or Russian word beside its stem, which counts 1. A prefix joins derived words
// (machine and machinery, насос and насосный); an ending joins Russian compounds (гидроцилиндр and цилиндр).
const (
	stemPairWeight = 0.6
	prefixWeight   = 0.3
	endingWeight   = 0.3
	prefixLen      = 5
	endingLen      = 6
)

// A stemmer remembers the stems of the words of the tables, because the algorithm costs about a microsecond a word.
type stemmer struct {
	known map[string]string
	learn bool // adds to known; while the index is built
	off   bool // for texts in a language whose inflection we do not know
}

func (s *stemmer) stem(sc script, word string) string {
	if s.off {
		return word
	}
	if known, ok := s.known[word]; ok {
		return known
	}
	stem := ""
	as := respeltWord(sc, word)
	if sc == cyrillic {
		stem = russian.Stem(as, true)
	} else {
		stem = english.Stem(as, true)
	}
	if s.learn {
		s.known[word] = stem
	}
	return stem
}

// western cuts an English or Russian word: its stem, the pair with the stem before it, prefix and ending.
func (r *reader) western(s script) {
	n := len(r.cps)
	start, end := r.at[0], r.at[n]
	word := fold(r.text[start:end])
	if s == latin && isDigit(word[0]) {
		if r.isDimension(start, end) {
			r.prev = r.prev[:0]
			return
		}
		word = figure(word)
	}
	switch word {
	case "for", "для", "except", "excluding", "кроме", "исключая":
		r.purpose = true
	}
	if boilerplate[s][word] {
		r.phrase++
		return
	}
	weight := float32(1)
	r.in = r.phrase
	if r.purpose || r.bracket {
		weight, r.in = purposeWeight, aside
	}
	if n == 1 && s == cyrillic {
		return
	}
	stem := r.stems.stem(s, word)
	kind, pre := byte('e'), byte('f')
	if s == cyrillic {
		kind, pre = 'r', 's'
	}
	r.key = append(append(r.key[:0], kind), stem...)
	r.emit(term{r.key, weight, start, end, r.in})
	r.pair(s, kind, stem, weight*stemPairWeight, start, end)
	if n > prefixLen {
		r.key = append(append(r.key[:0], pre), word[:offset(word, prefixLen)]...)
		r.emit(term{r.key, weight * prefixWeight, start, end, r.in})
	}
	if s != cyrillic {
		return
	}
	if k := utf8.RuneCountInString(stem); k >= endingLen {
		r.key = append(append(r.key[:0], 't'), stem[offset(stem, k-endingLen):]...)
		r.emit(term{r.key, weight * endingWeight, start, end, r.in})
	}
}

// offset is the byte at which the n-th character of s begins.
func offset(s string, n int) int {
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// figure writes a decimal comma as a point, and leaves out a comma before thousands.
func figure(word string) string {
	i := strings.IndexByte(word, ',')
	switch {
	case i < 0:
		return word
	case len(word)-i == len(",000"):
		return strings.ReplaceAll(word, ",", "")
	}
	return strings.ReplaceAll(word, ",", ".")
}

// isDimension reports whether the figure from start to end is multiplied with another, as in 600*600: the size of an article, which
// is not the width by which the nomenclature parts one heading from another. With a Latin x the two are one word anyway.
func (r *reader) isDimension(start, end int) bool {
	if sign, size := utf8.DecodeRuneInString(r.text[end:]); isTimes(sign) && end+size < len(r.text) && isDigit(r.text[end+size]) {
		return true
	}
	sign, size := utf8.DecodeLastRuneInString(r.text[:start])
	return isTimes(sign) && start > size && isDigit(r.text[start-size-1])
}

// isTimes reports whether a character stands between two dimensions; the letters are Cyrillic.
func isTimes(c rune) bool { return c == '*' || c == '×' || c == 'х' || c == 'Х' }
