package bench

import (
	"context"
	"fmt"

	"sangdam/fixtures/family"
)

// GrowthGap is the proven gap up to which the growth of time is measured.
const GrowthGap = 0.001

// A Growth is the times of one kind of events at growing sizes.
type Growth struct {
	Kind   string
	Points []GrowthPoint
}

// A GrowthPoint is one event: its candidates times its slots, and the seconds to GrowthGap.
type GrowthPoint struct {
	Name    string
	Size    int
	Seconds float64
	Reached bool // whether the gap was proven at all
}

// growthFirms are the sizes measured; there are three buyers for two firms, and sixteen slots.
var growthFirms = []int{10, 20, 40, 80, 160}

// MeasureGrowth measures every kind of events at every size, telling each name before it begins.
func MeasureGrowth(ctx context.Context, opt Options, telling func(name string)) ([]Growth, error) {
	opt.Until = GrowthGap
	var out []Growth
	for _, kind := range family.Kinds() {
		g := Growth{Kind: kind}
		for _, firms := range growthFirms {
			name := fmt.Sprintf("%s-%dx%dx16-s1", kind, firms, firms*3/2)
			telling(name)
			r, err := Measure(ctx, name, opt)
			if err != nil {
				return nil, err
			}
			p := GrowthPoint{Name: name, Size: r.Pairs * r.Slots}
			p.Seconds, p.Reached = r.Within(GrowthGap)
			g.Points = append(g.Points, p)
		}
		out = append(out, g)
	}
	return out, nil
}
