package cli

import (
	"strings"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

func TestProgressLine(t *testing.T) {
	now := time.Date(2019, 10, 29, 9, 0, 0, 0, time.UTC)
	var out strings.Builder
	ev := &event.Event{Sessions: []event.Session{{ID: "changsha"}, {ID: "moscow"}}}
	l := startProgressLine(&program{voice: lang.New("en")}, &out, 80, ev, func() time.Time { return now })

	l.show(plan.Progress{Session: "moscow"})
	if got := out.String(); !strings.Contains(got, "moscow: searching | 0.0 s") {
		t.Errorf("before there is an incumbent: %q", got)
	}
	out.Reset()
	now = now.Add(10 * time.Millisecond)
	l.show(plan.Progress{Session: "changsha", Feasible: true, Point: event.TracePoint{Score: 9.9, Bound: 10, Breaks: 3}})
	if out.Len() > 0 {
		t.Errorf("drawn again after ten milliseconds: %q", out.String())
	}
	now = now.Add(2 * time.Second)
	l.show(plan.Progress{Session: "moscow"})
	got := out.String()
	if want := "changsha 9.90 ≤ 10.00 (1%), breaks 3 | moscow: searching"; !strings.Contains(got, want) {
		t.Errorf("got %q, want %q in it", got, want)
	}
	if w := cells.StringWidth(strings.TrimPrefix(got, "\r\x1b[2K")); w > 79 {
		t.Errorf("%d cells on a terminal of 80", w)
	}
	out.Reset()
	l.clear()
	if out.String() != "\r\x1b[2K" {
		t.Errorf("clear writes %q", out.String())
	}
}

func TestAPipeStaysQuiet(t *testing.T) {
	p := &program{err: &strings.Builder{}, voice: lang.New("en")}
	if p.newProgressLine(&event.Event{}, time.Now) != nil {
		t.Error("progress is shown where nobody watches")
	}
}
