package pdf

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"bytes"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/internal/report/reporttest"
)

func TestSigns(t *testing.T) {
	ev := reporttest.Fair()
	var got []string
	for _, s := range SignsOf(ev, reporttest.FairSchedule(ev), lang.New("en")) {
		line := s.Day.Format("01-02 ") + s.Table
		for _, stay := range s.Stays {
			line += fmt.Sprintf(" %s %s-%s", stay.Names[1], clock(stay.From), clock(stay.Until))
		}
		got = append(got, line)
	}
	want := []string{ // F01 stays over a free slot; at the shared table each firm has its time
		"10-27 A1 Hanbyeol Aerostructures 09:00-11:00", "10-27 A2 Ttombang Pumps 09:00-10:00",
		"10-31 A2 Hanbyeol Aerostructures 09:00-09:30 Ttombang Pumps 10:00-10:30",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestNamesOnASign(t *testing.T) {
	ev := &event.Event{Firms: []event.Firm{
		{ID: "all", Name: event.Text{By: map[string]string{"ko": "가", "en": "G", "zh": "嘉", "ru": "Га"}}},
		{ID: "one", Name: event.Text{Plain: "Plain Ltd"}}, {ID: "none"},
	}}
	x := event.NewIndex(ev)
	for _, c := range []struct {
		id, country string
		want        []string
	}{
		{"all", "CN", []string{"가", "G", "嘉"}}, {"all", "KZ", []string{"가", "G", "Га"}}, {"all", "US", []string{"가", "G"}}, {"all", "KR", []string{"가", "G"}},
		{"one", "CN", []string{"Plain Ltd"}}, {"none", "CN", []string{"none"}}, {"gone", "??", []string{"gone"}},
	} {
		if got := firmNames(x, c.id, localLanguage(c.country)); !slices.Equal(got, c.want) {
			t.Errorf("%s in %s: %q, want %q", c.id, c.country, got, c.want)
		}
	}
}

func TestDaysAreThoseOfTheZone(t *testing.T) {
	ev := reporttest.Fair()
	s := &ev.Sessions[0]
	s.TimeZone = "America/Los_Angeles" // the slots begin on the evening of the day before
	days := daysOf(s, reporttest.FairSchedule(ev).Sessions[0].Meetings)
	if len(days) != 1 || days[0].start.Format("01-02 15:04") != "10-26 18:00" || len(days[0].slots) != 4 || len(days[0].meetings) != 5 {
		t.Errorf("got %+v", days)
	}
	s.Slots[2].Start, s.Slots[2].End = s.Slots[2].Start.AddDate(0, 0, 1), s.Slots[2].End.AddDate(0, 0, 1)
	if days := daysOf(s, nil); len(days) != 2 || len(days[0].slots) != 3 || len(days[1].slots) != 1 {
		t.Errorf("got %+v", days)
	}
}

func TestGridOfADay(t *testing.T) {
	ev := reporttest.Fair()
	grids := GridsOf(ev, reporttest.FairSchedule(ev), lang.New("en"))
	if len(grids) != 2 {
		t.Fatalf("%d grids, want 2", len(grids))
	}
	first, second := grids[0], grids[1]
	if !slices.Equal(first.Keeper, []string{"Hanbyeol Aerostructures", "Ttombang Pumps"}) || !slices.Equal(second.Keeper, []string{"", ""}) {
		t.Errorf("keepers %q and %q", first.Keeper, second.Keeper)
	}
	if c := first.Cells[1][1]; c != (GridCell{Firm: "Ttombang Pumps", Buyer: "Hunan Yuheng", Interpreter: "I1"}) {
		t.Errorf("slot 1, table A2: %+v", c)
	}
	if c := first.Cells[2][0]; c != (GridCell{}) {
		t.Errorf("slot 2, table A1: %+v, want nothing", c)
	}
}

func TestLogs(t *testing.T) {
	ev := reporttest.Fair()
	logs := LogsOf(ev, reporttest.FairSchedule(ev), lang.New("zh"))
	if len(logs) != 7 {
		t.Fatalf("%d logs, want 7", len(logs))
	}
	l := logs[0]
	if l.Number != "changsha-001" || l.Firm.Name != "韩星航空结构" || l.Interpreter != "翻译一" || l.Result == nil || l.Result.ConsultedUSD != 250000 ||
		!slices.Equal(l.Products, []LogProduct{{"机翼翼肋", "8807.30"}}) {
		t.Errorf("got %+v", l)
	}
	if last := logs[6]; last.Number != "newyork-002" || last.Result != nil {
		t.Errorf("got %+v", last)
	}
}

func TestViewsAddUpToTheTotal(t *testing.T) {
	ev := reporttest.Fair()
	r := report.Of(ev, reporttest.FairSchedule(ev))
	for _, v := range report.ViewsOf(ev, r, lang.New("ko"), nil) {
		var held int
		var consulted lang.Cents
		for _, l := range v.Lines {
			held, consulted = held+l.Held, consulted+l.Consulted
			if l.Name == "" {
				t.Errorf("%s: a line has no name", v.Title)
			}
		}
		if held != r.Total.Held || consulted != r.Total.Consulted {
			t.Errorf("%s: %d held, %v consulted; total %d, %v", v.Title, held, consulted, r.Total.Held, r.Total.Consulted)
		}
	}
}

// The fonts are read once and shared: papers may be set at the same time.
func TestPapersSetAtTheSameTime(t *testing.T) {
	ev := reporttest.Fair()
	s := reporttest.FairSchedule(ev)
	want := set(t, papers(ev, s, "ko")["agendas"])
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var b bytes.Buffer
			if err := papers(ev, s, "ko")["agendas"](&b); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("another result: %v", err)
			}
		})
	}
	group.Wait()
}
