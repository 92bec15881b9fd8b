package calendar

import (
	"strings"
	"unicode"

	ics "github.com/arran4/golang-ical"
)

// clean makes a text one that the format can carry: valid UTF-8, line ends as line feeds, no other control characters, no
// white space around it.
func clean(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, s))
}

// oneLine is clean for a value that is no text: it holds no line end either.
func oneLine(s string) string { return strings.ReplaceAll(clean(s), "\n", " ") }

// outsideParameters stands for what a parameter cannot hold unquoted, and the library does not quote.
var outsideParameters = strings.NewReplacer(`"`, "”", "'", "’", ",", " ", ";", " ", ":", " ", `\`, " ")

func commonName(name string) []ics.PropertyParameter {
	name = strings.Join(strings.Fields(outsideParameters.Replace(oneLine(name))), " ")
	if name == "" {
		return nil
	}
	return []ics.PropertyParameter{ics.WithCN(name)}
}
