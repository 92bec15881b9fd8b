package pdf

import (
	"io"
	"slices"

	"sangdam/internal/lang"
)

const (
	gridColumns = 10   // tables on a page at most
	gridTime    = 19.0 // width of the column with the times
	gridRim     = 1.1
	gridLeast   = 9.5 // height of a slot
	gridPause   = 3.0 // between slots that do not follow each other at once
)

// Grids sets the master grid of each day, lying. More tables than a page is wide, or more slots than it is high, go on over
// the next pages, with their heads.
func Grids(w io.Writer, head Head, grids []Grid) error {
	d := newDocument(head, head.Voice.Say("report.grid.title"))
	if len(grids) == 0 {
		d.page(true)
		d.opening(d.say("report.grid.title"), head.Event, d.say("report.paper.empty"))
	}
	for _, g := range grids {
		pages := max(1, (len(g.Tables)+gridColumns-1)/gridColumns)
		for i := range pages {
			d.grid(g, i*len(g.Tables)/pages, (i+1)*len(g.Tables)/pages)
		}
	}
	return d.write(w)
}

// grid sets the tables from one to another. Where the day is a little too long for a page, the type gets smaller; where it is
// much too long, the day goes on over the next page, after a pause if it has one.
func (d *document) grid(g Grid, from, to int) {
	column := (a4Long - 2*margin - gridTime) / float64(max(1, to-from))
	d.gridHead(g, from, to, column)
	room := d.bottom() - d.y
	scale := g.scale(from, to, column, room)
	for i, rows := range g.pages(from, to, column, scale, room) {
		if i > 0 {
			d.gridHead(g, from, to, column)
		}
		for j, t := range rows {
			if pause := g.pause(t); j > 0 && pause > 0 {
				d.y += pause
				d.rule(margin, d.y, d.right(), hair)
			}
			h := gridRow(g.Cells[t][from:to], column, scale)
			when := clock(g.Slots[t].Start) + "–" + clock(g.Slots[t].End)
			d.fitLine(box{margin, d.y, gridTime - 2, min(h, gridLeast)}, when, style{7.5, true, black}, left)
			for k, c := range g.Cells[t][from:to] {
				d.gridCell(box{margin + gridTime + float64(k)*column, d.y, column, h}, c, scale)
			}
			d.y += h
			d.rule(margin, d.y, d.right(), hair)
		}
	}
}

// pages deals the slots out to pages.
func (g Grid) pages(from, to int, column, scale, room float64) [][]int {
	pages := [][]int{nil}
	height, pause := 0.0, 0 // of the page so far; its last slot that comes after a pause
	for t := range g.Slots {
		h := g.pause(t) + gridRow(g.Cells[t][from:to], column, scale)
		page := &pages[len(pages)-1]
		switch {
		case height+h > room && pause > (*page)[0]:
			rest := slices.Clone((*page)[pause-(*page)[0]:])
			*page = (*page)[:pause-(*page)[0]]
			pages = append(pages, rest)
			height = 0
			for _, u := range rest {
				height += gridRow(g.Cells[u][from:to], column, scale)
			}
			page, pause = &pages[len(pages)-1], 0
			if height+h > room {
				pages, height = append(pages, nil), 0
				page = &pages[len(pages)-1]
			}
		case height+h > room && len(*page) > 0:
			pages, height, pause = append(pages, nil), 0, 0
			page = &pages[len(pages)-1]
		case g.pause(t) > 0 && len(*page) > 0:
			pause = t
		}
		*page = append(*page, t)
		height += h
	}
	return pages
}

// scale finds how much smaller the type must be for the whole day to have room on one page; 1 when even the smallest that is
// easy to read does not help.
func (g Grid) scale(from, to int, column, room float64) float64 {
	const least = 0.8
	for scale := 1.0; scale >= least; scale -= 0.04 {
		height := 0.0
		for i := range g.Slots {
			height += g.pause(i) + gridRow(g.Cells[i][from:to], column, scale)
		}
		if height <= room {
			return scale
		}
	}
	return 1
}

// pause is the room before a slot that does not follow the one before at once.
func (g Grid) pause(i int) float64 {
	if i > 0 && g.Slots[i].Start.After(g.Slots[i-1].End) {
		return gridPause
	}
	return 0
}

func (d *document) gridHead(g Grid, from, to int, column float64) {
	d.page(true)
	d.fill(box{margin, d.y, 14, 1.2}, accent)
	d.y += 3
	d.fitLine(box{margin, d.y, d.inner() * 0.5, 7}, g.Where+"  ·  "+d.head.Voice.Day(g.Day), heading, left)
	about := d.say("report.grid.title")
	if to-from < len(g.Tables) {
		about += "  ·  " + d.say("report.grid.tables", lang.Args{"From": g.Tables[from], "Until": g.Tables[to-1]})
	}
	about += "  ·  " + zoneName(g.Day, g.Zone)
	d.fitLine(box{margin + d.inner()*0.5, d.y, d.inner() * 0.5, 7}, about, small.at(8).in(grey), right)
	d.y += 9
	d.fit(box{margin, d.y, gridTime, 6}, d.say("report.agenda.time"), small.strong().in(grey), left)
	for j, name := range g.Tables[from:to] {
		b := box{margin + gridTime + float64(j)*column, d.y, column, 6}
		d.fitLine(box{b.x + gridRim, b.y, b.w - 2*gridRim, b.h}, name, body.strong().in(accent), centre)
	}
	d.y += 6.5
	d.rule(margin, d.y, d.right(), accent)
}

func gridRow(cells []GridCell, column, scale float64) float64 {
	height := gridLeast
	for _, c := range cells {
		h := 2 * gridRim
		for _, p := range c.parts(column, scale) {
			h += blockHeight(gridText(column), p.text, p.style)
		}
		height = max(height, h)
	}
	return height
}

// gridText is the room for text in a column.
func gridText(column float64) float64 { return column - 2*gridRim - 0.6 }

// parts are the firm, the buyer and the interpreter of a meeting, as they are set in a column.
func (c GridCell) parts(column, scale float64) []part {
	var parts []part
	for _, p := range []part{
		{c.Firm, style{7.5, true, black}}, {c.Buyer, style{7, false, black}}, {c.Interpreter, style{6.5, false, grey}},
	} {
		if p.text != "" {
			p.style = sparing(p.text, p.style.at(p.style.size*scale), gridText(column))
			parts = append(parts, p)
		}
	}
	return parts
}

func (d *document) gridCell(b box, c GridCell, scale float64) {
	if c == (GridCell{}) {
		return
	}
	d.fill(box{b.x + 0.3, b.y + 0.3, b.w - 0.6, b.h - 0.6}, tint)
	y := b.y + gridRim
	for _, p := range c.parts(b.w, scale) {
		y += d.block(b.x+0.3+gridRim, y, gridText(b.w), p.text, p.style, left)
	}
}
