package plan

import (
	"math"
	"time"

	"sangdam/event"
	"sangdam/scheduler"
)

// A recorder keeps a trace: a point at each improvement of the schedule or of a bound, from the first schedule on.
type recorder struct {
	clock     func() time.Time
	began     time.Time
	trace     []event.TracePoint
	incumbent scheduler.Objective
	bound     scheduler.Objective
}

// record notes the state of a solve and returns it as a point.
func (r *recorder) record(incumbent, bound scheduler.Objective, feasible bool) event.TracePoint {
	seconds := math.Round(r.clock().Sub(r.began).Seconds()*1e4) / 1e4
	point := event.TracePoint{
		Seconds: seconds, MustMissed: incumbent.MustMissed, MinimumShortfall: incumbent.Shortfall,
		Score: figure(incumbent.Score), Bound: figure(bound.Score), Breaks: incumbent.Breaks,
	}
	if !feasible || (len(r.trace) > 0 && incumbent == r.incumbent && bound == r.bound) {
		return point
	}
	r.incumbent, r.bound = incumbent, bound
	r.trace = append(r.trace, point)
	return point
}
