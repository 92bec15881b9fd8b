package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/sheet"
)

// write puts a file of a test on disk and returns its path.
func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAFileIsBroughtInCorrectedAndReplaced(t *testing.T) {
	s := webtest.Start(t)
	browser := s.Open(t)
	document := string(fixtures.Jinju2019())
	for _, language := range []string{"ko", "ru"} {
		t.Run(language, func(t *testing.T) {
			id := "jinju-" + language
			named := strings.Replace(document, `"id": "jinju-2019"`, `"id": "`+id+`"`, 1)
			p := browser.Page(t, webtest.View{Language: language})
			p.Go("/")
			p.Wait("[data-import-choose]")
			p.Axe()
			p.Fits()
			p.Upload("#file", write(t, "event.json", strings.Replace(named, `"country": "CN"`, `"country": "China"`, 1)))
			p.Wait(".import-result .table")
			if got := p.Text(".import-result tbody"); !strings.Contains(got, "sessions[0].country") || !strings.Contains(got, "China") {
				t.Errorf("the fault is told as %q", got)
			}
			p.Shot("start-faults-" + language)
			p.Axe()
			p.Fits()
			p.Upload("#file", write(t, "event.json", named))
			p.Until(`location.pathname === "/events/` + id + `/matches"`)

			p.Go("/")
			p.Wait("[data-import-choose]")
			p.Shot("start-" + language)
			p.Run(fmt.Sprintf(`{const files = new DataTransfer(); files.items.add(new File([%s], "event.json"));
				document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true}))}`, quoted(t, named)))
			p.Wait(".import-result .notice")
			p.Shot("start-same-" + language)
		})
	}
}

func TestTheExampleOpensFromTheStart(t *testing.T) {
	s := webtest.Start(t)
	p := s.Open(t).Page(t, webtest.View{Language: "ko", Width: 360, Height: 780})
	p.Go("/")
	p.Shot("start-empty-phone")
	p.Axe()
	p.Fits()
	p.Click(`form[action="/example"] button`)
	p.Until(`document.querySelector("[data-heat]")?.dataset.drawn > 0`)
	p.Shot("matches-phone")
	p.Axe()
	p.Fits()
}

// quoted writes a text as JavaScript does.
func quoted(t *testing.T, text string) string {
	t.Helper()
	out, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// workbook returns the Jinju event as a workbook in which a cell of the first row of a sheet is changed: the one under the first heading that begins so.
func workbook(t *testing.T, key, heading, value string) string {
	t.Helper()
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := sheet.WriteWorkbook(&out, ev, sheet.WriteOptions{Languages: []string{"ko"}}); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, s := range sheet.Sheets() {
		if s.Key != key {
			continue
		}
		rows, err := book.GetRows(s.Name.In("ko"))
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, cell := range row {
				if !strings.HasPrefix(cell, heading) {
					continue
				}
				at, err := excelize.CoordinatesToCellName(c+1, r+2)
				if err != nil {
					t.Fatal(err)
				}
				if err := book.SetCellValue(s.Name.In("ko"), at, value); err != nil {
					t.Fatal(err)
				}
				path := filepath.Join(t.TempDir(), "event.xlsx")
				if err := book.SaveAs(path); err != nil {
					t.Fatal(err)
				}
				return path
			}
		}
	}
	t.Fatalf("no sheet %s has the heading %q", key, heading)
	return ""
}

func TestAWorkbookShowsWhatItWouldChange(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{})
	p.Go("/")
	p.Wait("[data-import-choose]")
	p.Upload("#file", workbook(t, "buyers", "국가", "나라"))
	p.Wait(".import-result .notice-bad")
	if got := p.Text(".import-result tbody"); !strings.Contains(got, "바이어") || !strings.Contains(got, "나라") {
		t.Errorf("the fault is told as %q", got)
	}
	p.Wait(`[formaction="/import/marked"]`)
	p.Shot("start-workbook-faults")
	p.Upload("#file", workbook(t, "buyers", "바이어명", "새 이름의 바이어"))
	p.Wait(`[name="confirm"]`)
	if got := p.Text(".import-result tbody"); !strings.Contains(got, "새 이름의 바이어") {
		t.Errorf("the change is told as %q", got)
	}
	p.Shot("start-workbook-changes")
	p.Axe()
	p.Fits()
	p.Click(`[name="confirm"]`)
	p.Until(`location.pathname === "/events/` + id + `/matches"`)
	now, err := s.Desk.Event(t.Context(), s.Admin, id)
	if err != nil {
		t.Fatal(err)
	}
	if got := now.Value.Buyers[0].Name.In("ko"); got != "새 이름의 바이어" {
		t.Errorf("the buyer is called %q", got)
	}
}
