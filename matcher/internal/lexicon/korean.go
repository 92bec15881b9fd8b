package lexicon

import "strings"

// The weights of the terms of a Korean word. Syllable pairs carry most, since compounds are written with or without a
// space; a word of two or three syllables is such a term itself.
const (
	syllablePairWeight   = 0.5
	syllableTripleWeight = 0.8
	koreanWordWeight     = 1.0
	koreanPairWeight     = 0.8
)

// particles are endings that are no part of a noun, the longest first. A noun keeps at least two syllables.
var particles = []string{
	"으로서", "으로써", "에서의", "으로의", "이라도", "에서는", "인지에", "하거나", "에서", "에게", "부터", "까지", "으로", "이나", "이며", "하는",
	"되는", "하여", "용의", "용인", "은", "는", "을", "를", "의", "와", "과", "에", "로", "용", "이", "가", "나",
}

// korean cuts a word: the noun without its particle, its syllable pairs and triples, and, joined to the word before,
// the compound that others write without a space.
func (r *reader) korean() {
	n := len(r.cps)
	word := r.text[r.at[0]:r.at[n]]
	if isKoreanBoilerplate(word) {
		r.phrase++
		return
	}
	stem := n - particleLen(word, n)
	weight := float32(1)
	r.in = r.phrase
	if r.bracket || stem < n && strings.HasSuffix(word, "용") {
		weight, r.in = purposeWeight, aside
	}
	for i := range stem - 1 {
		if stem > 2 {
			r.send('k', i, i+2, weight*syllablePairWeight)
		}
		if i+3 <= stem && stem > 3 {
			r.send('k', i, i+3, weight*syllableTripleWeight)
		}
	}
	if stem > 1 {
		r.send('k', 0, stem, weight*koreanWordWeight)
	} else {
		r.send('k', 0, stem, weight*syllablePairWeight)
	}
	if oneSyllableNoun(word, n) {
		r.send('k', 0, 1, weight*syllablePairWeight)
	}
	r.pair(hangul, 'k', r.text[r.at[0]:r.at[stem]], weight*koreanPairWeight, r.at[0], r.at[stem])
	if stem < n {
		r.phrase++
	}
}

// shortParticles follow nouns of one syllable, too: 납으로, 철의. The word may as well be a longer noun (사과, 회의), so that the
// syllable is read beside it and not in its place.
var shortParticles = set("으로 의 을 를 과 은 는")

// oneSyllableNoun reports whether an n-syllable word may be a syllable and its particle.
func oneSyllableNoun(word string, n int) bool {
	return (n == 2 || n == 3) && shortParticles[word[len("가"):]]
}

// particleLen is how many syllables at the end of an n-syllable word are a particle.
func particleLen(word string, n int) int {
	for _, p := range particles {
		k := len(p) / len("가")
		if n-k >= 2 && strings.HasSuffix(word, p) {
			return k
		}
	}
	return 0
}
