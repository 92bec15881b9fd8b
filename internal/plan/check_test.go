package plan

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

// planned is a schedule of a drawn event, solved within a bounded number of iterations.
func planned(t *rapid.T, ev *event.Event, pairs []event.Pair) *event.Schedule {
	s, err := Schedule(context.Background(), ev, pairs, Options{Iterations: 20, Workers: 1, Seed: 1})
	if err != nil {
		t.Fatalf("Schedule: %v", err)
	}
	return s
}

func report(r CheckResult) string {
	var s string
	for _, f := range r.Findings {
		s += fmt.Sprintf("\n%s %s: %s", f.Rule, f.Location, f.Message.In("en"))
	}
	return s
}

func TestCheckFindsNothingInAPlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		s, err := Schedule(context.Background(), ev, pairs, Options{
			Iterations: 200, Workers: 1, Help: 1, ScoreSlack: rapid.SampledFrom([]float64{0, 0.005, 0.2}).Draw(t, "slack"),
		})
		if err != nil {
			t.Fatal(err)
		}
		if r := Check(ev, s, pairs); len(r.Findings) > 0 {
			t.Fatalf("a plan must be without fault:%s", report(r))
		}
	})
}

func inFourLanguages(t *rapid.T, r CheckResult) {
	for _, f := range r.Findings {
		for _, lang := range event.Languages {
			if f.Message.By[lang] == "" {
				t.Fatalf("%s has no text in %s", f.Rule, lang)
			}
		}
	}
}

func TestCheckTakesAnyDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		s := &event.Schedule{Event: rapid.SampledFrom([]string{"drawn", ""}).Draw(t, "event")}
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			part := event.SessionSchedule{
				Session: rapid.SampledFrom([]string{"s0", "s1", "", "x"}).Draw(t, "session"),
				Status:  event.Status(rapid.SampledFrom([]string{"", "optimal", "x"}).Draw(t, "status")),
				Gap:     rapid.Float64().Draw(t, "gap"),
			}
			part.Bound.Score = rapid.Float64().Draw(t, "bound")
			for range rapid.IntRange(0, 6).Draw(t, "meetings") {
				part.Meetings = append(part.Meetings, event.Meeting{
					Firm:        rapid.SampledFrom([]string{"F0", "F1", "B0", ""}).Draw(t, "firm"),
					Buyer:       rapid.SampledFrom([]string{"B0", "B1", "F0", ""}).Draw(t, "buyer"),
					Slot:        rapid.IntRange(-1, 8).Draw(t, "slot"),
					Table:       rapid.SampledFrom([]string{"1", "A1", ""}).Draw(t, "table"),
					Interpreter: rapid.SampledFrom([]string{"I0", "I1", "", "x"}).Draw(t, "interpreter"),
					Score:       rapid.Float64().Draw(t, "score"),
				})
				part.Unplaced = append(part.Unplaced, event.Unplaced{
					Firm:   rapid.SampledFrom([]string{"F0", "F1", "B0", ""}).Draw(t, "firm"),
					Buyer:  rapid.SampledFrom([]string{"B0", "B1", "F0", ""}).Draw(t, "buyer"),
					Reason: event.ReasonFirmFull,
				})
			}
			s.Sessions = append(s.Sessions, part)
		}
		if r := Check(ev, s, pairs); len(r.Findings) == 0 {
			t.Fatal("a document without its format version must have a finding")
		}
	})
}

func TestCheckWithoutDocuments(t *testing.T) {
	for name, r := range map[string]CheckResult{
		"no event":    Check(nil, &event.Schedule{}, nil),
		"no schedule": Check(&event.Event{}, nil, nil),
		"nothing":     Check(nil, nil, nil),
	} {
		if len(r.Findings) == 0 {
			t.Errorf("%s: nothing found", name)
		}
	}
}

func TestCheckTakesASchedulesMadeByHandWithoutClaims(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		sites, err := newSites(ev, pairs)
		if err != nil {
			t.Fatal(err)
		}
		s := &event.Schedule{Format: event.Format, Event: ev.ID}
		for _, st := range sites {
			s.Sessions = append(s.Sessions, event.SessionSchedule{
				Session: st.session.ID, Meetings: st.anySchedule(rapid.Uint64().Draw(t, "seed"), 1),
			})
		}
		if r := Check(ev, s, pairs); len(r.Findings) > 0 {
			t.Fatalf("found:%s", report(r))
		}
	})
}
