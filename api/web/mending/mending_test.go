package mending

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

func jinju(t *testing.T) *event.Event {
	t.Helper()
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

// valid writes the changes and reads them as the server does.
func valid(t *testing.T, ev *event.Event, c *event.Changes) *event.Event {
	t.Helper()
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	read, err := event.ReadChanges(bytes.NewReader(data), ev)
	if err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	after := read.Apply(ev)
	if err := after.Validate(); err != nil {
		t.Fatal(err)
	}
	return after
}

func TestWhatHappenedBecomesChanges(t *testing.T) {
	ev := jinju(t)
	s := ev.Session("changsha")
	happened, err := Read([]string{
		`{"kind": "away", "of": "company", "who": "C05"}`,
		`{"kind": "away", "of": "company", "who": "C06", "until": 2}`,
		`{"kind": "away", "of": "company", "who": "F01", "from": 5, "until": 9}`,
		`{"kind": "away", "of": "interpreter", "who": "KZ1", "from": 1}`,
		`{"kind": "away", "of": "table", "who": "A2", "from": 4}`,
		`{"kind": "back", "of": "company", "who": "F02"}`,
		`{"kind": "cancel", "who": "C01", "with": "F08"}`,
		`{"kind": "want", "who": "F03", "with": "C07"}`,
		`{"kind": "walk_in", "from": 3, "new": {"name": "Neu", "country": "CN", "sectors": ["casting"], "languages": ["zh"], "text": "铸件", "wants": "F04"}}`,
		`{"kind": "walk_in", "new": {"firm": true, "name": "새 회사", "languages": ["ko"], "text": "주조품"}}`,
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := Changes(ev, s, happened, 3, 0)
	if err != nil {
		t.Fatal(err)
	}
	if now, ok := c.Now.Get(); !ok || !now.Equal(s.Slots[3].Start) {
		t.Errorf("now is %v", now)
	}
	after := valid(t, ev, c)
	x := event.NewIndex(after)
	s = x.Session("changsha")
	free := func(id string) string {
		var p event.Participation
		if f := x.Firm(id); f != nil {
			p, _ = f.In(s)
		} else {
			p, _ = x.Buyer(id).In(s)
		}
		return pattern(p.Available(s))
	}
	for id, want := range map[string]string{
		"C05": ".........", "C06": "..#######", "F01": "#####....", "W01": "...######", "W02": "#########",
		"F02": "#########", // away in the afternoon, and then not
	} {
		if got := free(id); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	if got := pattern(s.Interpreters[0].Available(s)); got != "#........" {
		t.Errorf("KZ1: %s", got)
	}
	if got := pattern(s.TableAvailable("A2")); got != "####....." {
		t.Errorf("A2: %s", got)
	}
	if !x.Wishes("F08", "C01").Refused() || !x.Wishes("F03", "C07").Must() || !x.Wishes("F04", "W01").Must() {
		t.Error("the wishes are not those that were said")
	}
	if len(c.Cancelled) != 1 || c.Cancelled[0].Firm != "F08" || c.Cancelled[0].Buyer != "C01" {
		t.Errorf("called off: %+v", c.Cancelled)
	}
}

// What was held is not called off by an absence that is told of later, unless its beginning is stated.
func TestAnAbsenceWithoutABeginningBeginsNow(t *testing.T) {
	ev := jinju(t)
	happened, err := Read([]string{
		`{"kind": "away", "of": "company", "who": "C05"}`, `{"kind": "away", "of": "company", "who": "C06", "until": 5}`,
		`{"kind": "away", "of": "company", "who": "C07", "until": 2}`, `{"kind": "away", "of": "company", "who": "C01", "from": 1}`,
		`{"kind": "away", "of": "table", "who": "A2"}`,
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := Changes(ev, ev.Session("changsha"), happened, 4, 3)
	if err != nil {
		t.Fatal(err)
	}
	after := valid(t, ev, c)
	x := event.NewIndex(after)
	s := x.Session("changsha")
	for id, want := range map[string]string{"C05": "###......", "C06": "###..####", "C07": "#########", "C01": "#........"} {
		p, _ := x.Buyer(id).In(s)
		if got := pattern(p.Available(s)); got != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	if got := pattern(s.TableAvailable("A2")); got != "###......" {
		t.Errorf("A2: %s", got)
	}
}

func pattern(free []bool) string {
	var b strings.Builder
	for _, f := range free {
		b.WriteString(map[bool]string{true: "#", false: "."}[f])
	}
	return b.String()
}

func TestWhatNoPageOfOursWroteIsRefused(t *testing.T) {
	ev := jinju(t)
	for _, text := range []string{`{}`, `{"kind": "away", "who": "F01"}`, `{"kind": "back", "of": "x"}`, `{"kind": "walk_in"}`, `{"kind": "away", "of": "table", "who": "A1", "from": 99}`, `{"kind": "away", "of": "company", "until": -1}`} {
		happened, err := Read([]string{text})
		if err == nil {
			_, err = Changes(ev, &ev.Sessions[0], happened, 0, 0)
		}
		if !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: %v", text, err)
		}
	}
	for _, text := range []string{`[`, strings.Repeat(" ", maxHappening) + "{}"} {
		if _, err := Read([]string{text}); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%.20q: %v", text, err)
		}
	}
}

func TestTheClock(t *testing.T) {
	s := jinju(t).Session("changsha") // 10:00 to 12:00, 13:30 to 16:00
	for at, want := range map[string][2]int{
		"2019-10-28T12:00:00+08:00": {0, -1}, "2019-10-29T09:59:00+08:00": {0, -1}, "2019-10-29T10:00:00+08:00": {0, -1}, "2019-10-29T10:01:00+08:00": {1, 0},
		"2019-10-29T10:30:00+08:00": {1, 0}, "2019-10-29T12:30:00+08:00": {4, 3}, "2019-10-29T15:59:00+08:00": {9, 8}, "2019-10-29T16:00:00+08:00": {0, -1},
	} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		if first, held := Clock(s, now); first != want[0] || held != want[1] {
			t.Errorf("%s: %d, %d; want %v", at, first, held, want)
		}
	}
}

func TestWhatHappenedIsSaidInWords(t *testing.T) {
	ev := jinju(t)
	happened, err := Read([]string{
		`{"kind": "away", "of": "company", "who": "C01"}`, `{"kind": "away", "of": "company", "who": "C01", "until": 2}`, `{"kind": "away", "of": "company", "who": "C01", "from": 1}`,
		`{"kind": "away", "of": "table", "who": "A2", "from": 1, "until": 9}`, `{"kind": "back", "of": "table", "who": "A2"}`, `{"kind": "cancel", "who": "C01", "with": "F08"}`,
		`{"kind": "walk_in", "new": {"name": "새 회사"}}`, `{"kind": "back", "of": "interpreter", "who": "KZ1"}`, `{"kind": "want", "who": "F08", "with": "C01"}`,
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"후난웨헝건설기계: 오지 않음 (종일)", "후난웨헝건설기계: 늦게 옴: 11:00부터 가능", "후난웨헝건설기계: 10:30부터 없음",
		"A2번 테이블: 10:30부터 16:00까지 쓸 수 없음", "A2번 테이블: 다시 쓸 수 있음", "후난웨헝건설기계: 상담을 취소함: 두루유압",
		"새 회사: 현장 참가 바이어", "KZ1: 와 있음 (부재 기록을 지움)", "두루유압: 꼭 만나야 함: 후난웨헝건설기계",
	}
	for i, code := range event.Languages {
		n := NewNames(event.NewIndex(ev), ev.Session("changsha"), lang.New(code))
		for k := range happened {
			got := n.Subject(&happened[k]) + ": " + n.Sentence(&happened[k])
			if i == 0 && got != want[k] {
				t.Errorf("got %q, want %q", got, want[k])
			}
			if strings.ContainsAny(got, "<{") {
				t.Errorf("%s: %q", code, got)
			}
		}
	}
}

// changed is a schedule of three meetings and what became of it.
func changed(ev *event.Event) (before, after []event.Meeting, changes []plan.MeetingChange) {
	s := ev.Session("changsha")
	at := func(firm, buyer string, slot int, table, interpreter string) event.Meeting {
		return event.Meeting{Firm: firm, Buyer: buyer, Slot: slot, Start: s.Slots[slot].Start, End: s.Slots[slot].End, Table: table, Interpreter: interpreter}
	}
	before = []event.Meeting{at("F08", "C01", 1, "A1", "KZ1"), at("F01", "C03", 1, "A2", ""), at("F04", "C06", 3, "A1", "KZ2"), at("F09", "C05", 3, "A3", "KZ3")}
	after = []event.Meeting{at("F08", "C01", 4, "A3", "KZ2"), at("F01", "C03", 1, "A1", ""), at("F09", "C05", 3, "A3", "KZ3"), at("F02", "C04", 3, "A1", "")}
	part := func(m []event.Meeting) *event.Schedule {
		return &event.Schedule{Sessions: []event.SessionSchedule{{Session: s.ID, Meetings: m}}}
	}
	return before, after, plan.Differences(part(before), part(after))
}

func TestEverybodyIsToldInTheirLanguage(t *testing.T) {
	ev := jinju(t)
	_, _, changes := changed(ev)
	got := map[string]Party{}
	var order []string
	for _, p := range Tell(event.NewIndex(ev), changes) {
		got[p.ID] = p
		order = append(order, p.ID)
	}
	if want := []string{"F01", "F02", "F04", "F08", "C01", "C03", "C04", "C06", "KZ1", "KZ2"}; !slices.Equal(order, want) {
		t.Errorf("told are %v, want %v", order, want)
	}
	for id, want := range map[string][2]string{
		"F08": {"ko", "[2019 진주시 기계산업 무역사절단 (창사·모스크바)] 두루유압 담당자님, 상담 일정이 바뀌어 알려 드립니다.\n" +
			"· 10:30 후난웨헝건설기계 상담이 13:30(A3번 테이블)로 옮겨졌습니다.\n시간은 창사 현지 시각입니다."},
		"C06": {"zh", "\n· 11:30 与坚铸铸造的洽谈已取消。\n"},
		"C03": {"zh", "\n· 10:30 与韩星航空结构的洽谈时间不变，地点改为A1 号桌。\n"},
		"KZ1": {"ko", "\n· 10:30 두루유압 – 후난웨헝건설기계 상담의 통역은 하지 않으셔도 됩니다.\n"},
		"KZ2": {"ko", "\n· 13:30 두루유압 – 후난웨헝건설기계 상담의 통역을 맡아 주십시오(A3번 테이블).\n"},
	} {
		if p := got[id]; p.Language != want[0] || !strings.Contains(p.Text, want[1]) {
			t.Errorf("%s (%s):\n%s\nwant\n%s", id, p.Language, p.Text, want[1])
		}
	}
	for i := range ev.Buyers {
		ev.Buyers[i].Languages = []string{"vi", "ru"}
	}
	for _, p := range Tell(event.NewIndex(ev), changes) {
		if p.ID == "C01" && (p.Language != "ru" || !strings.Contains(p.Text, "переносится на 13:30, стол A3")) {
			t.Errorf("%+v", p)
		}
	}
}

func TestTheGridSetsBeforeAndAfterSideBySide(t *testing.T) {
	ev := jinju(t)
	before, after, changes := changed(ev)
	g := NewGrid(NewNames(event.NewIndex(ev), ev.Session("changsha"), lang.New("en")), before, after, changes)
	if want := []string{"10:30", "11:30", "13:30"}; !slices.Equal(g.Columns, want) {
		t.Errorf("columns %v", g.Columns)
	}
	said := func(m *GridMeeting) string {
		if m == nil {
			return "-"
		}
		return strings.Fields(m.Firm)[0] + m.Interpreter
	}
	var got []string
	for _, r := range g.Rows {
		for i, c := range r.Cells {
			got = append(got, r.Table+" "+g.Columns[i]+" "+said(c.Gone)+" "+said(c.New)+" "+said(c.Same))
		}
	}
	want := []string{
		"A1 10:30 DuruKZ1 Hanbyeol -", "A1 11:30 GutsenKZ2 Saeon -", "A1 13:30 - - -", "A2 10:30 Hanbyeol - -", "A2 11:30 - - -", "A2 13:30 - - -",
		"A3 10:30 - - -", "A3 11:30 - - SaebyeokKZ3", "A3 13:30 - DuruKZ2 -",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
