package web

import (
	"slices"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
)

var (
	sampleMy   = myShell{Shell: sampleShell, Base: "/my/code", EventName: hostile, Name: hostile, Kind: "firm", Tabs: []tab{{Name: "Home", URL: "/my/code", Current: true}}, Notice: &notice{Kind: "good", Text: hostile}}
	sampleLine = myMeetingLine{Name: hostile, Country: "China", URL: "/my/code/meetings/s/C01", From: "10:00", To: "10:30", Day: "Day", Zone: "Asia/Shanghai", Place: hostile, Table: hostile,
		Interpreter: hostile, Why: hostile, Now: true, Logged: true, StartISO: "2019-10-29T02:00:00Z", EndISO: "2019-10-29T02:30:00Z", At: "Day 10:00–10:30"}
	sampleAbout   = profile{ID: "C01", Name: hostile, Lines: []profileLine{{"Label", hostile}}, Goods: []good{{hostile, hostile, "8803.30"}}}
	sampleLog     = logForm{Prefix: "log", Held: true, Known: true, Consulted: hostile, Rating: 4, Note: hostile}
	samplePartner = partner{Profile: sampleAbout, Sectors: hostile, Sessions: hostile, Out: true, Why: hostile, Wish: []choice{{"must", "Must", true}}}

	_ = sampled("myclosed", "layout", &closedView{Shell: sampleShell, Texts: []closedText{{"ko", hostile, hostile}, {"en", "Title", "Text"}}})
	_ = sampled("my", "layout", &myHomeView{myShell: sampleMy, Withdrawn: true, Places: []myPlace{{hostile, hostile, "When", "Zone"}}, Wishes: 2})
	_ = sampled("my", "my-home", &myHomeView{myShell: sampleMy, Published: true, Next: &sampleLine, Days: []myDay{{"Day", hostile, "Zone", []myMeetingLine{sampleLine}}},
		Cancelled: []myMeetingLine{sampleLine}, CalendarURL: "/my/code/calendar.ics", FeedURL: "webcal://host/my/code/calendar.ics", FeedText: hostile, PaperURL: "/my/code/agenda.pdf"})
	_ = sampled("my", "my-home", &myHomeView{myShell: sampleMy, Published: true, Unlogged: 1, Days: []myDay{{"Day", hostile, "Zone", []myMeetingLine{{Over: true}}}}})
	_ = sampled("my", "my-home", &myHomeView{myShell: sampleMy, Published: true})
	_ = sampled("mymeeting", "layout", &myMeetingView{myShell: sampleMy, Path: "/my/code/meetings/s/C01", Line: sampleLine, Partner: sampleAbout, Contact: sampleAbout.Lines, Phone: hostile,
		Email: hostile, Log: &sampleLog})
	_ = sampled("mymeeting", "my-meeting", &myMeetingView{myShell: sampleMy, Line: sampleLine, Cancelled: true})
	_ = sampled("mypartners", "layout", &myPartnersView{myShell: sampleMy, Path: "/my/code/partners", WishURL: "/my/code/wish", Published: true, Words: hostile,
		Sectors: []choice{{hostile, hostile, true}}, List: partnerList{Partners: []partner{samplePartner}, Found: 1, More: "/my/code/partners?from=20"}})
	_ = sampled("myhours", "layout", &myHoursView{myShell: sampleMy, Published: true, Sessions: []hoursForm{{"s", hostile, hostile, "Zone", []hoursDay{{"Day", []hoursSlot{{0, "10:00", "10:30", true}}}}}}})
)

func TestAmountsAreReadAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]float64{
		"5600000": 5.6e6, "5,600,000": 5.6e6, "5 600 000": 5.6e6, "560만": 5.6e6, "5.6m": 5.6e6, "5,6 млн": 5.6e6, "$95,000": 95000, "9.5万": 95000, "3억 달러": 3e8,
		"1,234.5": 1234.5, "50K": 50000, "12 тыс.": 12000, "0": 0, "95,5": 95.5,
	} {
		if usd, ok, err := readAmount(text); err != nil || !ok || usd < want-1e-6 || usd > want+1e-6 {
			t.Errorf("%q is %v, %t, %v; want %v", text, usd, ok, err, want)
		}
	}
	if _, ok, err := readAmount("  "); ok || err != nil {
		t.Errorf("nothing is %t, %v", ok, err)
	}
	for _, text := range []string{"-5", "많음", "5 crowns", "1.2.3", "1e9", "NaN", "<script>"} {
		if usd, _, err := readAmount(text); err == nil {
			t.Errorf("%q is read as %v", text, usd)
		}
	}
	if text := writeAmount(event.Some(5.6e6)); text != "5600000" {
		t.Errorf("written as %q", text)
	}
}

func TestHoursThatWereSaidInOtherWordsStay(t *testing.T) {
	at := func(hour, minute int) time.Time { return time.Date(2026, 10, 29, hour, minute, 0, 0, time.UTC) }
	span := func(h, m, h2, m2 int) event.Interval { return event.Interval{Start: at(h, m), End: at(h2, m2)} }
	s := &desk.AgendaSession{
		Slots:       []event.Interval{span(10, 0, 10, 30), span(10, 30, 11, 0), span(13, 0, 13, 30)},
		Unavailable: []event.Interval{span(9, 0, 11, 0), span(11, 30, 12, 0)}, // the morning, and an hour between slots
	}
	same := func(got, want []event.Interval) bool {
		return slices.EqualFunc(got, want, func(a, b event.Interval) bool { return a.Start.Equal(b.Start) && a.End.Equal(b.End) })
	}
	if got := awayHours(s, []bool{true, true, false}); !same(got, s.Unavailable) {
		t.Errorf("unchanged: %v", got)
	}
	if got, want := awayHours(s, []bool{true, true, true}), append(slices.Clone(s.Unavailable), s.Slots[2]); !same(got, want) {
		t.Errorf("one more: %v", got)
	}
	if got, want := awayHours(s, []bool{false, true, false}), []event.Interval{s.Slots[1], s.Unavailable[1]}; !same(got, want) {
		t.Errorf("one freed: %v", got)
	}
}
