package api

import (
	"fmt"
	"testing"

	"sangdam/event"
)

// What only the stateless operations refuse is told in the language of the caller, each fault at its place.
func TestStatelessRefusalsAreToldInFourLanguages(t *testing.T) {
	s := start(t)
	large := asDocument(t, large(t))
	for _, c := range []struct {
		path, body, location, code string
	}{
		{"/check", `{"event": {}, `, "body", "syntax"},
		{"/check", `[]`, "body", "not_object"},
		{"/check", `null`, "body", "not_object"},
		{"/check", `{"event": {}}`, "body", "missing_field"},
		{"/check", `{"event": {}, "schedule": {}, "plan": {}}`, "body.plan", "unknown_field"},
		{"/check", fmt.Sprintf(`{"event": %s, "schedule": {}}`, large), "body.event", "too_many_pairs"},
		{"/match", large, "body", "too_many_pairs"},
		{"/schedule", large, "body", "too_many_pairs"},
		{"/schedule", greedy, "body", ""},
	} {
		said := map[string]bool{}
		for _, language := range event.Languages {
			got := s.call("POST", basePath+c.path, []byte(c.body), "Accept-Language", language)
			p := got.problem(t)
			if got.Status != 422 || len(p.Errors) != 1 || p.Errors[0].Location != c.location || p.Errors[0].Code != c.code {
				t.Fatalf("%s %.50s in %s: %d %+v", c.path, c.body, language, got.Status, p.Errors)
			}
			said[p.Errors[0].Message] = true
		}
		if len(said) != len(event.Languages) {
			t.Errorf("%s %.50s is told in %d languages: %v", c.path, c.body, len(said), said)
		}
	}
}

// greedy wants more meetings than the packer counts.
const greedy = `{"sangdam": 1, "id": "e", "sessions": [{"id": "hall", "country": "CN", "time_zone": "Asia/Shanghai", "tables": 2, "slots": []}],
	"firms": [{"id": "F1", "sessions": {"hall": {"min_meetings": 2000000}}}], "buyers": [{"id": "B1", "country": "CN"}]}`

// large is an event with more pairs than are answered at once.
func large(t *testing.T) *event.Event {
	ev := &event.Event{Format: event.Format, ID: "large", Firms: make([]event.Firm, 400), Buyers: make([]event.Buyer, 300), Sessions: []event.Session{{
		ID: "s", Country: "CN", TimeZone: "UTC", Slots: []event.Interval{}, Tables: event.Tables{Count: 1},
	}}}
	for i := range ev.Firms {
		ev.Firms[i].ID = fmt.Sprintf("F%d", i)
	}
	for i := range ev.Buyers {
		ev.Buyers[i].ID, ev.Buyers[i].Country = fmt.Sprintf("B%d", i), "CN"
	}
	must(t, ev.Validate())
	return ev
}
