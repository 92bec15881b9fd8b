package plan

import (
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/fixtures"
)

func TestMatchTellsWeightsThatNoFactorHas(t *testing.T) {
	ev, err := event.ReadEvent(strings.NewReader(string(fixtures.Jinju2019())))
	if err != nil {
		t.Fatal(err)
	}
	pairs, err := Match(ev)
	if err != nil || len(pairs) != 580 {
		t.Errorf("%d pairs, %v; want each of 10 firms with each of 58 buyers", len(pairs), err)
	}
	ev.Weights = map[string]float64{"colour": 1, "smell": 1}
	if _, err = Match(ev); err == nil || !strings.Contains(err.Error(), "colour") || !strings.Contains(err.Error(), "smell") {
		t.Errorf("unknown factors: %v", err)
	}
}
