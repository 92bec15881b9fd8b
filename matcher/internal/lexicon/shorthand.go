package lexicon

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// Abbreviations of English and Russian trade letters by the word they stand for: a word of a few letters (vlv, нерж), or two
// letters parted by a slash (m/c, г/к). Those that stand for several goods or several words are in the tables of the goods.
//
//go:embed spellings/shorthand.tsv
var shorthandTable string

// shorthand holds the word that is meant by each abbreviation, which is in lower case.
var shorthand = func() map[string]string {
	words := map[string]string{}
	for row := range rowsOf(shorthandTable) {
		for written := range strings.SplitSeq(row[1], "; ") {
			words[written] = row[0]
		}
	}
	return words
}()

// withoutSlashes writes out the abbreviations of two letters parted by a slash. It returns the text itself when there are none,
// and takes time linear in the text.
func withoutSlashes(text string) string {
	var out strings.Builder
	done := 0
	for next := 0; ; {
		i := strings.IndexByte(text[next:], '/') + next
		if i < next {
			break
		}
		next = i + 1
		first, before := utf8.DecodeLastRuneInString(text[:i])
		last, after := utf8.DecodeRuneInString(text[i+1:])
		from, to := i-before, i+1+after
		s := scriptOf(first)
		if s != latin && s != cyrillic || scriptOf(last) != s || from < done {
			continue
		}
		if c, _ := utf8.DecodeLastRuneInString(text[:from]); scriptOf(c) == s {
			continue
		}
		if c, _ := utf8.DecodeRuneInString(text[to:]); scriptOf(c) == s {
			continue
		}
		if word, ok := shorthand[strings.ToLower(text[from:to])]; ok {
			out.WriteString(text[done:from])
			out.WriteString(word)
			done = to
		}
	}
	if done == 0 {
		return text
	}
	out.WriteString(text[done:])
	return out.String()
}
