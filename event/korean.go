package event

import (
	"strings"
	"unicode"
)

// particles are the Korean ones whose form depends on whether the sound before them ends in a consonant, as a message
// writes both forms at once; then the form after a consonant and the form after a vowel.
var particles = []struct{ both, consonant, vowel string }{
	{"은(는)", "은", "는"},
	{"이(가)", "이", "가"},
	{"을(를)", "을", "를"},
	{"과(와)", "과", "와"},
	{"(으)로", "으로", "로"},
}

// withParticles chooses the form of each particle by the word that stands before it. After a foreign word, whose
// sound is not known, both forms stay.
func withParticles(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		form, width := particleAt(s[i:], s[:i])
		b.WriteString(form)
		i += width
	}
	return b.String()
}

func particleAt(s, before string) (form string, width int) {
	for _, p := range particles {
		if !strings.HasPrefix(s, p.both) {
			continue
		}
		switch ending(before) {
		case consonant:
			return p.consonant, len(p.both)
		case rieul:
			if p.vowel == "로" {
				return p.vowel, len(p.both)
			}
			return p.consonant, len(p.both)
		case vowel:
			return p.vowel, len(p.both)
		}
		return p.both, len(p.both)
	}
	return s[:1], 1
}

// A sound is how a Korean word ends.
type sound int

const (
	unknownSound sound = iota
	vowel
	consonant
	rieul // the consonant ㄹ, after which 로 stands as after a vowel
)

// ending tells the last sound of a text in Hangul or digits, quotes and brackets aside.
func ending(s string) sound {
	runes := []rune(strings.TrimRightFunc(s, unicode.IsPunct))
	if len(runes) == 0 {
		return unknownSound
	}
	switch r := runes[len(runes)-1]; {
	case '가' <= r && r <= '힣':
		const finals, l = 28, 8 // syllables a pair of initial and medial; place of ㄹ among the finals
		switch (r - '가') % finals {
		case 0:
			return vowel
		case l:
			return rieul
		}
		return consonant
	case '0' <= r && r <= '9': // read 영 일 이 삼 사 오 육 칠 팔 구
		return []sound{consonant, rieul, vowel, consonant, vowel, vowel, consonant, rieul, rieul, vowel}[r-'0']
	}
	return unknownSound
}
