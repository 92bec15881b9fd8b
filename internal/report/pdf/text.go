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
// marks of direction, every kind of space a plain one, and without signs that no face has, such as emoji with all that joins
// them. Line feeds stay. A text of nothing but such signs is the sign for a missing character.
func plain(s string) string {
	s = withoutControls(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
	if strings.IndexFunc(s, unsettableSign) < 0 {
		return s
	}
	if out := withoutSigns(s); strings.TrimSpace(out) != "" {
		return out
	}
	return string(missing)
}

// unsettableSign reports whether a character is a sign, and none that says anything without its face: emoji and the colours of
// their skin, the frame of a key.
func unsettableSign(r rune) bool {
	return r != unicode.ReplacementChar && unicode.In(r, unicode.So, unicode.Sk, unicode.Me) && !setterOf(body).has(r)
}

// withoutSigns leaves signs out, and one of the spaces around each.
func withoutSigns(s string) string {
	var out []rune
	left := false // a sign, just now
	end := func(n int) bool { return n == 0 || out[n-1] == '\n' }
	for _, r := range s + "\n" {
		n := len(out)
		switch {
		case unsettableSign(r):
			left = true
			continue
		case left && r == ' ' && (end(n) || out[n-1] == ' '):
			continue
		case left && r == '\n' && n > 0 && out[n-1] == ' ':
			out = out[:n-1]
		}
		out, left = append(out, r), false
	}
	return string(out[:len(out)-1])
}

func withoutControls(s string) string {
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

// has reports whether a face has a character.
func (t setter) has(r rune) bool {
	for _, f := range t.faces {
		if _, ok := f.Advance(r); ok {
			return true
		}
	}
	return false
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
