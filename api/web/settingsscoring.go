package web

import (
	"sangdam/event"
)

// A scoringView is the form of how an event makes scores of what two companies gain, and from which score on a meeting is worth it.
type scoringView struct {
	formView
	Minimum, Aggregator, Share formField
	WeightsURL                 string // where the weights of the factors are
	Given                      bool   // the event gives the scores: only the minimum counts
}

// scoringPart is what an event says about scores beside the weights of the factors, which are set on the page of the pairs.
type scoringPart struct{}

// A scoring is what the form shows of an event.
type scoring struct {
	Minimum, Share event.Maybe[float64]
	Aggregator     string
}

func (scoringPart) name() string               { return "scoring" }
func (scoringPart) rows(*event.Event) []string { return nil }
func (scoringPart) key() []string              { return nil }
func (scoringPart) tell(r *request) beside     { return r.shifts }
func (scoringPart) stored(ev *event.Event) any {
	return scoring{ev.MinimumScore, ev.FirmShare, ev.Aggregator}
}

func (scoringPart) fill(_ *request, ev *event.Event) filled {
	f := newFilled()
	f.values["minimum_score"], f.values["firm_share"], f.values["aggregator"] = amountText(ev.MinimumScore), amountText(ev.FirmShare), ev.Aggregator
	return f
}

func (scoringPart) read(f *faulty, form filled, ev *event.Event) {
	ev.MinimumScore = f.share(form, "minimum_score", ev.MinimumScore, 0, 1)
	ev.FirmShare = f.share(form, "firm_share", ev.FirmShare, 0.01, 0.99)
	ev.Aggregator = form.get("aggregator")
}

func (scoringPart) field(_ *faulty, _ filled, fault event.Fault) string { return fault.Location }

func (scoringPart) sum(r *request, ev *event.Event) (lines []string) {
	if x, ok := ev.MinimumScore.Get(); ok {
		lines = append(lines, r.voice.Say("websetup.scoring.minimum")+": "+amountText(event.Some(x)))
	}
	if ev.Aggregator != "" {
		lines = append(lines, r.voice.Say("websetup.scoring.way."+ev.Aggregator))
	}
	if x, ok := ev.FirmShare.Get(); ok {
		lines = append(lines, r.voice.Say("websetup.scoring.share")+": "+amountText(event.Some(x)))
	}
	return lines
}

func (scoringPart) page(r *request, ev *event.Event, b *formBuilder, v formView) view {
	out := &scoringView{formView: v, Given: ev.Scores != nil, WeightsURL: eventPath(ev.ID, "matches")}
	out.Minimum, out.Share = b.field("minimum_score", "text", "scoring.minimum"), b.field("firm_share", "text", "scoring.share")
	var ways []choice
	for _, way := range []string{"", "geometric", "harmonic", "arithmetic"} {
		id := "websetup.scoring.way"
		if way != "" {
			id += "." + way
		}
		ways = append(ways, choice{Value: way, Name: r.voice.Say(id)})
	}
	out.Aggregator = b.choose("aggregator", "scoring.aggregator", ways)
	out.Faults = b.summary()
	return out
}
