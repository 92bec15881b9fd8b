package api

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/client"
	"sangdam/internal/desk"
)

// An id in the query that names nothing is told at its parameter, in the language of the caller; it is not an empty list.
func TestAnUnknownIDInTheQueryIsToldAtItsParameter(t *testing.T) {
	s := start(t)
	id := s.loaded()
	run := s.solved(id)
	matches, places := "/events/"+id+"/matches", "/schedules/"+run.ID+"/places"
	for _, c := range []struct {
		path, parameter, code string
		body                  []byte
	}{
		{matches + "?firm=Q99", "firm", "unknown_id", nil},
		{matches + "?firm=F011", "firm", "mistyped_id", nil},
		{matches + "?session=changsha&buyer=nobody", "buyer", "unknown_id", nil},
		{matches + "?session=chang-sha", "session", "mistyped_id", nil},
		{places + "?session=nowhere&firm=F01&buyer=C01", "session", "unknown_id", nil},
		{places + "?session=changsha&firm=nobody&buyer=C01", "firm", "unknown_id", nil},
		{places + "?session=changsha&firm=F01&buyer=nobody", "buyer", "unknown_id", nil},
		{"/audit?event=nothing", "event", "unknown_event", nil},
		{"/schedule?session=nowhere", "session", "unknown_id", fixtures.Jinju2019()},
	} {
		said := map[string]bool{}
		for _, language := range event.Languages {
			method := "GET"
			if c.body != nil {
				method = "POST"
			}
			got := s.call(method, basePath+c.path, c.body, "Accept-Language", language)
			p := got.problem(t)
			if got.Status != 422 || len(p.Errors) != 1 || p.Errors[0].Location != "query."+c.parameter || p.Errors[0].Code != c.code {
				t.Fatalf("%s in %s: %d %+v", c.path, language, got.Status, p)
			}
			said[p.Errors[0].Message] = true
		}
		if len(said) != len(event.Languages) {
			t.Errorf("%s is told in %d languages: %v", c.path, len(said), said)
		}
	}
	both := s.call("GET", basePath+matches+"?firm=nobody&buyer=nobody", nil).problem(t)
	if len(both.Errors) != 2 {
		t.Errorf("two unknown ids: %+v", both)
	}
}

// Firm and session are there, but not together: there are no such pairs, and no place for one.
func TestKnownIDsThatDoNotMeetAreNoFault(t *testing.T) {
	s := start(t)
	ev := jinju(t)
	chinese := ev.Buyers[0]
	id := s.loaded()
	page, err := s.admin().Matches(t.Context(), id, client.MatchQuery{Session: "moscow", Buyer: chinese.ID})
	if err != nil || len(page.Items) != 0 {
		t.Errorf("%+v, %v", page, err)
	}
	run := s.solved(id)
	got := s.call("GET", basePath+"/schedules/"+run.ID+"/places?session=moscow&firm=F01&buyer="+chinese.ID, nil, "Accept-Language", "ko")
	if p := got.problem(t); got.Status != 409 || len(p.Errors) != 1 || p.Errors[0].Location != "query" ||
		p.Errors[0].Message != "F01–"+chinese.ID+" 상담은 잡을 수 없습니다(moscow에 함께 참가하지 않습니다)" {
		t.Errorf("the places of a pair that cannot meet: %d %+v", got.Status, p)
	}
}

// Only faults and broken rules are of a part of the request; whatever else goes wrong keeps its text to itself.
func TestOnlyFaultsAreLocated(t *testing.T) {
	hidden := fmt.Errorf("reading /var/secret: %w", io.ErrUnexpectedEOF)
	for _, err := range []error{ofBody("edits", hidden), ofQuery(hidden)} {
		if p := problemOf(err, "en"); p.Status != 500 || len(p.Errors) > 0 {
			t.Errorf("got %d %+v", p.Status, p.Errors)
		}
	}
	if p := problemOf(ofQuery(desk.UnknownEvent("event", "x")), "en"); p.Status != 422 || p.Errors[0].Location != "query.event" {
		t.Errorf("a fault of the query: %d %+v", p.Status, p.Errors)
	}
	if err := ofBody("edits", nil); err != nil || !errors.Is(ofQuery(desk.ErrBusy), desk.ErrBusy) {
		t.Errorf("another error: %v", err)
	}
}
