// Package phrase writes sentences for people in Korean, English, Chinese and Russian from templates, with the Korean
// particles that the word before them asks for.
package phrase

import "unicode"

// A final tells how the last sound of a word closes, which is what Korean particles ask.
type final int

const (
	open   final = iota // a vowel
	rieul               // ㄹ, which takes 로 like a vowel and 은, 이, 을, 과 like a consonant
	closed              // any other consonant
)

// digitFinals are those of the digits as read in Korean: 영 일 이 삼 사 오 육 칠 팔 구.
var digitFinals = [10]final{closed, rieul, open, closed, open, open, closed, rieul, rieul, open}

// Particle returns the form of a particle after a word. The particle is named by its form after a consonant: 은 이 을 과
// 으로. A bracketed remark at the end of the word and quotation marks are not read aloud and do not count.
func Particle(word, particle string) string {
	f := finalOf([]rune(word))
	switch particle {
	case "은":
		return choose(f == open, "는", "은")
	case "이":
		return choose(f == open, "가", "이")
	case "을":
		return choose(f == open, "를", "을")
	case "과":
		return choose(f == open, "와", "과")
	case "으로":
		return choose(f != closed, "로", "으로")
	}
	return particle
}

func choose(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

func finalOf(word []rune) final {
	for i := len(word) - 1; i >= 0; i-- {
		r := word[i]
		switch {
		case r == ')' || r == ']' || r == '）':
			for i > 0 && word[i] != '(' && word[i] != '[' && word[i] != '（' {
				i--
			}
		case r >= '가' && r <= '힣':
			switch (r - '가') % 28 {
			case 0:
				return open
			case 8:
				return rieul
			}
			return closed
		case r >= '0' && r <= '9':
			return digitFinals[r-'0']
		case unicode.In(r, unicode.Latin):
			return latinFinal(word[:i+1])
		case unicode.IsLetter(r):
			return open
		}
	}
	return open
}

// latinFinal reads an abbreviation by its last letter's Korean name (엘, 엠, 엔, 알) and any other word by its last
// consonant, which Korean writes as a final only for l, m, n and ng.
func latinFinal(word []rune) final {
	last := word[len(word)-1]
	spelled := unicode.IsUpper(last)
	switch unicode.ToLower(last) {
	case 'l':
		return rieul
	case 'm', 'n':
		return closed
	case 'r':
		if spelled {
			return rieul
		}
	case 'g':
		if !spelled && len(word) > 1 && word[len(word)-2] == 'n' {
			return closed
		}
	}
	return open
}
