package pdf

import (
	"io"

	"sangdam/internal/lang"
)

// Signs sets a page for every table, lying: its number, and the firm that sits there in Korean, English and the language of
// the place. Where several firms follow each other, each stands with its time. As tents, each page holds the sign twice, one of
// them upside down: folded in the middle it stands by itself and reads from both sides.
func Signs(w io.Writer, head Head, signs []Sign, tents bool) error {
	d := newDocument(head, head.Voice.Say("report.sign.title"))
	d.bare = true
	if len(signs) == 0 {
		d.page(true)
		d.fit(box{margin, margin, d.inner(), d.height - 2*margin}, d.say("report.paper.empty"), title.in(grey), centre)
	}
	for _, s := range signs {
		d.page(true)
		if !tents {
			d.sign(box{0, 0, d.width, d.height}, s)
			d.bookmark(s.Where + "  " + s.Table)
			continue
		}
		half := box{0, d.height / 2, d.width, d.height / 2}
		d.sign(half, s)
		d.bookmark(s.Where + "  " + s.Table)
		d.f.TransformBegin()
		d.f.TransformRotate(180, d.width/2, d.height/2)
		d.sign(half, s)
		d.f.TransformEnd()
		d.f.SetDashPattern([]float64{1.5, 1.5}, 0)
		d.rule(0, d.height/2, d.width, hair)
		d.f.SetDashPattern(nil, 0)
	}
	return d.write(w)
}

// sign draws one into a box, in proportion to its height.
func (d *document) sign(b box, s Sign) {
	unit := b.h / 210
	room := b.within(margin * max(unit, 0.7))
	top, gap := 12*unit, 10*unit
	d.fitLine(box{room.x, room.y, room.w * 0.5, top}, d.head.Event, style{size: 13 * max(unit, 0.75), ink: grey}, left)
	place := s.Where + "  ·  " + d.head.Voice.Day(s.Day)
	d.fitLine(box{room.x + room.w*0.52, room.y, room.w * 0.48, top}, place, style{size: 13 * max(unit, 0.75), ink: grey}, right)
	below := box{room.x, room.y + top + gap, room.w, room.h - top - gap}

	number := box{below.x, below.y, below.h * 0.62, below.h}
	d.fill(number, accent)
	label := 24 * unit
	d.fit(box{number.x, number.y + 8*unit, number.w, label}, d.say("report.sign.table"), style{size: 22 * unit, ink: white}, centre)
	d.fit(box{number.x + 6*unit, number.y + label, number.w - 12*unit, number.h - label*1.6}, s.Table, style{size: 230 * unit, bold: true, ink: white}, centre)

	names := box{number.x + number.w + 14*unit, below.y, below.w - number.w - 14*unit, below.h}
	if len(s.Stays) == 1 {
		d.firm(names, s.Stays[0].Names, 76*unit)
		return
	}
	for i, stay := range s.Stays {
		each := names.h / float64(len(s.Stays))
		b := box{names.x, names.y + float64(i)*each, names.w, each}
		if i > 0 {
			d.rule(b.x, b.y, b.x+b.w, hair)
		}
		when := d.say("report.sign.when", lang.Args{"From": clock(stay.From), "Until": clock(stay.Until)})
		clockWidth := 44 * max(unit, 0.8)
		d.fitLine(box{b.x, b.y, clockWidth, b.h}, when, style{size: 16 * max(unit, 0.7), bold: true, ink: accent}, left)
		d.firm(box{b.x + clockWidth + 4, b.y + b.h*0.06, b.w - clockWidth - 4, b.h * 0.88}, stay.Names, 44*unit)
	}
}

// firm sets the names of a firm under each other, the first twice as large as the others, all together in the middle of the
// box and as large as it allows.
func (d *document) firm(b box, names []string, size float64) {
	styles := func(size float64) (out []style, height float64) {
		for i, name := range names {
			s := style{size: size, bold: true, ink: black}
			if i > 0 {
				s = style{size: size * 0.5, ink: grey}
			}
			if w := width(plain(name), s); w > b.w { // one line, if that is not much smaller
				s.size *= max(0.7, b.w/w*0.995)
			}
			for s.size > smallest && breaksWords(name, s, b.w) {
				s.size *= shrink
			}
			out = append(out, s)
			height += blockHeight(b.w, name, s)
		}
		return out, height
	}
	set, height := styles(size)
	for size > smallest && height > b.h {
		size *= shrink
		set, height = styles(size)
	}
	y := b.y + (b.h-height)/2
	for i, name := range names {
		y += d.block(b.x, y, b.w, name, set[i], left)
	}
}
