// Package fonts holds the typefaces of the papers, embedded and compressed: Latin with Cyrillic and
// Greek, and Hangul, each in two weights, and Chinese characters with Japanese. README.md says where they come from.
package fonts

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

//go:embed latin-regular.ttf.gz
var latinRegular []byte

//go:embed latin-bold.ttf.gz
var latinBold []byte

//go:embed hangul-regular.ttf.gz
var hangulRegular []byte

//go:embed hangul-bold.ttf.gz
var hangulBold []byte

//go:embed han-regular.ttf.gz
var hanRegular []byte

// A Face is one typeface, read.
type Face struct {
	Name     string
	TTF      []byte   // the TrueType file; not to be changed
	advances []uint16 // by rune of the basic plane, in thousandths of the size; absent: the face does not have it
}

const absent = 0xFFFF

// Advance returns the width of a character in thousandths of the type size, and whether the face has it.
func (f *Face) Advance(r rune) (width int, ok bool) {
	if r < 0 || int(r) >= len(f.advances) || f.advances[r] == absent {
		return 0, false
	}
	return int(f.advances[r]), true
}

// The faces are read once, when they are first asked for, and may then be used from several goroutines.
var (
	Latin      = once("latin", latinRegular)
	LatinBold  = once("latinbold", latinBold)
	Hangul     = once("hangul", hangulRegular)
	HangulBold = once("hangulbold", hangulBold)
	Han        = once("han", hanRegular)
)

// Regular and Bold return the faces of a weight, in the order in which a character is looked for. Of Chinese characters
// there is one weight only.
func Regular() []*Face { return []*Face{Latin(), Hangul(), Han()} }

// Bold is described at Regular.
func Bold() []*Face { return []*Face{LatinBold(), HangulBold(), Han()} }

// once returns a function that reads a face on its first call. The faces are part of the program, so a broken one is a
// programmer's error.
func once(name string, packed []byte) func() *Face {
	return sync.OnceValue(func() *Face {
		f, err := read(name, packed)
		if err != nil {
			panic(fmt.Sprintf("font %s: %v", name, err))
		}
		return f
	})
}

func read(name string, packed []byte) (*Face, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	ttf, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, err
	}
	f := &Face{Name: name, TTF: ttf}
	f.advances, err = advances(parsed)
	return f, err
}

// advances reads the widths of all characters of the basic plane: the PDF writer knows no others.
func advances(parsed *sfnt.Font) ([]uint16, error) {
	const plane, perMille = 1 << 16, 1000
	var buf sfnt.Buffer
	out := make([]uint16, plane)
	for r := range out {
		out[r] = absent
		glyph, err := parsed.GlyphIndex(&buf, rune(r))
		if err != nil {
			return nil, err
		}
		if glyph == 0 {
			continue
		}
		width, err := parsed.GlyphAdvance(&buf, glyph, fixed.I(perMille), font.HintingNone)
		if err != nil {
			return nil, err
		}
		out[r] = uint16(width.Round())
	}
	return out, nil
}
