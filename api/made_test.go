package api

import (
	"bytes"
	"encoding/json"
	"testing"

	"sangdam/event"
	"sangdam/internal/store"
)

// forgetAnswers deletes the answers that are kept, as a crash between an effect and its answer does.
func (s *server) forgetAnswers() {
	s.t.Helper()
	kept, err := s.store.List(s.t.Context(), store.ListQuery{Kind: "idempotency", Limit: 100})
	must(s.t, err)
	if len(kept) == 0 {
		s.t.Fatal("no answer is kept")
	}
	for _, r := range kept {
		_, err := s.store.Write(s.t.Context(), store.Change{Key: r.Key, Delete: true})
		must(s.t, err)
	}
}

// twice sends a request under a key, loses the answer, and sends it again: what was made is told of, and nothing is made anew.
func (s *server) twice(path string, body []byte, headers ...string) exchange {
	s.t.Helper()
	headers = append(headers, "Idempotency-Key", "key of "+path)
	first := s.call("POST", path, body, headers...)
	if first.Status >= 300 {
		s.t.Fatalf("%s: %d %s", path, first.Status, first.Body)
	}
	for _, name := range []string{"after its answer was lost", "once it is kept"} {
		if name == "after its answer was lost" {
			s.forgetAnswers()
		}
		again := s.call("POST", path, body, headers...)
		if again.Status != first.Status || again.Header.Get(replayedHeader) != "true" {
			s.t.Errorf("%s again, %s: %d %v %s", path, name, again.Status, again.Header, again.Body)
		}
		for _, h := range keptHeaders {
			if again.Header.Get(h) != first.Header.Get(h) {
				s.t.Errorf("%s again, %s: %s is %q, was %q", path, name, h, again.Header.Get(h), first.Header.Get(h))
			}
		}
		if !bytes.Equal(again.Body, first.Body) && !bytes.Contains(first.Body, []byte(`"state":"queued"`)) {
			s.t.Errorf("%s again, %s:\n%s\nwas\n%s", path, name, again.Body, first.Body)
		}
	}
	s.forgetAnswers()
	if other := s.call("POST", path, append(bytes.Clone(body), ' '), headers...); other.Status != 422 || other.problem(s.t).kind() != "key_reused" {
		s.t.Errorf("%s with another body: %d %s", path, other.Status, other.Body)
	}
	return first
}

// TestWhatWasMadeIsNotMadeAgain loses the answers of every operation that takes a key.
func TestWhatWasMadeIsNotMadeAgain(t *testing.T) {
	s := start(t)
	ev := jinju(t)
	s.twice(basePath+"/events", []byte(asDocument(t, ev)))

	ev.Name = event.Text{Plain: "another name"}
	s.twice(basePath+"/events/import", []byte(asDocument(t, ev)), "Content-Type", "application/octet-stream")

	var run struct{ ID string }
	must(t, json.Unmarshal(s.twice(basePath+"/events/"+ev.ID+"/schedules", []byte(`{"time_limit":1,"session":"changsha"}`)).Body, &run))
	c := s.admin()
	for _, err := range c.Watch(t.Context(), run.ID) {
		must(t, err)
	}
	solved, err := c.Run(t.Context(), run.ID)
	must(t, err)
	var runs Page[json.RawMessage]
	must(t, json.Unmarshal(s.call("GET", basePath+"/events/"+ev.ID+"/schedules", nil).Body, &runs))
	if len(runs.Items) != 1 {
		t.Errorf("%d solves were started, want 1", len(runs.Items))
	}

	s.twice(basePath+"/schedules/"+run.ID+"/publish", nil, "If-Match", "*")
	m := solved.Schedule.Sessions[0].Meetings[0]
	changes, err := json.Marshal(event.Changes{Format: event.Format, Event: ev.ID, Absent: []event.Absence{{Session: "changsha", Participant: m.Buyer}}})
	must(t, err)
	s.twice(basePath+"/schedules/"+run.ID+"/repair", changes, "If-Match", "*")
	outcome, err := json.Marshal([]event.Outcome{{Session: "changsha", Firm: m.Firm, Buyer: m.Buyer, Held: event.Some(true)}})
	must(t, err)
	s.twice(basePath+"/events/"+ev.ID+"/outcomes", outcome)
	s.twice(basePath+"/webhooks", []byte(`{"url":"https://example.org/hook"}`))
}
