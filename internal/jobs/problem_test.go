package jobs

import (
	"errors"
	"testing"

	"sangdam/event"
	"sangdam/internal/plan"
)

// What the packer refuses is told in the four languages; what else it says, as it is.
func TestWhyARunFailsIsToldInFourLanguages(t *testing.T) {
	ev := &event.Event{Sessions: []event.Session{{ID: "s"}}}
	_, refused := plan.Places(ev, "nowhere", nil, nil, "F1", "B1")
	_, faulty := plan.Match(&event.Event{Weights: map[string]float64{"colour": 1}})
	for _, err := range []error{refused, faulty} {
		said := map[string]bool{}
		for _, language := range event.Languages {
			why := err.(interface{ In(string) string }).In(language)
			said[why] = true
			if got, head := noSchedule(err).text.In(language), noSchedule(errors.New("")).text.In(language); got != head+why {
				t.Errorf("%s: %q, want %q and %q", language, got, head, why)
			}
		}
		if len(said) != len(event.Languages) {
			t.Errorf("%v is told in %d languages", err, len(said))
		}
	}
}
