package plan

import (
	"sangdam/event"
	"sangdam/matcher"
)

// Match returns the match document of an event. An error means that the event states weights that no factor has; it names
// every one of them.
func Match(ev *event.Event) ([]event.Pair, error) {
	if err := matcher.CheckWeights(ev.Weights); err != nil {
		return nil, err
	}
	return matcher.Rank(ev), nil
}
