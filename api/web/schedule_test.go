package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// jinjuDraft is a draft of the delegation of Jinju with a firm of a hostile name, one meeting locked, a firm below its minimum
// and something that would help.
var jinjuDraft = sync.OnceValues(func() (*event.Event, *desk.Draft) {
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		panic(err)
	}
	ev.Firms[0].Name = event.Text{Plain: hostile}
	pairs, err := plan.Match(ev)
	if err != nil {
		panic(err)
	}
	s, err := plan.Schedule(context.Background(), ev, pairs, plan.Options{Iterations: 100, Workers: 1})
	if err != nil {
		panic(err)
	}
	part := &s.Sessions[0]
	part.Shortfalls = []event.Shortfall{{Participant: "F01", Meetings: 1, MinMeetings: 3, Possible: 2, Why: event.Text{Plain: hostile}}}
	part.Help = []event.Help{{Change: "table", Why: event.Text{Plain: hostile}}}
	m := part.Meetings[0]
	rules := plan.Compile(ev, pairs)
	return ev, &desk.Draft{
		Run:      jobs.Run{ID: "e-r000000000000", Event: ev.ID, State: jobs.Done, By: hostile, Created: time.Date(2019, 10, 1, 9, 0, 0, 0, time.UTC)},
		Schedule: s, Version: 7, Locks: []jobs.Kept{{Session: "changsha", Firm: m.Firm, Buyer: m.Buyer, Slot: m.Slot, Table: m.Table}},
		Findings: []plan.Finding{{Rule: "H3", Message: event.Text{Plain: hostile}}},
		Waiting: func(session string) *plan.Waiting {
			w, err := rules.Waiting(session, timetable.Part(s, session).Meetings)
			if err != nil {
				panic(err)
			}
			return w
		},
	}
})

func jinjuBoard(language, view string) *boardView {
	ev, draft := jinjuDraft()
	r := &request{voice: lang.New(language)}
	return r.board(ev, ev.Session("changsha"), draft, boardOptions{view: view})
}

var (
	_ = sampled("schedule", "layout", &scheduleView{Shell: sampleShell, Sessions: []sessionTab{{ID: "a", Name: hostile}, {ID: "b", Name: "B"}},
		Words: map[string]string{"pair": hostile}, Notice: &notice{Kind: "good", Text: hostile}})
	_ = sampled("schedule", "layout", &scheduleView{Shell: sampleShell, RunID: "e-r1", Board: jinjuBoard("ko", "tables"), Running: runningView{ID: "e-r2", Sentence: hostile}})
	_ = sampled("schedule", "board", jinjuBoard("ru", "firms"))
	_ = sampled("schedule", "board", jinjuBoard("zh", "interpreters"))
	_ = sampled("schedule", "leftout", leftOutCard{More: "/more?a=1&b=2"})
)

func TestABoardShowsLocksAndWhatIsMissing(t *testing.T) {
	b := jinjuBoard("ko", "buyers")
	var out bytes.Buffer
	if err := loadPages(loadAssets())["ko"]["schedule"].ExecuteTemplate(&out, "board", b); err != nil {
		t.Fatal(err)
	}
	html := out.String()
	_, draft := jinjuDraft()
	part := draft.Schedule.Sessions[0]
	if n := strings.Count(html, `<button type="button" class="meet `); n != len(part.Meetings) {
		t.Errorf("%d meetings are shown of %d", n, len(part.Meetings))
	}
	if n := len(regexp.MustCompile(`class="meet tone-\d locked"`).FindAllString(html, -1)); n != 1 {
		t.Errorf("%d meetings are shown as locked", n)
	}
	for _, want := range []string{`data-version="7"`, "1 / 3", `Asia/Shanghai (UTC&#43;08:00)`, `data-edit="/events/jinju-2019/schedule/e-r000000000000/meetings"`} {
		if !strings.Contains(html, want) {
			t.Errorf("the board lacks %q", want)
		}
	}
	if b.LeftOut.More == "" || !strings.Contains(b.LeftOut.More, "offset=40") {
		t.Errorf("the next part of the list is at %q", b.LeftOut.More)
	}
}

// A card is read in every tone, and its bar seen.
func TestContrastsOfSectors(t *testing.T) {
	colours := readColours(t)
	var table strings.Builder
	table.WriteString("| sector | text on its tint | soft text | bar |\n| --- | --- | --- | --- |\n")
	for n := range 10 {
		tint := colours[fmt.Sprintf("tint-%d", n)]
		fmt.Fprintf(&table, "| %d |", n)
		for _, c := range []struct {
			front string
			least float64
		}{{"ink", 4.5}, {"ink-soft", 4.5}, {fmt.Sprintf("tone-%d", n), 3}} {
			light, dark := contrast(colours[c.front][0], tint[0]), contrast(colours[c.front][1], tint[1])
			if min(light, dark) < c.least {
				t.Errorf("%s on tint %d: %.2f light, %.2f dark, needs %.1f", c.front, n, light, dark, c.least)
			}
			fmt.Fprintf(&table, " %.1f, dark %.1f |", math.Floor(10*light)/10, math.Floor(10*dark)/10)
		}
		table.WriteString("\n")
	}
	holdDocument(t, "../../docs/design.md", "sectors", table.String())
}

func TestARefusedChangeIsToldWithNamesAndTimes(t *testing.T) {
	ev, draft := jinjuDraft()
	session := ev.Session("changsha")
	part := draft.Schedule.Sessions[0]
	var m event.Meeting
	i := -1
	for _, m = range part.Meetings { // one whose buyer has another
		if i = slices.IndexFunc(part.Meetings, func(o event.Meeting) bool { return o.Buyer == m.Buyer && o.Firm != m.Firm }); i >= 0 {
			break
		}
	}
	if i < 0 {
		t.Fatal("no buyer has two meetings")
	}
	there := part.Meetings[i] // the buyer is busy then
	edits := []desk.MeetingEdit{{Op: desk.Move, Session: session.ID, Firm: m.Firm, Buyer: m.Buyer, Slot: there.Slot}}
	refused := &desk.RulesError{Findings: []plan.Finding{
		{Location: "edits[0]", Rule: "H2", Message: event.Text{Plain: m.Buyer + " has 2 meetings in slot " + fmt.Sprint(there.Slot)}},
		{Location: "sessions[1].meetings[0]", Rule: "H3", Message: event.Text{Plain: "elsewhere"}},
	}}
	r := &request{voice: lang.New("en")}
	told, ok := errors.AsType[*desk.RulesError](r.inWords(refused, ev, session, draft, edits))
	if !ok || len(told.Findings) < 2 || told.Findings[len(told.Findings)-1].Message.Plain != "elsewhere" {
		t.Fatalf("got %v", told)
	}
	var sentences []string
	for _, f := range told.Findings {
		sentences = append(sentences, f.Message.Plain)
	}
	index := event.NewIndex(ev)
	if text := strings.Join(sentences, " "); strings.Contains(text, "slot") || !strings.Contains(text, index.Buyer(m.Buyer).Name.In("en")) || !strings.Contains(text, there.Start.Format("15:04")) {
		t.Errorf("it is told as %q", text)
	}
	if err := r.inWords(desk.ErrBusy, ev, session, draft, edits); err != desk.ErrBusy {
		t.Errorf("another error becomes %v", err)
	}
}

func TestOptionsComeBackInTheForm(t *testing.T) {
	got := formOf(&jobs.Options{TimeLimit: 12.5, ScoreSlack: 0.005, Seed: 42, Fair: true, Help: 3})
	want := solveForm{TimeLimit: "12.5", Slack: "0.5", Seed: "42", Fair: true, Help: true}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
