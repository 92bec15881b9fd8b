package sheet

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// lastYear is the workbook of an office as it was kept for years: titles above the headings, running numbers for ids, names with the
// form of the company, remarks in cells, and a row of totals.
func lastYear(t *testing.T, dates, firm string, hs any) *excelize.File {
	t.Helper()
	f := excelize.NewFile()
	t.Cleanup(func() { f.Close() })
	for _, sheet := range []struct {
		name string
		rows [][]any
	}{
		{"행사", [][]any{{"2026 진주 무역사절단"}, {}, {"행사코드", "명칭"}, {"jinju-2026", "진주 사절단"}}},
		{"상담회", [][]any{{"□ 상담회 개요"}, {}, {"상담회 ID", "상담회명", "개최도시", "국가", "표준 시간대", "날짜", "운영 시간", "테이블"},
			{"changsha", "창사 상담회", "창사", "중국(후난성)", "Asia/Shanghai", dates, "０９:００~１８:００ (점심 12~13시), 30분 단위", "열 개"}}},
		{"참가기업", [][]any{{"2026 참가기업 현황"}, {}, {"연번", "기업명", "업종", "인증", "연락처", "연간 공급 능력(USD)"},
			{1, "㈜한별항공", "항공우주/주조", "AS9100\nISO9001", 821012345678, "300만불"}, {}, {2, "(주)서온", "사출", "-", "010-1234-5678", "약 50만"}, {}, {"합계", nil, nil, nil, nil, 3500000}}},
		{"제품", [][]any{{"연번", "기업명", "품명", "HS 코드"}, {1, firm, "날개 리브\n동체 프레임", hs}, {2, "2", "수산물", "０３０１.１１"}}},
		{"바이어", [][]any{{"바이어 ID", "바이어명", "국가", "상담언어"}, {"B1", "湖南", "중국", "중국어(통역필요), 영어 가능"}}},
		{"수요", [][]any{{"바이어", "희망품목", "HS코드"}, {"B1", "1. 밸브\n2. 펌프", "8481\n8413"}}},
		{"불참 시간", [][]any{{"누구", "상담회", "날짜", "시작", "끝"}, {"B1", "changsha", "10월 29일(목)", "1시", "2시"}, {"2", "changsha", "10/29", "오후 4시~6시", nil}}},
	} {
		if _, err := f.NewSheet(sheet.name); err != nil {
			t.Fatal(err)
		}
		for i, row := range sheet.rows {
			if err := f.SetSheetRow(sheet.name, cellName(i+1, 1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	return f
}

func TestTheWorkbookOfLastYear(t *testing.T) {
	r := readFile(t, lastYear(t, "10월 29일(목)", "주식회사 한별항공", 8807.3))
	got, want := cellsOf(r), []string{"상담회 F4 dates_year", "제품 D2 hs_odd_length"}
	if !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q\n%v", got, want, r.Faults)
	}
	for i, part := range []string{"2026년 10월 29일", "8807.30"} {
		if text := r.Faults[i].In("ko"); !strings.Contains(text, part) {
			t.Errorf("%q is not told: %s", part, text)
		}
	}
	if !slices.ContainsFunc(r.Notes, func(n Note) bool {
		return n.Code == "names" && strings.Contains(n.Text.In("ko"), "주식회사 한별항공 → 1")
	}) {
		t.Errorf("the name in the place of an id is not noted: %+v", r.Notes)
	}
	r = readFile(t, lastYear(t, "2026년 10월 29일(목)", "1", "8807.30"))
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(r.Notes, func(n Note) bool { return n.Code == "total" && n.Cell == "A8" }) {
		t.Errorf("the row of totals is not noted: %+v", r.Notes)
	}
	firms, buyer := r.Event.Firms, r.Event.Buyers[0]
	if len(firms) != 2 || firms[0].CapacityUSD.Or(0) != 3e6 || firms[1].CapacityUSD.Or(0) != 5e5 || len(firms[0].Certificates) != 2 || firms[0].Contact.Phone.Or("") != "821012345678" {
		t.Errorf("the firms are read as %+v", firms)
	}
	if !slices.Equal(buyer.Languages, []string{"zh", "en"}) || len(buyer.Needs[0].HS) != 2 {
		t.Errorf("the buyer is read as %+v", buyer)
	}
	for _, away := range []string{buyer.Sessions["changsha"].Unavailable[0].Start.Format("2006-01-02 15:04"), firms[1].Sessions["changsha"].Unavailable[0].Start.Format("2006-01-02 15:04")} {
		if away != "2026-10-29 13:00" && away != "2026-10-29 16:00" {
			t.Errorf("an absence is read from %s", away)
		}
	}
	if s := r.Event.Sessions[0]; s.Country != "CN" || s.Tables.Count != 10 || len(s.Slots) != 16 {
		t.Errorf("the session is read as %+v", s)
	}
}

func TestWithoutIdsOnlyTheirColumnIsMissed(t *testing.T) {
	r := read(t, map[string]string{
		"sessions.csv": "name,country,time_zone,tables\nx,CN,Asia/Shanghai,3\n", "firms.csv": "name\nImaginary\n",
		"products.csv": "firm,hs\nImaginary,88\n", "unavailability.csv": "who,session,start,end\nB1,x,9:00,9:30\n",
	})
	if got, want := cellsOf(r), []string{"firms missing_column", "sessions missing_column"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q\n%v", got, want, r.Faults)
	}
}
