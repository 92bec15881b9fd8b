package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangdam/event"
)

func template(t *testing.T, opt WriteOptions) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := WriteTemplate(&b, opt); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// type rows into a sheet under its headings, from the first row after the example.
func typeRows(t *testing.T, f *excelize.File, sheet string, rows ...[]any) {
	t.Helper()
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, cellName(3+i, 1), &row); err != nil {
			t.Fatal(err)
		}
	}
}

func readFile(t *testing.T, f *excelize.File) *Result {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return ReadWorkbook(b.Bytes(), ReadOptions{})
}

func TestAnEmptyTemplateAsksForTheEventOnly(t *testing.T) {
	for _, code := range event.Languages {
		r := readFile(t, template(t, WriteOptions{Languages: []string{code}}))
		if len(r.Faults) != 1 || r.Faults[0].Location != "id" {
			t.Errorf("%s: the faults of an empty template: %v", code, r.Faults)
		}
		if len(r.Notes) > 0 {
			t.Errorf("%s: notes of an empty template: %v", code, r.Notes)
		}
	}
}

func TestATemplateFilledInByHand(t *testing.T) {
	f := template(t, WriteOptions{Languages: []string{"ko"}, Texts: []string{"ko", "zh"}})
	// Numbers as numbers, as text, with units; dates as Excel writes them; words and names in Korean and others.
	typeRows(t, f, "행사", []any{"jinju-2026", "진주 무역사절단"})
	typeRows(t, f, "상담회", []any{"changsha", "창사", nil, "창사", nil, "중국", "Asia/Shanghai", "2026년 10월 29일", "오전 9시~12시, 매 30분, 휴식 10:00-10:15", "A1~A3"})
	typeRows(t, f, "통역", []any{"changsha", "I1", "홍길동", nil, "한국어/중국어"})
	typeRows(t, f, "참가기업",
		[]any{" Ｆ０１ ", "가상정밀", nil, "casting、machining", "ISO/TS 16949; AS9100", "한국어·영어", "중국\n러시아", "3,000,000", "5만 달러"},
		[]any{},
		[]any{"F02", "가상주조"})
	typeRows(t, f, "제품", []any{"F01", "날개 리브", nil, nil, nil, "８８０７.30, 7616.99-1000"}, []any{"F02", "주물", nil, nil, nil, 7325.1})
	typeRows(t, f, "바이어", []any{"B001", nil, "虚构贸易", "中国", nil, nil, "普通话", 1.5e6})
	typeRows(t, f, "참가 조건", []any{"F01", "changsha", nil, "4건"})
	typeRows(t, f, "불참 시간", []any{"F02", nil, "changsha", nil, "09:00~10:00"}, []any{"I1", nil, "changsha", "2026-10-29", 0.5, "13:00"})
	typeRows(t, f, "상담 희망", []any{"F01", "B001", "◎"}, []any{"B001", "F02", "거절"})
	typeRows(t, f, "고정 상담", []any{"changsha", "F01", "B001", "오전 9:30", "A2"})
	typeRows(t, f, "수출 통제", []any{"러시아", "8457", 45346})
	typeRows(t, f, "상담 결과", []any{"changsha", "F01", "B001", "참가기업", "예", "25만", nil, nil, "아니요"})
	r := readFile(t, f)
	if len(r.Faults) != 1 || r.Faults[0].Cell != "F4" || r.Faults[0].Sheet != "제품" || r.Faults[0].Code != string(event.CodeHSOdd) ||
		!strings.Contains(r.Faults[0].In("ko"), "7325.10") {
		t.Fatalf("the code that lost its zero: %v", r.Faults)
	}
	if err := f.SetCellStr("제품", "F4", "7325.10"); err != nil {
		t.Fatal(err)
	}
	r = readFile(t, f)
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	want := readDocument(t, `{
		"sangdam": 1, "id": "jinju-2026", "name": {"ko": "진주 무역사절단"},
		"sessions": [{"id": "changsha", "name": {"ko": "창사"}, "city": {"ko": "창사"}, "country": "CN", "time_zone": "Asia/Shanghai", "tables": ["A1", "A2", "A3"],
			"slots": [{"start": "2026-10-29T09:00:00+08:00", "end": "2026-10-29T09:30:00+08:00"}, {"start": "2026-10-29T09:30:00+08:00", "end": "2026-10-29T10:00:00+08:00"},
				{"start": "2026-10-29T10:15:00+08:00", "end": "2026-10-29T10:45:00+08:00"}, {"start": "2026-10-29T10:45:00+08:00", "end": "2026-10-29T11:15:00+08:00"},
				{"start": "2026-10-29T11:15:00+08:00", "end": "2026-10-29T11:45:00+08:00"}],
			"interpreters": [{"id": "I1", "name": {"ko": "홍길동"}, "languages": ["ko", "zh"], "unavailable": [{"start": "2026-10-29T12:00:00+08:00", "end": "2026-10-29T13:00:00+08:00"}]}]}],
		"firms": [{"id": "F01", "name": {"ko": "가상정밀"}, "sectors": ["casting", "machining"], "certificates": ["ISO/TS 16949", "AS9100"], "languages": ["ko", "en"],
				"markets": ["CN", "RU"], "capacity_usd": 3000000, "minimum_order_usd": 50000, "products": [{"name": {"ko": "날개 리브"}, "hs": ["8807.30", "7616.99.1000"]}],
				"sessions": {"changsha": {"max_meetings": 4}}},
			{"id": "F02", "name": {"ko": "가상주조"}, "products": [{"name": {"ko": "주물"}, "hs": ["7325.10"]}],
				"sessions": {"changsha": {"unavailable": [{"start": "2026-10-29T09:00:00+08:00", "end": "2026-10-29T10:00:00+08:00"}]}}}],
		"buyers": [{"id": "B001", "name": {"zh": "虚构贸易"}, "country": "CN", "languages": ["zh"], "volume_usd": 1500000}],
		"requests": [{"from": "F01", "to": "B001", "wish": "must"}, {"from": "B001", "to": "F02", "wish": "never"}],
		"fixed": [{"session": "changsha", "firm": "F01", "buyer": "B001", "slot": 1, "table": "A2"}],
		"controls": [{"country": "RU", "hs": ["8457"], "from": "2024-02-24"}],
		"outcomes": [{"session": "changsha", "firm": "F01", "buyer": "B001", "reported_by": "firm", "held": true, "consulted_usd": 250000, "mou": false}]
	}`)
	if got := asJSON(t, r.Event); got != asJSON(t, want) {
		t.Errorf("read\n%s\nwant\n%s", got, asJSON(t, want))
	}
}

func readDocument(t *testing.T, document string) *event.Event {
	t.Helper()
	ev, err := event.ReadEvent(strings.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

func TestTheTemplateHelpsAndOffers(t *testing.T) {
	f := template(t, WriteOptions{Languages: []string{"en", "ko"}})
	for _, s := range sheets {
		name := s.Name.In("en")
		comments, err := f.GetComments(name)
		if err != nil || len(comments) < len(s.Columns)-1 {
			t.Errorf("%s: %d comments for %d columns, %v", name, len(comments), len(s.Columns), err)
		}
		first, err := f.GetCellValue(name, "A1")
		if want := s.Columns[0].Heading.In("en") + "\n" + s.Columns[0].Heading.In("ko"); err != nil || first != want {
			t.Errorf("%s: the first heading is %q, want %q", name, first, want)
		}
		if panes, err := f.GetPanes(name); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the headings do not stay: %+v, %v", name, panes, err)
		}
	}
	lists, err := f.GetDataValidations("Wishes")
	if err != nil || len(lists) != 1 || !strings.Contains(lists[0].Formula1, "must,want,avoid,never") {
		t.Errorf("the wishes to choose from: %+v, %v", lists, err)
	}
	lists, err = f.GetDataValidations("Products")
	if err != nil || len(lists) != 1 || lists[0].Formula1 != "'Firms'!$A$3:$A$2000" {
		t.Errorf("the firms to choose from: %+v, %v", lists, err)
	}
	for _, cell := range []string{"F5", "A7"} {
		id, err := f.GetCellStyle("Products", cell)
		if err != nil {
			t.Fatal(err)
		}
		if style, err := f.GetStyle(id); err != nil || style.NumFmt != textFormat {
			t.Errorf("Products %s is no text: %+v, %v", cell, style, err)
		}
	}
	if narrowest, err := f.GetColWidth("Firms", "B"); err != nil || narrowest < 14 {
		t.Errorf("a column of Hangul is %v wide, %v", narrowest, err)
	}
}

func TestEverySheetPrintsItsHeadingsOnEachPage(t *testing.T) {
	f := template(t, WriteOptions{Languages: []string{"ru"}, Sectors: knownSectors})
	repeated := make(map[string]bool)
	for _, n := range f.GetDefinedName() {
		repeated[n.Scope] = repeated[n.Scope] || n.Name == "_xlnm.Print_Titles" && strings.HasSuffix(n.RefersTo, "!$1:$1")
	}
	for i, name := range f.GetSheetList() {
		if repeated[name] != (i > 0) {
			t.Errorf("%s: the headings are repeated: %v", name, repeated[name])
		}
		layout, err := f.GetPageLayout(name)
		if err != nil || layout.Size == nil || *layout.Size != 9 {
			t.Errorf("%s is not printed on A4: %v", name, err)
		}
	}
}
