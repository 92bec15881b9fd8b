package desk

import (
	"context"

	"sangdam/event"
	"sangdam/internal/sheet"
	"sangdam/matcher"
)

// A Factor is one of those that pairs are scored by.
type Factor struct {
	Name    string
	Default float64 // its weight where an event states none
}

// Factors lists the factors that have a weight, in the order of the match document.
func Factors() []Factor {
	weights := matcher.DefaultWeights()
	var out []Factor
	for _, name := range matcher.FactorNames() {
		out = append(out, Factor{name, weights[name]})
	}
	return out
}

// SectorNames returns the names of the sectors that the firms and buyers of an event use, by id.
func SectorNames(ev *event.Event) map[string]event.Text { return matcher.SectorNames(ev) }

// Sectors is SectorNames of an event that is kept here. It takes ReadEvents, or being a company of the event.
func (d *Desk) Sectors(ctx context.Context, c Caller, id string) (map[string]event.Text, error) {
	if c.Kind != Company || c.Event != id {
		if err := c.demand(id, ReadEvents); err != nil {
			return nil, err
		}
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return nil, err
	}
	return SectorNames(l.event), nil
}

// BuiltinSectors lists the sectors that every event has beside its own.
func BuiltinSectors() []event.Sector { return matcher.BuiltinSectors() }

// SheetSectors lists them for reading and writing workbooks, with what else they are called.
func SheetSectors() []sheet.Sector {
	var out []sheet.Sector
	also := matcher.SectorAliases()
	for _, s := range matcher.BuiltinSectors() {
		out = append(out, sheet.Sector{ID: s.ID, Name: s.Name, Parent: s.Parent, Also: also[s.ID]})
	}
	return out
}
