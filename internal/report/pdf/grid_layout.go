package pdf

import "math"

// Lengths of a grid.
const (
	gridMost  = 10   // tables on a page at most
	gridFew   = 6    // and as few, where names are so long that it saves pages
	gridTime  = 19.0 // width of the column with the times
	gridRim   = 1.1
	gridLeast = 9.5 // height of a slot
	gridPause = 3.0 // between slots that do not follow each other at once
	gridTitle = 12.0
	gridTable = 6.5 // height of the heads with the tables, above the firms that keep them
)

// A gridPart is what of a grid stands side by side: some of the tables, on as many pages as the day takes.
type gridPart struct {
	Grid
	from, to int
	column   float64 // width
	keepers  float64 // height of the firms that keep a table
	scale    float64 // of the type
	heights  []float64
	pages    [][]int // the slots of each page
	known    map[wording]setting
}

// A wording is a text as it is asked for in a column, a setting how it is set there. Names come up again and again.
type wording struct {
	part
	room float64
}

type setting struct {
	style  style
	height float64
}

func (p *gridPart) setting(q part) setting {
	w := wording{q, p.text()}
	s, ok := p.known[w]
	if !ok {
		s.style = sparing(q.text, q.style, w.room)
		s.height = blockHeight(w.room, q.text, s.style)
		p.known[w] = s
	}
	return s
}

// layout divides a grid into parts for pages of that width and height, so that it takes the fewest pages; with as many, the
// most tables beside each other.
func (g Grid) layout(width, height float64) []gridPart {
	var best []gridPart
	fewest := math.MaxInt
	known := map[wording]setting{}
	for n := parts(len(g.Tables), gridMost); n <= parts(len(g.Tables), gridFew); n++ {
		var all []gridPart
		pages := 0
		for i := range n {
			part := g.part(i*len(g.Tables)/n, (i+1)*len(g.Tables)/n, width, height, known)
			pages += len(part.pages)
			all = append(all, part)
		}
		if pages < fewest {
			fewest, best = pages, all
		}
	}
	return best
}

func parts(tables, each int) int { return max(1, (tables+each-1)/each) }

// part lays out the tables from one to another. Where the day is a little too long for a page, the type gets smaller; where it is
// much too long, the day goes on over the next page.
func (g Grid) part(from, to int, width, height float64, known map[wording]setting) gridPart {
	p := gridPart{Grid: g, from: from, to: to, column: (width - gridTime) / float64(max(1, to-from)), known: known}
	for _, keeper := range g.Keeper[from:to] {
		if keeper != "" {
			p.keepers = max(p.keepers, min(3*gridKeeper.leading(), p.setting(part{keeper, gridKeeper}).height)+0.8)
		}
	}
	room := height - gridTitle - gridTable - p.keepers
	const smallestScale = 0.8
	for p.scale = 1; p.scale >= smallestScale; p.scale -= 0.05 {
		if p.measure(); len(p.deal(room)) == 1 {
			break
		}
	}
	if p.scale < smallestScale { // it does not help
		p.scale = 1
		p.measure()
	}
	p.pages = p.deal(room)
	return p
}

// text is the room for text in a column.
func (p *gridPart) text() float64 { return p.column - 2*gridRim - 0.6 }

// measure works out the height of every slot.
func (p *gridPart) measure() {
	p.heights = p.heights[:0]
	for t := range p.Slots {
		height := gridLeast * p.scale
		for j := range p.to - p.from {
			h := 2 * gridRim
			for _, q := range p.cell(t, j) {
				h += p.setting(q).height
			}
			height = max(height, h)
		}
		p.heights = append(p.heights, height)
	}
}

// cell is what stands in a slot at the table of that column: the firm, unless it keeps the table, the buyer, the interpreter.
func (p *gridPart) cell(slot, column int) []part {
	c := p.Cells[slot][p.from+column]
	all := []part{{c.Firm, gridFirm}, {c.Buyer, gridBuyer}, {c.Interpreter, gridVoice}}
	if p.Keeper[p.from+column] != "" {
		all = all[1:]
	}
	var out []part
	for _, q := range all {
		if q.text != "" {
			out = append(out, part{q.text, q.style.at(q.style.size * p.scale)})
		}
	}
	return out
}

// deal fills pages with slots. A page ends before a pause where there is one late enough on it.
func (p *gridPart) deal(room float64) [][]int {
	var pages [][]int
	for start := 0; start < len(p.heights); {
		end, height, pause := start, 0.0, 0
		for end < len(p.heights) {
			gap := 0.0
			if end > start {
				gap = p.pause(end)
			}
			if height += gap + p.heights[end]; height > room && end > start {
				break
			}
			end++
			if p.pause(end) > 0 {
				pause = end
			}
		}
		if end < len(p.heights) && pause-start >= (end-start+2)/3 {
			end = pause
		}
		var page []int
		for t := start; t < end; t++ {
			page = append(page, t)
		}
		pages = append(pages, page)
		start = end
	}
	if len(pages) == 0 {
		return [][]int{nil}
	}
	return pages
}

// pause is the room before a slot that does not follow the one before at once.
func (g Grid) pause(i int) float64 {
	if 0 < i && i < len(g.Slots) && g.Slots[i].Start.After(g.Slots[i-1].End) {
		return gridPause
	}
	return 0
}
