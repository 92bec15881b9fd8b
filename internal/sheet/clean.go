package sheet

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/norm"
)

// clean takes away the space around a cell's text, also the kinds that cannot be seen.
func clean(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\uFEFF' || '\u200B' <= r && r <= '\u200D' || r == '\u2060'
	})
}

// narrow writes full-width letters, digits and signs as those of ASCII, and puts apart what was composed by hand: for
// values that programs read, not for texts.
func narrow(s string) string { return clean(norm.NFKC.String(clean(s))) }

// folded is a word as it is compared: narrow, small letters, no spaces or dashes.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '-', r == '_', r == '.', r == '·', r == '*', r == ':', r == '\'', r == '’':
			return -1
		case r == 'ё':
			return 'е'
		}
		return r
	}, strings.ToLower(narrow(s)))
}

// maxCellText is how many UTF-16 units a cell of Excel holds.
const maxCellText = 32_767

// surviving is what is left of a text when it has been in a cell: XML has no control characters, and a cell no more
// than maxCellText.
func surviving(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n':
			return r
		case r < ' ', r == '\uFFFE', r == '\uFFFF', r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
	if len(s) <= maxCellText {
		return s
	}
	units := utf16.Encode([]rune(s))
	if len(units) <= maxCellText {
		return s
	}
	units = units[:maxCellText]
	if utf16.IsSurrogate(rune(units[len(units)-1])) && units[len(units)-1] < 0xDC00 {
		units = units[:len(units)-1]
	}
	return string(utf16.Decode(units))
}

// weakSeparators divide ids, codes and names of countries and languages, but stand inside other words: ISO/TS 16949.
const weakSeparators = "/·ㆍ|"

// split divides a cell into its values. Weak separators divide everywhere, or only between spaces.
func split(s string, weakEverywhere bool) []string {
	if !weakEverywhere {
		for _, sign := range weakSeparators {
			s = strings.ReplaceAll(s, " "+string(sign)+" ", "\n")
		}
	}
	parts := strings.FieldsFunc(s, func(r rune) bool {
		return strings.ContainsRune(",;\n\r\t、，；", r) || weakEverywhere && strings.ContainsRune(weakSeparators, r)
	})
	var out []string
	for _, p := range parts {
		if p = narrow(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
