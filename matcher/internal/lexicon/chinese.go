package lexicon

import (
	"strings"
	"unicode/utf8"
)

// The weights of the terms of a Chinese run. Most words have two characters; a single one (泵, 阀) says less.
const (
	characterWeight  = 0.25
	aloneWeight      = 0.6 // of a character that is a word of its own, as the metals are: 钽及其制品
	charPairWeight   = 1.0
	charTripleWeight = 0.8
	phraseWeight     = 1.0
	minPhrase        = 4
	maxPhrase        = 8
)

// measures are characters that stand alone after a figure and say nothing of the goods.
const measures = "年月日人台吨米个家套件多克升毫"

// chinese cuts a run of characters: each, every pair and triple, and the longest phrases that the tables hold. The
// words of legal drafting end a run.
func (r *reader) chinese() {
	from := 0
	for i := 0; i < len(r.cps); {
		if k := chineseBoilerplate(r.cps[i], r.text[r.at[i]:]); k > 0 && i+k <= len(r.cps) {
			r.characters(from, i)
			r.phrase++
			i += k
			from = i
			continue
		}
		i++
	}
	r.characters(from, len(r.cps))
}

// characters emits the terms of a stretch without words of drafting.
func (r *reader) characters(from, to int) {
	covered := from
	r.in = r.phrase
	purpose := r.purposeEnd(from, to)
	if r.bracket {
		purpose, r.in = to, aside
	}
	for i := from; i < to; i++ {
		weight := float32(1)
		if i < purpose {
			weight = purposeWeight
		}
		if to-from == 1 {
			if strings.ContainsRune(measures, r.cps[i]) {
				return
			}
			r.send('z', i, i+1, weight*aloneWeight)
			return
		}
		r.send('z', i, i+1, weight*characterWeight)
		if i+2 <= to {
			r.send('z', i, i+2, weight*charPairWeight)
		}
		if i+3 <= to {
			r.send('z', i, i+3, weight*charTripleWeight)
		}
		if i < covered {
			continue
		}
		for k := min(maxPhrase, to-i); k >= minPhrase; k-- {
			if r.phrases[r.text[r.at[i]:r.at[i+k]]] {
				r.send('z', i, i+k, weight*phraseWeight)
				covered = i + k
				break
			}
		}
	}
}

// purposeEnd is where the words end that say what the goods are for: at 用 between two nouns, as in 工程机械用液压件. The
// character in a word of its own (通用, 用于) does not count. Without such words it is from.
func (r *reader) purposeEnd(from, to int) int {
	for i := to - 2; i >= from+2; i-- {
		if r.cps[i] == '用' && !strings.ContainsRune("通专使利应适作采选家日", r.cps[i-1]) && !strings.ContainsRune("于途具品来", r.cps[i+1]) {
			return i
		}
	}
	return from
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
