package web

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
	"sangdam/internal/lang"
)

// sampleForm is a form in which everything that can be said is said.
var (
	sampleForm  = formView{settingsShell: sampleSettings, Notice: &notice{Kind: "warn", Text: hostile}, Faults: []fieldFault{{"f-name", hostile, hostile}, {Text: hostile}}, Effect: sampleEffect, Back: "/"}
	sampleField = formField{Name: "a", Kind: "text", Label: hostile, Hint: hostile, Value: hostile, Lang: "ko", List: "zones", Faults: []string{hostile, "b"}, Theirs: hostile, IsTheirs: true, Taken: true}
	sampleTimes = formField{Name: "b", Kind: "times", Label: "b", Value: hostile, IsTheirs: true}
	sampleWords = formGroup{Name: "c", Label: hostile, Fields: []formField{sampleField, {Name: "d", Kind: "area", Label: "d", Value: hostile}}}
	// sampleEffect is what saving might do.
	sampleEffect = effect{Stamp: "s", Parts: []effectPart{{Title: hostile, Lines: []string{hostile}, More: 3}, {Title: "t"}}}
	sampleChoice = formField{Name: "e", Kind: "select", Label: "e", Options: []choice{{"v", hostile, true}}}
	_            = sampled("settingsevent", "layout", &eventSettingsView{formView: sampleForm, EventID: "e", Name: sampleWords, Note: sampleWords, NewURL: "/",
		Sessions: []sessionCard{{ID: "s", Name: hostile, Place: hostile, Days: "today", URL: "/"}, {}}})
	_ = sampled("settingsevent", "layout", &eventSettingsView{})
	_ = sampled("settingssession", "layout", &sessionView{formView: sampleForm, ID: "s", Title: hostile, Name: sampleWords, City: sampleWords, Country: sampleField,
		Slots: sampleTimes, Tables: sampleTimes, Interpreters: []interpreterView{{rowView: sampleItem, ID: sampleField, Away: sampleTimes}}, Countries: []choice{{"CN", hostile, false}}, Zones: []string{"UTC"}})
	_ = sampled("settingssession", "layout", &sessionView{formView: sampleForm, IsNew: true, Title: "new", IDField: sampleField, Join: sampleChoice})
	_ = sampled("settingsremove", "layout", &removeView{formView: sampleForm, Lead: hostile})
	_ = sampled("settingsremove", "layout", &removeView{formView: sampleForm, Lead: hostile, Refused: &notice{Kind: "bad", Text: hostile}, RefURL: "/", RefText: hostile})
)

func TestSpansAreReadAsTheyAreWritten(t *testing.T) {
	place, err := time.LoadLocation("Europe/Moscow")
	if err != nil {
		t.Fatal(err)
	}
	form := newFilled()
	form.values["slots"] = "2019-10-31 10:00-10:30\n2019-10-31 23:45-00:15\n"
	f := &faulty{voice: lang.New("ko")}
	slots := f.slots(form, "slots", nil, place)
	if len(f.found) > 0 || len(slots) != 2 || slots[1].End.Sub(slots[1].Start) != 30*time.Minute {
		t.Fatalf("slots %v, faults %v", slots, f.found)
	}
	if got := formatSpans(slots, place); got != form.values["slots"] {
		t.Errorf("written as %q", got)
	}
	long := event.Interval{Start: slots[0].Start, End: slots[0].Start.Add(30 * time.Hour)}
	form.values["away"] = formatSpans([]event.Interval{long}, place)
	days := f.spans(form, "away", nil, place)
	if len(days) != 2 || !days[0].Start.Equal(long.Start) || !days[1].End.Equal(long.End) || !days[0].End.Equal(days[1].Start) {
		t.Errorf("more than a day is read as %v", days)
	}
}

func TestWhatIsWrongWithASessionIsToldAtItsField(t *testing.T) {
	form := newFilled()
	for name, value := range map[string]string{
		"country": "china", "zone": "Mars", "slots": "2019-10-31 10:00-11:00\n2019-10-31 10:30-11:30\n10 o'clock\n2019-13-01 10:00-11:00", "tables": "A\nB\nA",
		"closed": "C 2019-10-31 10:00-11:00\nA\nA 2019-10-31 noon", "interpreters.0.id": "no id", "interpreters.0.languages": "korean", "interpreters.n1.id": "I1",
		"interpreters.n2.id": "I1", "interpreters.n2.languages": "ko, zh", "interpreters.n2.away": "now",
	} {
		form.values[name] = value
	}
	form.rows["interpreters"] = []string{"0", "n1", "n2"}
	ev := &event.Event{Sessions: []event.Session{{ID: "s"}}}
	for _, language := range event.Languages {
		f := &faulty{voice: lang.New(language)}
		f.readSession(form, ev, &ev.Sessions[0])
		byField := map[string]int{}
		for _, fault := range f.found {
			byField[fault.Name]++
			if strings.ContainsAny(fault.Text, "<{") {
				t.Errorf("%s: %q", language, fault.Text)
			}
		}
		want := map[string]int{"country": 1, "zone": 1, "slots": 3, "tables": 1, "closed": 3, "interpreters.0.id": 1, "interpreters.0.languages": 1,
			"interpreters.n1.languages": 1, "interpreters.n2.id": 1, "interpreters.n2.away": 1}
		if diff := cmp.Diff(want, byField); diff != "" {
			t.Errorf("%s (-want +got):\n%s", language, diff)
		}
		b := newFormBuilder(f.voice, form, f.found)
		if slots := b.field("slots", "times", "session.slots"); len(slots.Faults) != 3 || !slices.ContainsFunc(b.summary(), func(s fieldFault) bool { return s.Name == slots.ID() }) {
			t.Errorf("%s: the field has %q, the head %v", language, slots.Faults, b.summary())
		}
	}
}

func TestAFormThatIsNotTouchedChangesNothing(t *testing.T) {
	seoul := time.FixedZone("", 9*3600)
	hour := event.Interval{Start: time.Date(2026, 5, 1, 10, 0, 30, 0, seoul), End: time.Date(2026, 5, 1, 11, 0, 0, 0, seoul)}
	before := event.Session{
		ID: "s", Name: event.Text{By: map[string]string{"ko": "상담회", "fr": "Séance"}}, City: event.Text{Plain: "Seoul"}, Country: "KR", TimeZone: "Asia/Seoul",
		Slots: []event.Interval{hour}, Tables: event.Tables{Names: []string{"A1", "A2"}}, TablesUnavailable: map[string][]event.Interval{"A2": {hour}},
		Interpreters: []event.Interpreter{{ID: "I1", Name: event.Text{By: map[string]string{"en": "Kim", "ko": "김"}}, Languages: []string{"ko", "zh"}, Unavailable: []event.Interval{hour}}},
	}
	ev := &event.Event{Sessions: []event.Session{before}, Fixed: []event.Fixed{{Session: "s", Slot: 0, Table: "A2"}}}
	f := &faulty{voice: lang.New("ru")}
	lost := f.readSession(fillSession(&before, f.voice), ev, &ev.Sessions[0])
	if len(f.found) > 0 || len(lost.Fixed)+len(lost.Seats) > 0 {
		t.Fatalf("faults %v, lost %+v", f.found, lost)
	}
	if diff := cmp.Diff(before, ev.Sessions[0], cmp.AllowUnexported(event.Text{})); diff != "" {
		t.Errorf("changed (-before +after):\n%s", diff)
	}
}

func TestAnotherZoneKeepsTheHoursOfTheClock(t *testing.T) {
	seoul := time.FixedZone("", 9*3600)
	hour := event.Interval{Start: time.Date(2026, 5, 1, 10, 0, 0, 0, seoul), End: time.Date(2026, 5, 1, 11, 0, 0, 0, seoul)}
	ev := &event.Event{Sessions: []event.Session{{ID: "s", Country: "KR", TimeZone: "Asia/Seoul", Slots: []event.Interval{hour}, Tables: event.Tables{Count: 2},
		Interpreters: []event.Interpreter{{ID: "I", Languages: []string{"ko"}, Unavailable: []event.Interval{hour}}}}},
		Fixed: []event.Fixed{{Session: "s", Slot: 0}}}
	f := &faulty{voice: lang.New("ko")}
	form := fillSession(&ev.Sessions[0], f.voice)
	form.values["zone"] = "Europe/Moscow"
	f.readSession(form, ev, &ev.Sessions[0])
	s := ev.Sessions[0]
	if len(f.found) > 0 || s.Slots[0].Start.Format(time.RFC3339) != "2026-05-01T10:00:00+03:00" || !s.Interpreters[0].Unavailable[0].Start.Equal(s.Slots[0].Start) || len(ev.Fixed) != 1 {
		t.Errorf("%+v, %v", s, f.found)
	}
}

func TestTextsAreKeptWhereTheyAreNotShown(t *testing.T) {
	for _, c := range []struct {
		name         string
		before, want event.Text
		change       map[string]string
	}{
		{"nothing", event.Text{}, event.Text{}, nil},
		{"plain", event.Text{Plain: "a"}, event.Text{Plain: "a"}, nil},
		{"plain and one language", event.Text{Plain: "a"}, event.Text{By: map[string]string{"ko": "가", "en": "a", "zh": "a", "ru": "a"}}, map[string]string{"t.ko": "가"}},
		{"a language more", event.Text{By: map[string]string{"fr": "f", "en": "a"}}, event.Text{By: map[string]string{"fr": "f", "en": "a", "ru": "б"}}, map[string]string{"t.ru": "б"}},
		{"taken away", event.Text{By: map[string]string{"en": "a"}}, event.Text{}, map[string]string{"t.en": " "}},
	} {
		form := newFilled()
		form.setText("t", c.before)
		for name, value := range c.change {
			form.values[name] = value
		}
		if diff := cmp.Diff(c.want, form.text("t", c.before), cmp.AllowUnexported(event.Text{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestTablesAreNamesOrANumber(t *testing.T) {
	f := &faulty{voice: lang.New("ko")}
	read := func(text string) event.Tables {
		form := newFilled()
		form.values["tables"] = text
		return f.tables(form, "tables")
	}
	if got := read(" 12 \n"); got.Count != 12 || got.Names != nil {
		t.Errorf("a number: %+v", got)
	}
	if got := read("A1\n\nA2\n"); strings.Join(got.Names, ",") != "A1,A2" || len(f.found) > 0 {
		t.Errorf("names: %+v, %v", got, f.found)
	}
	for _, wrong := range []string{"", "0", "999999"} {
		f.found = nil
		if read(wrong); len(f.found) != 1 {
			t.Errorf("%q is taken", wrong)
		}
	}
}

func TestWhoJoinsANewSession(t *testing.T) {
	named := func() map[string]event.Participation {
		return map[string]event.Participation{"old": {MaxMeetings: event.Some(3), Unavailable: []event.Interval{{}}}}
	}
	for as, want := range map[string][]bool{"": {false, false, false}, "old": {true, false, true}, "*": {true, false, false}} {
		ev := &event.Event{Sessions: []event.Session{{ID: "old"}, {ID: "new", Country: "CN"}},
			Firms: []event.Firm{{Sessions: named()}, {}}, Buyers: []event.Buyer{{Country: "RU", Sessions: named()}}}
		joinAs(ev, &ev.Sessions[1], as)
		p, first := ev.Firms[0].Sessions["new"]
		_, second := ev.Firms[1].Sessions["new"]
		_, buyer := ev.Buyers[0].Sessions["new"]
		if got := []bool{first, second, buyer}; !slices.Equal(got, want) {
			t.Errorf("%q: %v join, not %v", as, got, want)
		}
		if as == "old" && (p.Limits().Max != 3 || p.Unavailable != nil) {
			t.Errorf("with %+v", p)
		}
	}
}
