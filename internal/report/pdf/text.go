package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sangdam/internal/report/pdf/fonts"
)

// missing stands for a character that no face has.
const missing = '□'

// plain makes a text one that can be set: valid, composed (file systems take Hangul apart), without control characters and
// marks of direction, every kind of space a plain one. Line feeds stay.
func plain(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsSpace(r) && r != '\u00A0' && r != '\u3000':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r):
			return -1
		}
		return r
	}, s)
}

// label makes a text one for the title or the outline of a document: on one line, in characters that the PDF writer can encode
// there.
func label(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return ' '
		case r > 0xFFFF:
			return missing
		}
		return r
	}, plain(s))
}

// A run is a part of a line that one face sets.
type run struct {
	face  *fonts.Face
	text  string
	width int // in thousandths of the size
}

// A setter knows the faces of a style.
type setter struct{ faces []*fonts.Face }

func setterOf(s style) setter {
	if s.bold {
		return setter{fonts.Bold()}
	}
	return setter{fonts.Regular()}
}

// glyph finds the face of a character, and what to set: itself, or the sign for a missing one.
func (t setter) glyph(r rune) (*fonts.Face, rune, int) {
	for {
		for _, f := range t.faces {
			if w, ok := f.Advance(r); ok {
				return f, r, w
			}
		}
		if r == missing {
			return t.faces[0], ' ', 0
		}
		r = missing
	}
}

// runs splits a line of plain text by face.
func (t setter) runs(line string) []run {
	var out []run
	var text strings.Builder
	for _, r := range line {
		face, r, width := t.glyph(r)
		if n := len(out); n == 0 || out[n-1].face != face {
			if n > 0 {
				out[n-1].text = text.String()
				text.Reset()
			}
			out = append(out, run{face: face})
		}
		text.WriteRune(r)
		out[len(out)-1].width += width
	}
	if n := len(out); n > 0 {
		out[n-1].text = text.String()
	}
	return out
}

// width measures a line of plain text in millimetres.
func width(line string, s style) float64 {
	t := setterOf(s)
	sum := 0
	for _, r := range line {
		_, _, w := t.glyph(r)
		sum += w
	}
	return float64(sum) * s.size * mm / 1000
}
