package api

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sangdam/event"
)

// The kinds of callers.
const (
	nobody   = "nobody"
	stranger = "unknown token"
	reader   = "events:read"
	writer   = "events:write"
	solver   = "schedules:solve"
	reporter = "outcomes:write"
	both     = "read and write"
	mender   = "solve and write"
	admin    = "admin"
	bound    = "admin of the event"
	foreign  = "admin of another event"
	company  = "link of F01"
	other    = "link of F02"
)

var everybody = []string{nobody, stranger, reader, writer, solver, reporter, both, mender, admin, bound, foreign, company, other}

// An access says of an operation who may call it. Whoever may gets the status ok, which need not be a success: most requests below would
// change nothing even then. Nobody and an unknown token get 401, all others 403.
type access struct {
	operation, method, path, body string
	headers                       []string
	ok                            int
	may                           []string
}

var accesses = []access{
	{"match", "POST", "/match", "{}", nil, 422, []string{reader, writer, solver, reporter, both, mender, admin, bound, foreign}},
	{"schedule", "POST", "/schedule", "{}", nil, 422, []string{reader, writer, solver, reporter, both, mender, admin, bound, foreign}},
	{"check", "POST", "/check", "{}", nil, 422, []string{reader, writer, solver, reporter, both, mender, admin, bound, foreign}},
	{"create-event", "POST", "/events", "EVENT", nil, 409, []string{writer, both, mender, admin, bound}},
	{"list-events", "GET", "/events", "", nil, 200, []string{reader, both, admin, bound, foreign}},
	{"import-event", "POST", "/events/import?dry_run=true", "EVENT", []string{"Content-Type", "application/octet-stream"}, 200, []string{writer, both, mender, admin, bound}},
	{"read-event", "GET", "/events/ID", "", nil, 200, []string{reader, both, admin, bound}},
	{"replace-event", "PUT", "/events/ID", "EVENT", []string{"If-Match", `"9"`}, 412, []string{writer, both, mender, admin, bound}},
	{"delete-event", "DELETE", "/events/ID", "", []string{"If-Match", `"9"`}, 412, []string{writer, both, mender, admin, bound}},
	{"set-requests", "PUT", "/events/ID/requests", "[]", []string{"If-Match", `"9"`}, 412, []string{writer, both, mender, admin, bound}},
	{"set-weights", "PATCH", "/events/ID/weights", "{}", []string{"If-Match", `"9"`, "Content-Type", "application/merge-patch+json"}, 412, []string{writer, both, mender, admin, bound}},
	{"read-weights", "GET", "/events/ID/weights", "", nil, 200, []string{reader, both, admin, bound}},
	{"list-matches", "GET", "/events/ID/matches?limit=1", "", nil, 200, []string{reader, both, admin, bound}},
	{"start-schedule", "POST", "/events/ID/schedules", `{"session":"nowhere"}`, nil, 422, []string{solver, mender, admin, bound}},
	{"list-schedules", "GET", "/events/ID/schedules", "", nil, 200, []string{reader, solver, both, mender, admin, bound}},
	{"read-schedule", "GET", "/schedules/RUN", "", nil, 200, []string{reader, solver, both, mender, admin, bound}},
	{"stop-schedule", "DELETE", "/schedules/RUN", "", nil, 200, []string{solver, mender, admin, bound}},
	{"watch-schedule", "GET", "/schedules/RUN/progress", "", nil, 200, []string{reader, solver, both, mender, admin, bound}},
	{"edit-meetings", "PATCH", "/schedules/RUN/meetings", `[{"op":"lock","session":"changsha","firm":"F01","buyer":"C01"}]`, []string{"If-Match", `"99999"`}, 412, []string{solver, mender, admin, bound}},
	{"list-places", "GET", "/schedules/RUN/places?session=changsha&firm=F01&buyer=BUYER", "", nil, 200, []string{reader, solver, both, mender, admin, bound}},
	{"repair-schedule", "POST", "/schedules/RUN/repair", `{}`, []string{"If-Match", `"99999"`}, 412, []string{mender, admin, bound}},
	{"publish-schedule", "POST", "/schedules/RUN/publish", "", []string{"If-Match", `"99999"`}, 412, []string{solver, mender, admin, bound}},
	{"compare-schedule", "GET", "/schedules/RUN/difference", "", nil, 200, []string{reader, solver, both, mender, admin, bound}},
	{"read-publication", "GET", "/events/ID/publication", "", nil, 200, []string{reader, solver, both, mender, admin, bound}},
	{"read-agenda", "GET", "/events/ID/companies/F01/agenda", "", nil, 200, []string{reader, both, admin, bound, company}},
	{"add-outcomes", "POST", "/events/ID/outcomes", `[{"session":"changsha","firm":"F01","buyer":"BUYER","reported_by":"firm","rating":4}]`, nil, 204, []string{reporter, admin, bound, company}},
	{"read-report", "GET", "/events/ID/report", "", nil, 200, []string{reader, both, admin, bound}},
	{"create-link", "POST", "/events/ID/links", `{"company":"F99"}`, nil, 422, []string{both, admin, bound}},
	{"list-links", "GET", "/events/ID/links", "", nil, 200, []string{both, admin, bound}},
	{"revoke-link", "DELETE", "/events/ID/links/0123456789abcdef", "", nil, 404, []string{both, admin, bound}},
	{"create-token", "POST", "/tokens", `{"name":" ","scopes":["admin"],"event":"EVENTID"}`, nil, 422, []string{admin, bound}},
	{"list-tokens", "GET", "/tokens", "", nil, 200, []string{admin, bound, foreign}},
	{"revoke-token", "DELETE", "/tokens/0123456789abcdef", "", nil, 404, []string{admin, bound, foreign}},
	{"create-webhook", "POST", "/webhooks", `{"url":"ftp://example.com/x","event":"EVENTID"}`, nil, 422, []string{admin, bound}},
	{"list-webhooks", "GET", "/webhooks", "", nil, 200, []string{admin, bound, foreign}},
	{"delete-webhook", "DELETE", "/webhooks/0123456789abcdef", "", nil, 404, []string{admin, bound, foreign}},
	{"list-audit", "GET", "/audit?event=EVENTID", "", nil, 200, []string{admin, bound}},
	{"read-backup", "GET", "/backup", "", nil, 200, []string{admin}},
	{"withdraw-publication", "DELETE", "/events/ID/publication", "", nil, 204, []string{solver}}, // whoever comes after finds none
}

func TestWhoMayDoWhat(t *testing.T) {
	s := start(t)
	id := s.loaded()
	run := s.published(id)
	met := run.Schedule.Sessions[0].Meetings[slices.IndexFunc(run.Schedule.Sessions[0].Meetings, func(m event.Meeting) bool { return m.Firm == "F01" })]
	linkOf := func(firm string) string {
		link, err := s.admin().CreateLink(t.Context(), id, firm, time.Time{})
		must(t, err)
		return link.Code
	}
	another := jinju(t)
	another.ID = "another-event"
	_, err := s.admin().CreateEvent(t.Context(), another)
	must(t, err)
	tokens := map[string]string{
		nobody: "", stranger: "sd_nobody-ever-made-this-token-0123456789ab",
		reader: s.token("", reader), writer: s.token("", writer), solver: s.token("", solver), reporter: s.token("", reporter),
		both: s.token("", reader, writer), mender: s.token("", solver, writer), admin: adminToken,
		bound: s.token(id, admin), foreign: s.token(another.ID, admin), company: linkOf("F01"), other: linkOf("F02"),
	}
	fill := strings.NewReplacer("EVENTID", id, "EVENT", asDocument(t, jinju(t)), "ID", id, "RUN", run.ID, "BUYER", met.Buyer)
	covered := map[string]bool{}
	for _, a := range accesses {
		covered[a.operation] = true
		for _, who := range everybody {
			want := 403
			switch {
			case slices.Contains(a.may, who):
				want = a.ok
			case who == nobody, who == stranger:
				want = 401
			}
			authorization := ""
			if tokens[who] != "" {
				authorization = "Bearer " + tokens[who]
			}
			var body []byte
			if a.body != "" {
				body = []byte(fill.Replace(a.body))
			}
			got := s.call(a.method, basePath+fill.Replace(a.path), body, append([]string{"Authorization", authorization}, a.headers...)...)
			if a.operation == "withdraw-publication" && got.Status == 404 && slices.Contains([]string{mender, admin, bound}, who) {
				continue
			}
			if a.operation == "add-outcomes" && who == other {
				want = 409 // a link reports meetings of its own company only: for this one there is none
			}
			if got.Status != want {
				t.Errorf("%s by %s: %d, want %d: %.300s", a.operation, who, got.Status, want, got.Body)
			}
		}
	}
	for op := range operations(s.check.doc) {
		if !covered[op.OperationID] {
			t.Errorf("%s is not in the table", op.OperationID)
		}
	}
}
