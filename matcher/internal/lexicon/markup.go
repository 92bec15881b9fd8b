package lexicon

import (
	"html"
	"regexp"
	"strings"
)

var (
	hiddenPart = regexp.MustCompile(`(?is)<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->`)
	tag        = regexp.MustCompile(`</?[a-zA-Z][^<>]*>`)
	link       = regexp.MustCompile(`(?i)\b(?:https?://|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+\.[\w.-]+`)
)

// withoutMarkup takes tags, entities, links and addresses of mail out of a text that was copied from a page, and signs that no
// one sees. It returns the text itself when there are none.
func withoutMarkup(text string) string {
	if strings.IndexByte(text, '&') >= 0 {
		text = html.UnescapeString(text)
	}
	if strings.IndexByte(text, '<') >= 0 {
		text = tag.ReplaceAllString(hiddenPart.ReplaceAllString(text, " "), " ")
	}
	if strings.IndexByte(text, '@') >= 0 || strings.Contains(text, "://") || strings.Contains(text, "www.") || strings.Contains(text, "WWW.") {
		text = link.ReplaceAllString(text, " ")
	}
	if hasUnseen(text) {
		text = strings.Map(func(c rune) rune {
			if unseen(c) {
				return -1
			}
			return c
		}, text)
	}
	return text
}

// unseen reports signs inside words that no one sees, and the accents that tell how a Russian word is said.
func unseen(c rune) bool {
	switch c {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u0300', '\u0301':
		return true
	}
	return false
}

// hasUnseen looks for the first bytes of such signs before it looks for the signs.
func hasUnseen(text string) bool {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case 0xc2, 0xcc, 0xe2, 0xef:
			return strings.ContainsFunc(text[i:], unseen)
		}
	}
	return false
}
