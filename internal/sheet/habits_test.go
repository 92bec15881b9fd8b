package sheet

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// Whatever else is wrong in a row is told along with its company, of which nothing is known.
func TestRowsWithoutACompanyAreJudgedToo(t *testing.T) {
	r := read(t, map[string]string{"products.csv": "firm,hs\nZZZZZ9,880\n,x1\n", "needs.csv": "buyer,hs\nZZZZZ9,101\n"})
	got, want := cellsOf(r), []string{
		"needs A2 unknown_id", "needs B2 hs_odd_length",
		"products A2 unknown_id", "products B2 hs_odd_length", "products A3 missing", "products B3 hs_not_digits",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestASheetWithAnotherNameIsTold(t *testing.T) {
	r := read(t, map[string]string{"wanted.csv": "buyer,description,hs\nB1,valves,8481\n", "buyers old.csv": "id,country\nB9,CN\n"})
	codes := map[string]string{}
	for _, n := range r.Notes {
		codes[n.Sheet] = n.Code
	}
	if codes["wanted"] != "renamed_sheet" || codes["buyers old"] != "unknown_sheet" {
		t.Errorf("the notes are %q", codes)
	}
}

func TestWordsForNothing(t *testing.T) {
	r := read(t, map[string]string{
		"firms.csv":  "id,capacity_usd,certificates,markets\nF1,미정,-,없음\n",
		"buyers.csv": "id,country,required_certificates,languages\nB1,CN,없음,N/A\n",
	})
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	f, b := r.Event.Firms[0], r.Event.Buyers[0]
	if len(f.Certificates)+len(f.Markets)+len(b.RequiredCertificates)+len(b.Languages) > 0 || f.CapacityUSD.Or(7) != 7 {
		t.Errorf("a word for nothing is read as something: %+v, %+v", f, b)
	}
}

func TestRunsOfTables(t *testing.T) {
	for text, want := range map[string][]string{
		"A1-A3": {"A1", "A2", "A3"}, "1번~3번": {"1번", "2번", "3번"}, "A9~A10": {"A9", "A10"}, "A~B": {"A~B"}, "hall-1": {"hall-1"}, "A1-B3": {"A1-B3"},
		"1-2": {"1-2"},
	} {
		v, p := parseTables(text)
		var got []string
		for _, name := range v.([]any) {
			got = append(got, name.(string))
		}
		if p != nil || !slices.Equal(got, want) {
			t.Errorf("%q is read as %q, %v, want %q", text, got, p, want)
		}
	}
	for _, text := range []string{"10 테이블", "10석", "10"} {
		if v, _ := parseTables(text); !equal(v, formatNumber(10)) {
			t.Errorf("%q is read as %v", text, v)
		}
	}
}

func TestDaysThatLeaveOutTheYear(t *testing.T) {
	for text, want := range map[string]string{
		"2026.11.30(월)~12.1(화)":     "2026-11-30 2026-12-01",
		"2026년 11월 30일 ~ 12월 1일":    "2026-11-30 2026-12-01",
		"2026-10-29~30":             "2026-10-29 2026-10-30",
		"2026. 10. 29., 11. 2., 3.": "2026-10-29 2026-11-02 2026-11-03",
		"2026/12/31~1/1":            "2026-12-31 2027-01-01",
	} {
		days, unclear, ok := parseDates(text)
		var got []string
		for _, day := range days {
			got = append(got, day.Format(time.DateOnly))
		}
		if !ok || strings.Join(got, " ") != want {
			t.Errorf("%q is read as %q, %q", text, got, unclear)
		}
	}
	for _, text := range []string{"12.1", "30", "2026-10-29~13.1", "2026-10-29~28", "2026-10-29~2.30"} {
		if days, _, ok := parseDates(text); ok {
			t.Errorf("%q is read as %v", text, days)
		}
	}
}

// Files hold more digits of a number than the cell shows.
func TestCodesStoredAsNumbers(t *testing.T) {
	f := template(t, WriteOptions{})
	typeRows(t, f, "행사", []any{"e"})
	typeRows(t, f, "참가기업", []any{"F1"})
	typeRows(t, f, "제품", []any{"F1", nil, nil, nil, nil, 8480.71})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	stored := bytes.ReplaceAll(unpacked(t, b.Bytes(), "xl/worksheets/sheet9.xml"), []byte("8480.71"), []byte("8480.7099999999991"))
	r := ReadWorkbook(replaced(t, b.Bytes(), "xl/worksheets/sheet9.xml", stored), ReadOptions{})
	if err := r.Err(); err != nil {
		t.Fatal(err)
	}
	if hs := r.Event.Firms[0].Products[0].HS; len(hs) != 1 || string(hs[0]) != "8480.71" {
		t.Errorf("the code is read as %q", hs)
	}
}

// Comments of openpyxl are in parts of other names, and would all go into one.
func TestWorkbooksOfOtherProgramsAreMarked(t *testing.T) {
	f := template(t, WriteOptions{})
	typeRows(t, f, "행사", []any{"e"})
	typeRows(t, f, "참가기업", []any{"F 1"})
	typeRows(t, f, "바이어", []any{"B 1", nil, nil, "CN"})
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	foreign := renamedAll(t, b.Bytes(), func(s string) string {
		s = strings.NewReplacer(`"../comments`, `"/xl/comments`, `"../drawings/vml`, `"/xl/drawings/vml`).Replace(s)
		s = commentsPart.ReplaceAllString(s, "xl/comments/comment$1.xml")
		return drawingPart.ReplaceAllString(s, "drawings/commentsDrawing$1.vml")
	})
	r := ReadWorkbook(foreign, ReadOptions{})
	marked, err := Mark(foreign, r, "ko")
	if err != nil {
		t.Fatal(err)
	}
	checkMarked(t, marked, "참가기업", "A3", "F 1")
	checkMarked(t, marked, "바이어", "A3", "B 1")
	again, err := excelize.OpenReader(bytes.NewReader(marked))
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	comments, err := again.GetComments("바이어")
	if err != nil || !slices.ContainsFunc(comments, func(c excelize.Comment) bool { return c.Cell == "D1" }) {
		t.Errorf("the help of a heading is lost: %v, %v", comments, err)
	}
}
