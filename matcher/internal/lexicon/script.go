package lexicon

import "unicode"

// A script decides how a run of letters is cut into terms.
type script uint8

const (
	other script = iota // punctuation: ends a phrase
	space               // a gap inside a phrase
	latin               // Latin letters and digits
	cyrillic
	hangul
	han
	scripts
)

// The lower bounds of the blocks that matter, looked at before the slower tables of package unicode.
const (
	firstCyrillic = 0x0400
	lastCyrillic  = 0x052F
	firstHan      = 0x4E00
	lastHan       = 0x9FFF
	firstHangul   = 0xAC00
	lastHangul    = 0xD7A3
)

func scriptOf(r rune) script {
	switch {
	case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
		return latin
	case r == ' ', r == '\t', r == '\n', r == '\r', r == '-', r == '/', r == '\u00a0', r == '\'', r == '\u2019':
		return space
	case r < 0x80:
		return other
	case r >= firstCyrillic && r <= lastCyrillic:
		return cyrillic
	case r >= firstHangul && r <= lastHangul:
		return hangul
	case r >= firstHan && r <= lastHan:
		return han
	case unicode.Is(unicode.Latin, r):
		return latin
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.IsSpace(r):
		return space
	}
	return other
}

// language is the one of the four that a script is read as.
func (s script) language() string {
	return [scripts]string{latin: "en", cyrillic: "ru", hangul: "ko", han: "zh"}[s]
}
