package workbook

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/internal/report/reporttest"
)

func fair(t *testing.T, code string, change func(*event.Event, *event.Schedule)) *excelize.File {
	t.Helper()
	ev := reporttest.Fair()
	s := reporttest.FairSchedule(ev)
	s.Sessions[0].Unplaced = []event.Unplaced{{Firm: "F02", Buyer: "B03", Score: 0.25, Reason: event.ReasonBuyerFull}, {Firm: "F01", Buyer: "B02", Score: 0.75, Reason: event.ReasonTablesFull}}
	if change != nil {
		change(ev, s)
	}
	var b bytes.Buffer
	err := Write(&b, Book{
		Event: ev, Schedule: s, Voice: lang.New(code), Made: time.Date(2026, 10, 20, 0, 0, 0, 0, time.UTC),
		Excluded: []Excluded{{Session: "changsha", Firm: "F01", Buyer: "B03", Reason: event.ReasonControl, Why: event.Text{Plain: "controlled"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func cell(t *testing.T, f *excelize.File, sheet, at string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, at)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestSheetsOfEverybody(t *testing.T) {
	for _, code := range event.Languages {
		f := fair(t, code, nil)
		v := lang.New(code)
		sheets := strings.Join(f.GetSheetList(), "\n")
		for _, want := range []string{v.Say("workbook.grid"), v.Say("workbook.check"), v.Say("workbook.left_out"), "F01 ", "F02 ", "B01 ", "B02 ", "B03 ", "I1 "} {
			if !strings.Contains(sheets, want) {
				t.Errorf("%s: no sheet %q in:\n%s", code, want, sheets)
			}
		}
		for _, name := range f.GetSheetList() {
			if strings.Contains(cell(t, f, name, "A1"), "<") {
				t.Errorf("%s: %s: %q", code, name, cell(t, f, name, "A1"))
			}
		}
		areas := 0
		for _, n := range f.GetDefinedName() {
			if n.Name == "_xlnm.Print_Area" {
				areas++
			}
		}
		if areas != len(f.GetSheetList()) {
			t.Errorf("%s: %d print areas for %d sheets", code, areas, len(f.GetSheetList()))
		}
	}
}

func TestTheGrid(t *testing.T) {
	f := fair(t, "en", nil)
	grid := f.GetSheetList()[0]
	if got := cell(t, f, grid, "A4"); got != "09:00–09:30" {
		t.Errorf("the first slot is %q", got)
	}
	if got, want := cell(t, f, grid, "B4"), "F01 Hanbyeol Aerostructures\nB01 Hunan Yuheng\n(I1)"; got != want {
		t.Errorf("table A1: %q, want %q", got, want)
	}
	if got := cell(t, f, grid, "B6"); got != "" {
		t.Errorf("an empty place holds %q", got)
	}
	one, err := f.GetCellStyle(grid, "B4")
	if err != nil {
		t.Fatal(err)
	}
	if two, _ := f.GetCellStyle(grid, "C4"); one == two {
		t.Error("two sectors have one colour")
	}
}

// Everybody has a row whose formulas count the cells of the grid that begin with its id, or have it on their second line.
func TestTheCheckSheetCountsTheGrid(t *testing.T) {
	f := fair(t, "en", nil)
	grid, check := f.GetSheetList()[0], f.GetSheetList()[1]
	for at, want := range map[string]string{"A6": "F01", "A8": "B01"} {
		if got := cell(t, f, check, at); got != want {
			t.Fatalf("%s is %q, want %q", at, got, want)
		}
	}
	for at, want := range map[string]string{
		"G6": `COUNTIF('` + grid + `'!$B$4:$C$4,"F01 *")`,
		"H8": `COUNTIF('` + grid + `'!$B$5:$C$5,"*"&CHAR(10)&"B01 *")`,
		"D6": "SUM(G6:J6)",
		"C6": `IF(OR(MAX(G6:J6)>F6,AND(ISNUMBER(E6),D6>E6)),"CHECK","OK")`,
	} {
		if got, err := f.GetCellFormula(check, at); err != nil || got != want {
			t.Errorf("%s: %s, want %s (%v)", at, got, want, err)
		}
	}
}

func TestLeftOutPairsAreOrderedAndSayWhy(t *testing.T) {
	f := fair(t, "en", nil)
	rows, err := f.GetRows("Left out")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows[3:] {
		got = append(got, r[1]+" "+r[3]+" "+r[len(r)-1])
	}
	v := lang.New("en")
	want := []string{"F01 B02 " + v.Say("reason.tables_full"), "F02 B03 " + v.Say("reason.buyer_full"), "F01 B03 controlled"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Names that Excel does not take, that are formulas, or that are alike do no harm.
func TestOddNames(t *testing.T) {
	f := fair(t, "ko", func(ev *event.Event, _ *event.Schedule) {
		ev.Firms[0].Name = event.Text{Plain: `=cmd|'/c calc'!A1 [x]:y/z\*? 아주아주아주아주긴이름의주식회사정밀기계공업`}
		ev.Firms[1].Name = event.Text{Plain: "'HISTORY'\x00\x0b"}
		ev.Buyers[0].Name = event.Text{Plain: "<script>alert(1)</script>"}
	})
	seen := map[string]bool{}
	for _, name := range f.GetSheetList() {
		if seen[strings.ToLower(name)] || len([]rune(name)) > 31 {
			t.Errorf("sheet %q", name)
		}
		seen[strings.ToLower(name)] = true
		rows, err := f.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range rows[r] {
				at, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				if formula, _ := f.GetCellFormula(name, at); strings.Contains(formula, "cmd") && !strings.Contains(formula, "COUNTIF") {
					t.Errorf("%s!%s is the formula %q", name, at, formula)
				}
			}
		}
	}
}

// A hall of many gets a sheet for each kind instead of one for each participant.
func TestAHallSharesSheets(t *testing.T) {
	ev, s := reporttest.Hall(200, 60)
	var b bytes.Buffer
	if err := Write(&b, Book{Event: ev, Schedule: &event.Schedule{Format: 1, Event: ev.ID, Sessions: []event.SessionSchedule{{Session: "hall", Meetings: s.Sessions[0].Meetings[:600]}}}, Voice: lang.New("ru")}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if n := len(f.GetSheetList()); n > 6 {
		t.Errorf("%d sheets", n)
	}
}

// LibreOffice opens the workbook, and its formulas find nothing in a good schedule, and whoever is double-booked when a cell of
// the grid is changed by hand.
func TestLibreOfficeSeesADoubleBooking(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: the formulas are not computed")
	}
	dir := t.TempDir()
	good, bad := fair(t, "en", nil), fair(t, "en", nil)
	check := good.GetSheetList()[1]
	if err := bad.SetCellStr(bad.GetSheetList()[0], "C4", "F01 Hanbyeol Aerostructures\nB02 Vintokrylye Uzly JSC"); err != nil {
		t.Fatal(err)
	}
	files := map[string]*excelize.File{"good.xlsx": good, "bad.xlsx": bad}
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out")}
	for name, f := range files {
		if err := f.SaveAs(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
		args = append(args, filepath.Join(dir, name))
	}
	if out, err := exec.CommandContext(t.Context(), office, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for name, want := range map[string][]string{"good.xlsx": {"No double booking and no limit exceeded", "OK", "OK", "3", "1"}, "bad.xlsx": {"1 to look at", "CHECK", "OK", "4", "2"}} {
		f, err := excelize.OpenFile(filepath.Join(dir, "out", name))
		if err != nil {
			t.Fatal(err)
		}
		for i, at := range []string{"A3", "C6", "C7", "D6", "G6"} {
			if got := cell(t, f, check, at); got != want[i] {
				t.Errorf("%s: %s is %q, want %q", name, at, got, want[i])
			}
		}
		f.Close()
	}
}

// The report's amounts are numbers that add up, in dollars and in won; what was reported stands as it was reported.
func TestReportWorkbook(t *testing.T) {
	ev := reporttest.Fair()
	r := report.Of(ev, nil)
	for _, code := range event.Languages {
		v := lang.New(code)
		var b bytes.Buffer
		err := WriteReport(&b, ReportBook{Event: ev, Report: r, Views: report.ViewsOf(ev, r, v, nil), Text: "a paragraph", Voice: v, Won: 1000})
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenReader(&b)
		if err != nil {
			t.Fatal(err)
		}
		sheets := f.GetSheetList()
		if len(sheets) != 6 {
			t.Fatalf("%s: sheets %q", code, sheets)
		}
		raw := func(sheet, at string) string {
			t.Helper()
			s, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			return s
		}
		if got := raw(sheets[0], "B5") + " " + raw(sheets[0], "B8") + " " + raw(sheets[0], "C8"); got != "2 341000 341000000" {
			t.Errorf("%s: totals %q", code, got)
		}
		rows, err := f.GetRows(sheets[1], excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if last := rows[len(rows)-1]; len(rows) != 3+len(ev.Sessions)+1 || last[1] != "2" || last[4] != "341000" {
			t.Errorf("%s: %d rows, the last %q", code, len(rows), last)
		}
		if got := raw(sheets[5], "H4") + raw(sheets[5], "K5"); got != "2500007000" {
			t.Errorf("%s: the first report is %q", code, got)
		}
		if got := raw(sheets[5], "I6"); got != "" {
			t.Errorf("%s: an amount nobody stated is %q", code, got)
		}
		f.Close()
	}
}
