package api

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/client"
)

func TestASolveIsWatchedAndItsScheduleIsRight(t *testing.T) {
	s := start(t)
	id := s.loaded()
	run := s.solved(id)
	verdict, err := s.admin().Check(t.Context(), jinju(t), run.Schedule)
	must(t, err)
	if !verdict.Valid || len(run.Findings) != 0 {
		t.Errorf("%+v, %+v", verdict.Findings, run.Findings)
	}
	page, err := s.admin().Runs(t.Context(), id)
	must(t, err)
	if len(page.Items) != 1 || page.Items[0].ID != run.ID {
		t.Errorf("listed: %+v", page)
	}
}

// A solve reads the event when it begins: until then no version of it is told.
func TestASolveThatWaitsIsOfNoVersionYet(t *testing.T) {
	s := start(t)
	id := s.loaded()
	queued := s.call("POST", basePath+"/events/"+id+"/schedules", []byte(`{"time_limit": 1}`))
	if queued.Status != 202 || bytes.Contains(queued.Body, []byte("event_version")) {
		t.Errorf("%d %s", queued.Status, queued.Body)
	}
	if run := s.solved(id); run.EventVersion == 0 {
		t.Errorf("done: %+v", run)
	}
}

func TestAStreamGoesOnAfterTheLastEventSeen(t *testing.T) {
	s := start(t)
	run := s.solved(s.loaded())
	path := basePath + "/schedules/" + run.ID + "/progress"
	whole := s.call("GET", path, nil)
	if whole.Status != 200 || whole.Header.Get("Content-Type") != mediaSSE {
		t.Fatalf("%d %s", whole.Status, whole.Header.Get("Content-Type"))
	}
	events := bytes.Split(bytes.TrimSpace(whole.Body), []byte("\n\n"))
	if len(events) < 3 || !bytes.Contains(events[len(events)-1], []byte("event: done")) {
		t.Fatalf("%d events: %s", len(events), whole.Body)
	}
	id, _, _ := bytes.Cut(bytes.TrimPrefix(events[0], []byte("id: ")), []byte("\n"))
	rest := s.call("GET", path, nil, "Last-Event-ID", string(id))
	if want := bytes.Join(events[1:], []byte("\n\n")); !bytes.Equal(bytes.TrimSpace(rest.Body), want) {
		t.Errorf("after %s:\n%s\nwant\n%s", id, rest.Body, want)
	}
	if got := s.call("GET", basePath+"/schedules/nothing-r000000000000/progress", nil); got.Status != 404 {
		t.Errorf("of nothing: %d", got.Status)
	}
}

func TestStoppingKeepsTheBest(t *testing.T) {
	s := start(t)
	c, id := s.admin(), s.loaded()
	run, err := c.Solve(t.Context(), id, client.SolveOptions{TimeLimit: 60, Help: 20})
	must(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for p, err := range c.Watch(ctx, run.ID) {
		must(t, err)
		if p.Feasible {
			_, err := c.Stop(ctx, run.ID)
			must(t, err)
		}
	}
	run, err = c.Run(ctx, run.ID)
	must(t, err)
	if run.State != "done" || run.Schedule == nil || len(run.Schedule.Sessions[0].Meetings) == 0 {
		t.Errorf("stopped: %s, %v", run.State, run.Schedule)
	}
	if got := s.call("DELETE", basePath+"/schedules/"+run.ID+"?forget=true", nil); got.Status != 204 && got.Status != 200 {
		t.Errorf("forgotten: %d %s", got.Status, got.Body)
	}
	_, err = c.Run(ctx, run.ID)
	refused(t, err, 404)
}

func TestMeetingsAreChangedByHandOrNotAtAll(t *testing.T) {
	s := start(t)
	c := s.admin()
	run := s.solved(s.loaded())
	m := run.Schedule.Sessions[0].Meetings[0]
	session := run.Schedule.Sessions[0].Session
	edited, err := c.EditMeetings(t.Context(), run.ID, []client.MeetingEdit{
		{Op: "lock", Session: session, Firm: m.Firm, Buyer: m.Buyer},
	}, run.Version)
	must(t, err)
	if len(edited.Locked) != 1 || edited.Version == run.Version {
		t.Errorf("locked: %+v, version %d", edited.Locked, edited.Version)
	}
	_, err = c.EditMeetings(t.Context(), run.ID, []client.MeetingEdit{{Op: "remove", Session: session, Firm: m.Firm, Buyer: m.Buyer}}, run.Version)
	refused(t, err, 412)
	other := run.Schedule.Sessions[0].Meetings[1]
	_, err = c.EditMeetings(t.Context(), run.ID, []client.MeetingEdit{
		{Op: "remove", Session: session, Firm: other.Firm, Buyer: other.Buyer},
		{Op: "add", Session: session, Firm: m.Firm, Buyer: m.Buyer, Slot: &m.Slot},
	}, edited.Version)
	if p := refused(t, err, 409); p.Kind() != "rules" || len(p.Faults) == 0 || !strings.HasPrefix(p.Faults[0].Location, "body[1]") {
		t.Errorf("what breaks rules: %+v", p)
	}
	_, err = c.EditMeetings(t.Context(), run.ID, []client.MeetingEdit{
		{Op: "move", Session: session, Firm: other.Firm, Buyer: other.Buyer},
	}, edited.Version)
	if p := refused(t, err, 422); len(p.Faults) != 1 || p.Faults[0].Location != "body[0].slot" || p.Faults[0].Code != "missing_field" {
		t.Errorf("a move to no slot: %+v", p)
	}
	after, err := c.Run(t.Context(), run.ID)
	must(t, err)
	if after.Version != edited.Version {
		t.Error("half of it was done")
	}
	got := s.call("GET", basePath+"/schedules/"+run.ID+"/places?session="+session+"&firm="+m.Firm+"&buyer="+m.Buyer, nil)
	var places Page[Place]
	must(t, json.Unmarshal(got.Body, &places))
	if len(places.Items) == 0 || len(places.Items[m.Slot].Findings) != 0 {
		t.Errorf("places: %s", got.Body)
	}
}

func TestPublishingShowsAgendasToTheirCompanies(t *testing.T) {
	s := start(t)
	c, id := s.admin(), s.loaded()
	if got := s.call("GET", basePath+"/events/nothing/links", nil); got.Status != 404 {
		t.Errorf("links of no event: %d %s", got.Status, got.Body)
	}
	_, err := c.CreateLink(t.Context(), id, "F0l", time.Time{})
	if p := refused(t, err, 422); len(p.Faults) != 1 || p.Faults[0].Location != "body.company" || p.Faults[0].Code != "unknown_id" {
		t.Errorf("a link for nobody: %+v", p)
	}
	link, err := c.CreateLink(t.Context(), id, "F01", time.Time{})
	must(t, err)
	company := s.client(link.Code)
	run := s.published(id)
	var agenda bytes.Buffer
	must(t, company.Agenda(t.Context(), &agenda, id, "F01", "json"))
	var doc struct{ Meetings []struct{ Session string } }
	must(t, json.Unmarshal(agenda.Bytes(), &doc))
	want := 0
	for _, session := range run.Schedule.Sessions {
		for _, m := range session.Meetings {
			if m.Firm == "F01" {
				want++
			}
		}
	}
	if len(doc.Meetings) != want || want == 0 {
		t.Errorf("%d meetings, want %d", len(doc.Meetings), want)
	}
	refused(t, company.Agenda(t.Context(), &agenda, id, "F02", "json"), 403)

	path := basePath + "/events/" + id + "/companies/F01/agenda"
	for accept, media := range map[string]string{"": mediaJSON, "text/calendar": mediaICS, "application/pdf, */*;q=0.1": mediaPDF, "text/*;q=0.5, application/json;q=0.4": mediaICS} {
		if got := s.call("GET", path, nil, "Accept", accept, "Accept-Language", "ko"); got.Status != 200 || got.Header.Get("Content-Type") != media {
			t.Errorf("%q: %d %s", accept, got.Status, got.Header.Get("Content-Type"))
		}
	}
	if got := s.call("GET", path, nil, "Accept", "image/png"); got.Status != http.StatusNotAcceptable {
		t.Errorf("a picture: %d", got.Status)
	}
	calendar := s.call("GET", path+"?format=ics", nil)
	if bytes.Count(calendar.Body, []byte("BEGIN:VEVENT")) != want || bytes.Contains(calendar.Body, []byte("@example")) {
		t.Errorf("calendar: %s", calendar.Body)
	}

	// A company that asks for no language gets the calendar in its own, of those that it asks for one it gets that.
	for language, said := range map[string]string{"": "LANGUAGE=ko:", "ru": "LANGUAGE=ru:"} {
		if own := s.call("GET", path+"?format=ics", nil, "Authorization", "Bearer "+link.Code, "Accept-Language", language); !bytes.Contains(own.Body, []byte(said)) {
			t.Errorf("the calendar in language %q of a Korean company lacks %s: %s", language, said, own.Body)
		}
	}

	m := run.Schedule.Sessions[0].Meetings[0]
	must(t, c.AddOutcomes(t.Context(), id, []event.Outcome{{
		Session: run.Schedule.Sessions[0].Session, Firm: m.Firm, Buyer: m.Buyer, ReportedBy: "firm", ConsultedUSD: event.Some(25e4),
	}}))
	got := s.call("GET", basePath+"/events/"+id+"/report", nil)
	contains(t, got.Body, `"consulted_usd":250000`, `"held":1`)
	if paper := s.call("GET", basePath+"/events/"+id+"/report?format=pdf", nil); !bytes.HasPrefix(paper.Body, []byte("%PDF")) {
		t.Errorf("paper: %d %s", paper.Status, paper.Header.Get("Content-Type"))
	}
	if book := s.call("GET", basePath+"/events/"+id+"/report", nil, "Accept", mediaXLSX); !bytes.HasPrefix(book.Body, []byte("PK")) {
		t.Errorf("workbook: %d %s", book.Status, book.Header.Get("Content-Type"))
	}
	difference := s.call("GET", basePath+"/schedules/"+run.ID+"/difference", nil)
	contains(t, difference.Body, `"changes":[]`)
	if got := s.call("DELETE", basePath+"/events/"+id+"/publication", nil); got.Status != 204 {
		t.Errorf("withdrawn: %d", got.Status)
	}
	if got := s.call("GET", basePath+"/events/"+id+"/publication", nil); got.Status != 404 {
		t.Errorf("withdrawn, and then %d", got.Status)
	}
	log, err := c.Audit(t.Context(), id, "", 100)
	must(t, err)
	actions := map[string]bool{}
	for _, e := range log.Items {
		actions[e.Action] = true
	}
	for _, want := range []string{"event.created", "run.started", "schedule.published", "link.created", "outcomes.added", "exported"} {
		if !actions[want] {
			t.Errorf("the log lacks %s: %v", want, actions)
		}
	}
}

func TestPublishingReliesOnTheVersionOfTheEvent(t *testing.T) {
	s := start(t)
	id := s.loaded()
	run := s.solved(id)
	path, tag := basePath+"/schedules/"+run.ID+"/publish?event_version=", `"`+strconv.FormatUint(run.Version, 10)+`"`
	got := s.call("POST", path+"999999", nil, "If-Match", tag)
	p := got.problem(t)
	if got.Status != 412 || len(p.Errors) != 1 || p.Errors[0].Location != "query.event_version" || got.Header.Get("ETag") != "" {
		t.Errorf("%d %q: %s", got.Status, got.Header.Get("ETag"), got.Body)
	}
	if got := s.call("POST", path+strconv.FormatUint(run.EventVersion, 10), nil, "If-Match", tag); got.Status != 200 {
		t.Errorf("%d: %s", got.Status, got.Body)
	}
}

// TestAPaperTellsWhatItCouldNotSet: the id stands for a name in letters that the fonts lack.
func TestAPaperTellsWhatItCouldNotSet(t *testing.T) {
	s := start(t)
	ev := jinju(t)
	ev.Firms[0].Name = event.Text{Plain: "สยามการบิน"}
	_, err := s.admin().CreateEvent(t.Context(), ev)
	must(t, err)
	path := basePath + "/events/" + ev.ID + "/companies/" + ev.Firms[0].ID + "/agenda?format="
	if got := s.call("GET", path+"pdf", nil); got.Status != 200 || got.Header.Get("Sangdam-Illegible") != ev.Firms[0].ID {
		t.Errorf("%d %v", got.Status, got.Header)
	}
	for _, other := range []string{path + "json", path + "ics", basePath + "/events/" + ev.ID + "/companies/" + ev.Firms[1].ID + "/agenda?format=pdf"} {
		if got := s.call("GET", other, nil); got.Status != 200 || got.Header.Get("Sangdam-Illegible") != "" {
			t.Errorf("%s: %d %v", other, got.Status, got.Header)
		}
	}
}
