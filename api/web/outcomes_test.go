package web_test

import (
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

// Before anything is published or reported the page of results says what to do first, instead of a search among nothing.
func TestResultsBeforePublicationLeadToIt(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t, func(ev *event.Event) { ev.Outcomes = nil })
	v := newVisitor(t, s)
	v.enter()
	_, page := v.get("/events/" + id + "/outcomes")
	if !strings.Contains(page, `<a class="button button-main" href="/events/`+id+`/publish">`) || strings.Contains(page, `id="words"`) {
		t.Error("the page does not lead to the publication, or searches among nothing")
	}
	reported := s.LoadJinju(t, func(ev *event.Event) { ev.ID = "reported" })
	if _, page = v.get("/events/" + reported + "/outcomes"); !strings.Contains(page, `id="words"`) {
		t.Error("what was reported cannot be searched")
	}
}
