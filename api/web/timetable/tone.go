package timetable

import (
	"cmp"
	"slices"

	"sangdam/event"
)

// tones is how many colours, each with a pattern of its own, the stylesheet has for sectors; tone 0 is for all others.
const tones = 9

// A Tone is the colour of a sector.
type Tone struct {
	Number int
	Sector string // id; empty for the others
	Name   string
}

// A Palette gives every firm the tone of its first sector. The most frequent sectors of the event have tones of their own,
// so that a colour means the same on every page of an event, whatever the session.
type Palette struct {
	Legend []Tone
	number map[string]int // by sector
	names  map[string]string
}

// NewPalette hands out the tones. O(firms · log firms).
func NewPalette(ev *event.Event, sectors map[string]event.Text, text func(event.Text) string, others string) *Palette {
	p := &Palette{number: map[string]int{}, names: map[string]string{}}
	count := map[string]int{}
	var order []string
	for i := range ev.Firms {
		sector := firstSector(&ev.Firms[i])
		if sector == "" {
			continue
		}
		if count[sector] == 0 {
			order = append(order, sector)
			p.names[sector] = cmp.Or(text(sectors[sector]), sector)
		}
		count[sector]++
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(count[b], count[a]) })
	for i, sector := range order[:min(tones, len(order))] {
		p.number[sector] = i + 1
		p.Legend = append(p.Legend, Tone{Number: i + 1, Sector: sector, Name: p.names[sector]})
	}
	if len(order) > tones {
		p.Legend = append(p.Legend, Tone{Name: others})
	}
	return p
}

// Of returns the tone of a firm, with the name of its sector.
func (p *Palette) Of(f *event.Firm) Tone {
	if f == nil {
		return Tone{}
	}
	sector := firstSector(f)
	return Tone{Number: p.number[sector], Sector: sector, Name: p.names[sector]}
}

func firstSector(f *event.Firm) string {
	if len(f.Sectors) == 0 {
		return ""
	}
	return f.Sectors[0]
}
