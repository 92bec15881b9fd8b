package desk

import (
	"sangdam/event"
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
