package pdf

import "slices"

// A column is one of a table.
type column struct {
	title string
	share float64 // of the width of the table, relative to the other columns
	align align
}

// A part is one paragraph of a cell.
type part struct {
	text  string
	style style
}

// A row holds the parts of each cell.
type row struct {
	cells  [][]part
	tinted bool
}

func cell(text string, s style) []part { return []part{{text, s}} }

const (
	cellRim  = 1.8 // left and right of the text of a cell
	cellPad  = 1.5 // above and below it
	headRoom = 7.0
)

// table sets rows under repeated heads, over as many pages as they take. A row is broken only when it is taller than a page.
// turn begins the next page.
func (d *document) table(columns []column, rows []row, turn func()) {
	widths := d.widths(columns)
	d.tableHead(columns, widths)
	for _, whole := range rows {
		for _, r := range d.broken(whole, widths) {
			h := rowHeight(r, widths)
			if d.y+h > d.bottom() {
				turn()
				d.tableHead(columns, widths)
			}
			d.tableRow(r, columns, widths, h)
		}
	}
}

// broken deals the lines of a row that is taller than most of a page out to several rows.
func (d *document) broken(r row, widths []float64) []row {
	room := (d.height - 2*margin - footRoom) * 0.7
	if rowHeight(r, widths) <= room {
		return []row{r}
	}
	var rows []row
	for i, parts := range r.cells {
		at, height := 0, 2*cellPad
		for _, p := range parts {
			for _, line := range wrap(p.text, p.style, widths[i]-2*cellRim) {
				if height += p.style.leading(); height > room {
					at, height = at+1, 2*cellPad+p.style.leading()
				}
				for len(rows) <= at {
					rows = append(rows, row{cells: make([][]part, len(r.cells)), tinted: r.tinted})
				}
				rows[at].cells[i] = append(rows[at].cells[i], part{line, p.style})
			}
		}
	}
	return rows
}

func (d *document) widths(columns []column) []float64 {
	sum := 0.0
	for _, c := range columns {
		sum += c.share
	}
	widths := make([]float64, len(columns))
	for i, c := range columns {
		widths[i] = c.share / sum * d.inner()
	}
	return widths
}

func (d *document) tableHead(columns []column, widths []float64) {
	if !slices.ContainsFunc(columns, func(c column) bool { return c.title != "" }) {
		d.rule(margin, d.y, d.right(), accent)
		return
	}
	x := margin
	for i, c := range columns {
		b := box{x + cellRim, d.y, widths[i] - 2*cellRim, headRoom}
		d.fit(b, c.title, sparing(c.title, small.strong().in(grey), b.w), c.align)
		x += widths[i]
	}
	d.y += headRoom
	d.rule(margin, d.y, d.right(), accent)
}

func rowHeight(r row, widths []float64) float64 {
	height := 0.0
	for i, parts := range r.cells {
		h := 0.0
		for _, p := range parts {
			h += blockHeight(widths[i]-2*cellRim, p.text, p.style)
		}
		height = max(height, h)
	}
	return height + 2*cellPad
}

func (d *document) tableRow(r row, columns []column, widths []float64, height float64) {
	if r.tinted {
		d.fill(box{margin, d.y, d.inner(), height}, tint)
	}
	x := margin
	for i, parts := range r.cells {
		y := d.y + cellPad
		for _, p := range parts {
			y += d.block(x+cellRim, y, widths[i]-2*cellRim, p.text, p.style, columns[i].align)
		}
		x += widths[i]
	}
	d.y += height
	d.rule(margin, d.y, d.right(), hair)
}
