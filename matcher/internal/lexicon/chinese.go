package lexicon

import "unicode/utf8"

// The weights of the terms of a Chinese run. Most words have two characters; a single one (泵, 阀) says less.
const (
	characterWeight  = 0.25
	charPairWeight   = 1.0
	charTripleWeight = 0.8
	phraseWeight     = 1.0
	minPhrase        = 4
	maxPhrase        = 8
)

// chinese cuts a run of characters: each, every pair and triple, and the longest phrases that the tables hold. The
// words of legal drafting end a run.
func (r *reader) chinese() {
	from := 0
	for i := 0; i < len(r.cps); {
		if k := chineseBoilerplate(r.cps[i], r.text[r.at[i]:]); k > 0 && i+k <= len(r.cps) {
			r.characters(from, i)
			i += k
			from = i
			continue
		}
		i++
	}
	r.characters(from, len(r.cps))
}

func (r *reader) characters(from, to int) {
	covered := from
	for i := from; i < to; i++ {
		r.send('z', i, i+1, characterWeight)
		if i+2 <= to {
			r.send('z', i, i+2, charPairWeight)
		}
		if i+3 <= to {
			r.send('z', i, i+3, charTripleWeight)
		}
		if i < covered || r.phrases == nil {
			continue
		}
		for k := min(maxPhrase, to-i); k >= minPhrase; k-- {
			if r.phrases[r.text[r.at[i]:r.at[i+k]]] {
				r.send('z', i, i+k, phraseWeight)
				covered = i + k
				break
			}
		}
	}
}

// isPhrase reports whether a term of the tables is kept as one Chinese phrase.
func isPhrase(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < minPhrase || n > maxPhrase {
		return false
	}
	for _, c := range s {
		if scriptOf(c) != han {
			return false
		}
	}
	return true
}
