package plan

import (
	"context"
	"errors"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/scheduler"
)

// What only the core finds is told by the names of the event, and in four languages, too.
func TestWhatTheCoreRefusesIsTold(t *testing.T) {
	ev, pairs := hall(2, 1)
	sites, err := newSites(ev, pairs)
	if err != nil {
		t.Fatal(err)
	}
	spec := sites[0].spec()
	spec.Days = make([]int32, 1<<12+1)
	spec.Participants[0].Min = 1<<20 + 1
	_, err = sites[0].instanceOf(spec)
	for _, err := range []error{err, noSchedule(t.Context(), sites[0], scheduler.Infeasible), noSchedule(t.Context(), sites[0], scheduler.Unknown)} {
		refused, ok := errors.AsType[Refused](err)
		if !ok || !strings.Contains(refused.In("ko"), "hall 상담회") {
			t.Errorf("%v in Korean: %s", err, refused.In("ko"))
		}
		inEveryLanguage(t, refused)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if err := noSchedule(stopped, sites[0], scheduler.Unknown); !errors.Is(err, context.Canceled) {
		t.Errorf("%v of a run that was stopped", err)
	}
}

func TestPlacesOfWhoIsNotThere(t *testing.T) {
	ev, pairs := hall(2, 1)
	for _, pair := range [][2]string{{"F9", "B0"}, {"F0", "B9"}} {
		_, err := Places(ev, "hall", nil, pairs, pair[0], pair[1])
		refused, _ := errors.AsType[Refused](err)
		if len(refused) != 1 {
			t.Errorf("%v: %v", pair, err)
		}
		inEveryLanguage(t, refused)
	}
	_, err := Places(ev, "hall", nil, pairs[:1], "F1", "B1")
	refused, _ := errors.AsType[Refused](err)
	if len(refused) != 1 || refused[0].Rule != "H11" {
		t.Errorf("no candidates: %v", err)
	}
	inEveryLanguage(t, refused)
	ev.Weights = map[string]float64{"colour": 1}
	if faults, _ := errors.AsType[event.Faults](second(Match(ev))); len(faults) != 1 || faults[0].Location != "weights.colour" || !strings.Contains(faults.In("ko"), "쓸 수 없는 말") {
		t.Errorf("a weight of no factor: %v", faults)
	}
}

func second[T any](_ T, err error) error { return err }
