package client

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"sangdam/event"
)

func TestARepairIsAskedForUnderAKeyAndAVersion(t *testing.T) {
	now := time.Date(2019, 10, 29, 2, 30, 0, 0, time.UTC)
	c, got := answering(t, func(w http.ResponseWriter) {
		w.Header().Set("ETag", `"7"`)
		status(http.StatusCreated, `{"schedule":{"id":"e-r2","state":"done"},"changes":[{"kind":"lost","session":"s","firm":"F1","buyer":"B1","from":{"slot":2,"table":"A1"}}],
		"sessions":[{"session":"s","lost":1,"lost_at_least":1,"moved":2,"moved_at_least":1}],"affected":["B1","F1"]}`)(w)
	})
	r, err := c.Repair(t.Context(), "e-r1", &event.Changes{Format: event.Format, Event: "e", Now: event.Some(now)}, RepairOptions{KeepGaps: true, TimeLimit: 2.5}, 5)
	if err != nil {
		t.Fatal(err)
	}
	if r.Schedule.ID != "e-r2" || r.Schedule.Version != 7 || len(r.Changes) != 1 || r.Changes[0].From.Table != "A1" || r.Changes[0].To != nil {
		t.Errorf("%+v", r)
	}
	if r.Sessions[0].Proven() {
		t.Error("2 moved where 1 may be enough counts as proven")
	}
	req := (*got)[0]
	if req.RequestURI != "/api/v1/schedules/e-r1/repair?keep_gaps=true&time_limit=2.5" || req.Header.Get("If-Match") != `"5"` || req.Header.Get("Idempotency-Key") == "" {
		t.Errorf("%s %v", req.RequestURI, req.Header)
	}
}

func TestPlacesDifferencePublicationAndWebhooksAreRead(t *testing.T) {
	c, got := answering(t,
		status(200, `{"items":[{"slot":0,"tables":["A1"],"findings":[]},{"slot":1,"tables":[],"findings":[{"rule":"H2","message":"busy"}]}]}`),
		status(200, `{"changes":[{"kind":"added","session":"s","firm":"F1","buyer":"B1","to":{"slot":3}}],"affected":["B1","F1"]}`),
		status(200, `{"number":3,"schedule":"e-r1","event_version":9,"by":"office","meetings":48}`),
		status(204, ""),
		status(200, `{"items":[{"id":"w1","url":"https://x.example","failures":[{"call":"c1","tries":4,"given_up":true}]}]}`))
	ctx := t.Context()
	places, err := c.Places(ctx, "e-r1", "s", "F1", "B&1")
	if err != nil || len(places) != 2 || places[0].Tables[0] != "A1" || places[1].Findings[0].Message.In("en") != "busy" {
		t.Errorf("%+v %v", places, err)
	}
	d, err := c.Difference(ctx, "e-r1")
	if err != nil || len(d.Affected) != 2 || d.Changes[0].From != nil || d.Changes[0].To.Slot != 3 {
		t.Errorf("%+v %v", d, err)
	}
	p, err := c.Publication(ctx, "e")
	if err != nil || p.Number != 3 || p.EventVersion != 9 || p.Meetings != 48 || p.By != "office" {
		t.Errorf("%+v %v", p, err)
	}
	if err := c.Unpublish(ctx, "e"); err != nil {
		t.Error(err)
	}
	hooks, err := c.Webhooks(ctx)
	if err != nil || len(hooks) != 1 || !hooks[0].Failures[0].GivenUp {
		t.Errorf("%+v %v", hooks, err)
	}
	var asked []string
	for _, r := range *got {
		asked = append(asked, r.Method+" "+strings.TrimPrefix(r.RequestURI, "/api/v1"))
	}
	want := []string{"GET /schedules/e-r1/places?buyer=B%261&firm=F1&session=s", "GET /schedules/e-r1/difference", "GET /events/e/publication",
		"DELETE /events/e/publication", "GET /webhooks"}
	if strings.Join(asked, "\n") != strings.Join(want, "\n") {
		t.Errorf("asked for\n%s", strings.Join(asked, "\n"))
	}
}

func TestARepairThatIsRefusedIsAProblem(t *testing.T) {
	c, _ := answering(t, status(409, `{"type":"/docs#problem-rules","status":409,"detail":"no","errors":[{"location":"","message":"why","code":"H3"}]}`))
	_, err := c.Repair(t.Context(), "e-r1", &event.Changes{Format: event.Format, Event: "e"}, RepairOptions{}, 0)
	if err == nil || err.Error() != "no\n: why" {
		t.Error(err)
	}
}
