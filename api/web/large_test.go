package web_test

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// The size of the largest event that the pages are made for.
const largeFirms, largeBuyers, largeSlots = 100, 1000, 40

// atLargest makes an event of that size out of the first session of another: two days of twenty slots, a table a firm and
// two interpreters for three of them, everybody with a name of its own.
func atLargest(ev *event.Event) {
	grown(largeFirms, largeBuyers)(ev)
	for i := range ev.Firms {
		ev.Firms[i].Name = numbered(ev.Firms[i].Name, i)
	}
	for i := range ev.Buyers {
		b := &ev.Buyers[i]
		b.Name = numbered(b.Name, i)
		b.Sessions = map[string]event.Participation{ev.Sessions[0].ID: {MaxMeetings: event.Some(2 + i%4)}}
	}
	s := &ev.Sessions[0]
	s.Slots, s.Tables = nil, event.Tables{Count: largeFirms}
	for i := range largeSlots {
		start := time.Date(2019, 10, 29+i/20, 9, 20*(i%20), 0, 0, time.FixedZone("", 8*60*60))
		s.Slots = append(s.Slots, event.Interval{Start: start, End: start.Add(20 * time.Minute)})
	}
	able := s.Interpreters[0]
	s.Interpreters = nil
	for i := range largeFirms * 2 / 3 {
		able.ID = fmt.Sprintf("I%d", i+1)
		s.Interpreters = append(s.Interpreters, able)
	}
}

func numbered(name event.Text, i int) event.Text {
	by := maps.Clone(name.By)
	for code := range by {
		by[code] = fmt.Sprintf("%s %d", by[code], i+1)
	}
	return event.Text{By: by}
}

// draftOf has an event solved for so many seconds and returns its draft.
func draftOf(t testing.TB, s *webtest.Server, id string, seconds float64) desk.Draft {
	t.Helper()
	run, err := s.Desk.Solve(t.Context(), s.Admin, id, jobs.Options{TimeLimit: seconds})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range s.Desk.WatchRun(t.Context(), s.Admin, run.ID, 0) {
		if err != nil {
			t.Fatal(err)
		}
	}
	draft, err := s.Desk.Draft(t.Context(), s.Admin, run.ID)
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

// BenchmarkEdit edits a draft and asks for pages and parts of them, as the scripts do, and reports the processor time of server and client
// together beside that of the clock.
func BenchmarkEdit(b *testing.B) {
	for _, size := range []struct {
		name   string
		change func(*event.Event)
	}{{"jinju", func(*event.Event) {}}, {"largest", atLargest}} {
		s := webtest.Start(b)
		id := s.LoadJinju(b, size.change)
		d := draftOf(b, s, id, 5)
		b.Logf("%s: %d meetings, %d pairs left out", size.name, len(d.Schedule.Sessions[0].Meetings), len(d.Whole().Sessions[0].Unplaced))
		h := newHand(b, s, id, d)
		lock := desk.MeetingEdit{Op: desk.Lock, Session: "changsha", Firm: h.m.Firm, Buyer: h.m.Buyer}
		unlock, remove, add := lock, lock, lock
		unlock.Op, remove.Op, add.Op, add.Slot, add.Table = desk.Unlock, desk.Remove, desk.Add, h.m.Slot, h.m.Table
		for _, asked := range []struct {
			name string
			ask  func(i int)
		}{
			{"page", func(int) { h.get(b, "/events/"+id+"/schedule?session=changsha") }},
			{"places", func(int) { h.get(b, h.path+"/places?session=changsha&firm="+h.m.Firm+"&buyer="+h.m.Buyer) }},
			{"leftout", func(int) { h.get(b, h.path+"/leftout?session=changsha") }},
			{"matrix", func(i int) { h.get(b, fmt.Sprintf("/events/%s/matches/matrix?session=changsha&w.sector=%d", id, i%60)) }},
			{"lock+unlock", func(int) { h.edit(b, lock); h.edit(b, unlock) }},
			{"remove+add", func(int) { h.edit(b, remove); h.edit(b, add) }},
		} {
			b.Run(size.name+"/"+asked.name, func(b *testing.B) {
				began := processor()
				for i := 0; b.Loop(); i++ {
					asked.ask(i)
				}
				b.ReportMetric(float64(processor()-began)/1e6/float64(b.N), "cpu-ms/op")
			})
		}
	}
}

// A hand edits a draft through the pages' own address.
type hand struct {
	s       *webtest.Server
	path    string
	token   string
	version string
	event   string // its version
	m       event.Meeting
}

var (
	tokenOfPage    = regexp.MustCompile(`name="csrf" content="([^"]+)"`)
	eventOfBoard   = regexp.MustCompile(`data-event="(\d+)"`)
	versionOfBoard = regexp.MustCompile(`data-day="[^"]*" data-version="(\d+)"`)
)

func newHand(t testing.TB, s *webtest.Server, id string, d desk.Draft) *hand {
	h := &hand{s: s, path: "/events/" + id + "/schedule/" + d.Run.ID, m: d.Schedule.Sessions[0].Meetings[0]}
	page := h.get(t, "/events/"+id+"/schedule?session=changsha")
	h.token = string(tokenOfPage.FindSubmatch(page)[1])
	h.version, h.event = string(versionOfBoard.FindSubmatch(page)[1]), string(eventOfBoard.FindSubmatch(page)[1])
	return h
}

func (h *hand) get(t testing.TB, path string) []byte {
	t.Helper()
	return h.ask(t, http.MethodGet, path, nil)
}

func (h *hand) edit(t testing.TB, edit desk.MeetingEdit) {
	t.Helper()
	edits, err := json.Marshal([]desk.MeetingEdit{edit})
	if err != nil {
		t.Fatal(err)
	}
	body := fmt.Sprintf(`{"version":%s,"event":%s,"session":"changsha","view":"tables","edits":%s}`, h.version, h.event, edits)
	h.version = string(versionOfBoard.FindSubmatch(h.ask(t, http.MethodPost, h.path+"/meetings", strings.NewReader(body)))[1])
}

func (h *hand) ask(t testing.TB, method, path string, body io.Reader) []byte {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, h.s.URL+path, body)
	if err != nil {
		t.Fatal(err)
	}
	req.AddCookie(&http.Cookie{Name: "sangdam-session", Value: h.s.Session})
	if method == http.MethodPost {
		req.Header.Set("X-CSRF-Token", h.token)
		req.Header.Set("Accept", "application/json")
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := io.ReadAll(resp.Body)
	if errClose := resp.Body.Close(); err != nil || errClose != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s %s: %s, %v, %.300s", method, path, resp.Status, err, answer)
	}
	return answer
}
