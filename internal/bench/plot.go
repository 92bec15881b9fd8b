package bench

import (
	"fmt"
	"io"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/plotutil"
	"gonum.org/v1/plot/vg"
)

// The size of the picture.
const (
	plotWidth  = 18 * vg.Centimeter
	plotHeight = 11 * vg.Centimeter
)

// leastSeconds is drawn for times below the resolution of a trace, which a logarithmic axis could not show.
const leastSeconds = 1e-4

// WritePlot draws the growth of time with size as SVG, both axes logarithmic. Points whose gap was not reached are left
// out.
func WritePlot(w io.Writer, growth []Growth) error {
	p := plot.New()
	p.Title.Text = fmt.Sprintf("Seconds until the score is proven to be within %s of the best", percent(GrowthGap))
	p.X.Label.Text = "candidates x slots"
	p.Y.Label.Text = "seconds"
	p.X.Scale, p.Y.Scale = plot.LogScale{}, plot.LogScale{}
	p.X.Tick.Marker, p.Y.Tick.Marker = plot.LogTicks{Prec: -1}, plot.LogTicks{Prec: -1}
	p.Legend.Top, p.Legend.Left = true, true
	p.Add(plotter.NewGrid())
	var drawn []any
	for _, g := range growth {
		var xys plotter.XYs
		for _, at := range g.Points {
			if at.Reached {
				xys = append(xys, plotter.XY{X: float64(at.Size), Y: max(at.Seconds, leastSeconds)})
			}
		}
		if len(xys) > 0 {
			drawn = append(drawn, g.Kind, xys)
		}
	}
	if len(drawn) == 0 {
		return fmt.Errorf("no event came within %s, so there is nothing to draw", percent(GrowthGap))
	}
	if err := plotutil.AddLinePoints(p, drawn...); err != nil {
		return err
	}
	// Whole powers of ten around the points, so that the axes have labelled ends.
	p.X.Min, p.X.Max = decades(p.X.Min, p.X.Max)
	p.Y.Min, p.Y.Max = decades(p.Y.Min, p.Y.Max)
	picture, err := p.WriterTo(plotWidth, plotHeight, "svg")
	if err != nil {
		return err
	}
	_, err = picture.WriteTo(w)
	return err
}

func decades(low, high float64) (float64, float64) {
	return math.Pow(10, math.Floor(math.Log10(low))), math.Pow(10, math.Ceil(math.Log10(high)))
}
