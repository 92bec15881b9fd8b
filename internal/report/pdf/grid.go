package pdf

import (
	"io"

	"sangdam/internal/lang"
)

var (
	gridFirm   = style{size: 7.5, bold: true, ink: black, tight: true}
	gridBuyer  = style{size: 7.5, ink: black, tight: true}
	gridVoice  = style{size: 6.5, ink: grey, tight: true}
	gridKeeper = style{size: 7.5, bold: true, ink: black, tight: true}
)

// Grids sets the master grid of each day, lying. A firm that keeps its table all day stands at the head of the column; where
// several share a table, each cell names its own. More tables than a page is wide, or more slots than it is high, go on over the
// next pages, with their heads.
func Grids(w io.Writer, head Head, grids []Grid) error {
	d := newDocument(head, head.Voice.Say("report.grid.title"))
	if len(grids) == 0 {
		d.page(true)
		d.opening(d.say("report.grid.title"), head.Event, d.say("report.paper.empty"))
	}
	for _, g := range grids {
		first := true
		for _, part := range g.layout(a4Long-2*margin, a4Short-2*margin-footRoom) {
			for _, slots := range part.pages {
				d.gridPage(&part, slots)
				if first {
					d.bookmark(g.Where + "  " + head.Voice.Day(g.Day))
				}
				first = false
			}
		}
	}
	return d.write(w)
}

func (d *document) gridPage(p *gridPart, slots []int) {
	d.page(true)
	d.gridHead(p)
	for i, t := range slots {
		if pause := p.pause(t); i > 0 && pause > 0 {
			d.y += pause
			d.rule(margin, d.y, d.right(), hair)
		}
		h := p.heights[t]
		when := clock(p.Slots[t].Start) + "–" + clock(p.Slots[t].End)
		d.fitLine(box{margin, d.y, gridTime - 2, min(h, gridLeast)}, when, gridKeeper, left)
		for j := range p.to - p.from {
			parts := p.cell(t, j)
			if len(parts) == 0 {
				continue
			}
			x, y := margin+gridTime+float64(j)*p.column, d.y+gridRim
			d.fill(box{x + 0.3, d.y + 0.3, p.column - 0.6, h - 0.6}, tint)
			for _, q := range parts {
				y += d.block(x+0.3+gridRim, y, p.text(), q.text, p.setting(q).style, left)
			}
		}
		d.y += h
		d.rule(margin, d.y, d.right(), hair)
	}
}

func (d *document) gridHead(p *gridPart) {
	d.fill(box{margin, d.y, 14, 1.2}, accent)
	about := d.say("report.grid.title")
	if p.to-p.from < len(p.Tables) {
		about += "  ·  " + d.say("report.grid.tables", lang.Args{"From": p.Tables[p.from], "Until": p.Tables[p.to-1]})
	}
	about += "  ·  " + zoneName(p.Day, p.Zone)
	half := d.inner() / 2
	d.fitLine(box{margin, d.y + 3, half, 7}, p.Where+"  ·  "+d.head.Voice.Day(p.Day), heading, left)
	d.fitLine(box{margin + half, d.y + 3, half, 7}, about, small.at(8).in(grey), right)
	d.y += gridTitle
	d.fitLine(box{margin, d.y, gridTime - 2, gridTable}, d.say("report.agenda.time"), small.strong().in(grey), left)
	for j := range p.to - p.from {
		b := box{margin + gridTime + float64(j)*p.column + 0.3 + gridRim, d.y, p.text(), gridTable}
		d.fitLine(b, p.Tables[p.from+j], body.strong().in(accent), left)
		if keeper := p.Keeper[p.from+j]; keeper != "" {
			b.y, b.h = b.y+gridTable-0.8, p.keepers
			set := p.setting(part{keeper, gridKeeper})
			d.fit(box{b.x, b.y, b.w, min(b.h, set.height)}, keeper, set.style, left)
		}
	}
	d.y += gridTable + p.keepers
	d.rule(margin, d.y, d.right(), accent)
}
