package matcher

import (
	"strings"
	"unicode"

	"sangdam/event"
)

// coded writes the short form of a name with its HS code in brackets, if there is one.
func coded(name event.Text, code string) event.Text {
	by := make(map[string]string, len(event.Languages))
	for _, lang := range event.Languages {
		by[lang] = brief(name.In(lang))
		if code != "" {
			by[lang] = brackets(lang, by[lang], "HS "+code)
		}
	}
	return event.Text{By: by}
}

// brackets adds a remark to words, with the spaces and brackets of the language.
func brackets(lang, words, remark string) string {
	switch lang {
	case "ko":
		return words + "(" + remark + ")"
	case "zh":
		return words + "（" + remark + "）"
	}
	return words + " (" + remark + ")"
}

// brief cuts the title of a heading to what people call the goods: remarks in brackets go, and what follows the first
// comma or semicolon.
func brief(title string) string {
	var b strings.Builder
	depth := 0
	for _, r := range title {
		switch r {
		case '(', '（', '[':
			depth++
			continue
		case ')', '）', ']':
			depth = max(0, depth-1)
			continue
		}
		if depth > 0 {
			continue
		}
		if strings.ContainsRune(",;，；、", r) && b.Len() > 0 {
			break
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// writtenIn tells the language of a plain text by its first telling letter: Hangul, Han, Cyrillic or Latin.
func writtenIn(s string) string {
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Hangul, r):
			return "ko"
		case unicode.Is(unicode.Han, r):
			return "zh"
		case unicode.Is(unicode.Cyrillic, r):
			return "ru"
		case unicode.Is(unicode.Latin, r):
			return "en"
		}
	}
	return ""
}
