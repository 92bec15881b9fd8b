package pdf

import (
	"bytes"
	"strings"

	"sangdam/internal/report/pdf/fonts"
)

// line sets one line of plain text, its top left corner at x, y.
func (d *document) line(x, y float64, text string, s style) {
	d.f.SetTextColor(s.ink[0], s.ink[1], s.ink[2])
	y += s.baseline()
	for _, r := range setterOf(s).runs(text) {
		d.use(r.face, s.size)
		heavier := s.bold && r.face == fonts.Han()
		if heavier { // there is no bold face: the outline makes it so
			d.f.SetDrawColor(s.ink[0], s.ink[1], s.ink[2])
			d.f.SetLineWidth(s.size * mm * 0.018)
			d.f.SetTextRenderingMode(2)
		}
		d.f.Text(x, y, r.text)
		if heavier {
			d.f.SetTextRenderingMode(0)
		}
		x += float64(r.width) * s.size * mm / 1000
	}
}

// use selects a face, and puts it into the file when it is not there yet.
func (d *document) use(face *fonts.Face, size float64) {
	name := untagged + face.Name
	if !d.faces[name] {
		d.faces[name] = true
		d.f.AddUTF8FontFromBytes(name, "", bytes.Clone(face.TTF)) // the PDF writer writes into it
	}
	d.f.SetFont(name, "", size)
}

// block sets a text in lines as wide as the room at most, and returns the height it took.
func (d *document) block(x, y, room float64, text string, s style, a align) float64 {
	lines := wrap(text, s, room)
	for i, l := range lines {
		d.line(x+offset(a, room-width(l, s)), y+float64(i)*s.leading(), l, s)
	}
	return float64(len(lines)) * s.leading()
}

// blockHeight is what block would take.
func blockHeight(room float64, text string, s style) float64 {
	return float64(len(wrap(text, s, room))) * s.leading()
}

func offset(a align, free float64) float64 {
	switch a {
	case centre:
		return free / 2
	case right:
		return free
	}
	return 0
}

// smallest is the size in points below which nothing is set, however long a name is: then it runs over its box.
const smallest = 3.5

// shrink is by how much the type gets smaller at each try.
const shrink = 0.95

// fit sets a text into a box, in the middle of its height, as large as the style says, or as much smaller as it takes; on
// several lines where there is room for them.
func (d *document) fit(b box, text string, s style, a align) {
	for s.size > smallest && blockHeight(b.w, text, s) > b.h+0.01 {
		s.size *= shrink
	}
	d.block(b.x, b.y+(b.h-blockHeight(b.w, text, s))/2, b.w, text, s, a)
}

// fitLine is fit for a text that should stay on one line: it gets as small as that takes, and several lines after that.
func (d *document) fitLine(b box, text string, s style, a align) {
	text = strings.ReplaceAll(plain(text), "\n", " ")
	if w := width(text, s); w > b.w {
		s.size = max(smallest, s.size*b.w/w*0.995)
	}
	d.fit(b, text, s, a)
}

// sparing makes a style so much smaller, within limits, that no word of a text has to be broken.
func sparing(text string, s style, room float64) style {
	const least = 0.82
	for full := s.size; s.size > full*least; s.size *= shrink {
		if !breaksWords(text, s, room) {
			return s
		}
	}
	return s
}

// rule draws a fine horizontal line.
func (d *document) rule(x1, y, x2 float64, i ink) {
	d.f.SetDrawColor(i[0], i[1], i[2])
	d.f.SetLineWidth(0.2)
	d.f.Line(x1, y, x2, y)
}

// fill paints a rectangle.
func (d *document) fill(b box, i ink) {
	d.f.SetFillColor(i[0], i[1], i[2])
	d.f.Rect(b.x, b.y, b.w, b.h, "F")
}

// frame draws the outline of a rectangle.
func (d *document) frame(b box, i ink) {
	d.f.SetDrawColor(i[0], i[1], i[2])
	d.f.SetLineWidth(0.2)
	d.f.Rect(b.x, b.y, b.w, b.h, "D")
}
