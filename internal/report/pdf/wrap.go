package pdf

import (
	"strings"
	"unicode"
)

// wrap breaks a text into lines that are no wider than the room: at spaces, after hyphens and slashes, and between Chinese or
// Japanese characters; Hangul breaks between words, as Korean is set. A word that is wider than the room is broken where it
// must be: nothing is ever cut off. Line feeds break too. It costs O(length).
func wrap(text string, s style, room float64) []string {
	var lines []string
	for paragraph := range strings.SplitSeq(plain(text), "\n") {
		lines = append(lines, wrapParagraph(strings.TrimSpace(paragraph), s, room)...)
	}
	return lines
}

func wrapParagraph(text string, s style, room float64) []string {
	t := setterOf(s)
	limit := int(room / (s.size * mm) * 1000)
	runes := []rune(text)
	var lines []string
	start, last, sum := 0, 0, 0 // the first rune of the line, where it may end, its width so far
	for i := 0; i < len(runes); i++ {
		if i > start && mayBreak(runes[i-1], runes[i]) {
			last = i
		}
		_, _, w := t.glyph(runes[i])
		if sum+w > limit && i > start && runes[i] != ' ' {
			if last <= start {
				last = i
			}
			lines = append(lines, strings.TrimRight(string(runes[start:last]), " "))
			start, sum, i = last, 0, last-1 // what stood behind the end is measured again, on the next line
			continue
		}
		sum += w
	}
	return append(lines, strings.TrimRight(string(runes[start:]), " "))
}

// Characters that no line begins or ends with.
const (
	neverFirst = "、。，．・：；？！）〕］｝〉》」』】〗’”)]}.,:;!?%…·～ー々"
	neverLast  = "（〔［｛〈《「『【〖‘“([{$₩¥№"
)

// mayBreak reports whether a line may end between two characters.
func mayBreak(before, after rune) bool {
	if after == ' ' || strings.ContainsRune(neverFirst, after) || strings.ContainsRune(neverLast, before) {
		return false
	}
	if before == ' ' || ideographic(before) || ideographic(after) {
		return true
	}
	return strings.ContainsRune("-/–—", before) && unicode.IsLetter(after)
}

func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || 0x3000 < r && r <= 0x303F || 0xFF00 <= r && r <= 0xFFEF
}

// breaksWords reports whether a part of the text that should stay together is wider than the room.
func breaksWords(text string, s style, room float64) bool {
	t := setterOf(s)
	limit := int(room / (s.size * mm) * 1000)
	sum, spaces, before := 0, 0, '\n' // the width of the part so far, and of the spaces behind it
	for _, r := range plain(text) {
		if before == '\n' || mayBreak(before, r) {
			sum, spaces = 0, 0
		}
		switch _, _, w := t.glyph(r); {
		case r == ' ' && sum > 0:
			spaces += w
		case r != ' ' && r != '\n':
			sum, spaces = sum+spaces+w, 0
		}
		if sum > limit {
			return true
		}
		before = r
	}
	return false
}
