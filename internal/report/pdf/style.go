package pdf

// An ink is a colour in red, green and blue.
type ink [3]int

var (
	black  = ink{28, 32, 36}
	grey   = ink{98, 106, 114}
	accent = ink{20, 86, 112}
	hair   = ink{208, 214, 218}
	pale   = ink{158, 194, 208}
	tint   = ink{237, 243, 246}
	white  = ink{255, 255, 255}
)

// A style is how a text is set.
type style struct {
	size  float64 // in points
	bold  bool
	ink   ink
	tight bool // lines closer to each other, for narrow columns
}

var (
	title   = style{size: 20, bold: true, ink: black}
	heading = style{size: 12, bold: true, ink: accent}
	body    = style{size: 10, ink: black}
	detail  = style{size: 8.5, ink: black}
	small   = style{size: 7.5, ink: black}
)

func (s style) in(i ink) style { s.ink = i; return s }
func (s style) strong() style  { s.bold = true; return s }
func (s style) at(size float64) style {
	s.size = size
	return s
}

// mm is a point in millimetres.
const mm = 25.4 / 72

// leading is the height of a line.
func (s style) leading() float64 {
	if s.tight {
		return s.size * mm * 1.2
	}
	return s.size * mm * 1.36
}

// baseline is how far below the top of a line its letters stand, so that capitals and Hangul are in the middle.
func (s style) baseline() float64 { return s.leading()/2 + s.size*mm*0.36 }

// An align is where a line stands in its room.
type align int

const (
	left align = iota
	centre
	right
)

// A box is a rectangle: its upper left corner, width and height.
type box struct{ x, y, w, h float64 }

// within is the box without a rim.
func (b box) within(rim float64) box { return box{b.x + rim, b.y + rim, b.w - 2*rim, b.h - 2*rim} }
