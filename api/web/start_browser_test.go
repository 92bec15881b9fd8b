package web_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
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

// drop drops a file on the page, as a hand does from the desktop.
func drop(p *webtest.Page, name string, content []byte) {
	p.Run(fmt.Sprintf(`{const files = new DataTransfer(), bytes = Uint8Array.from(atob(%q), (c) => c.charCodeAt(0));
		files.items.add(new File([bytes], %q));
		document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true}))}`, base64.StdEncoding.EncodeToString(content), name))
}

// workbook returns the Jinju event as a workbook in a language, in which the first row of a sheet has another value in a column.
func workbook(t *testing.T, language, key, column, value string) []byte {
	t.Helper()
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := sheet.WriteWorkbook(&out, ev, sheet.WriteOptions{Languages: []string{language}}); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	all := sheet.Sheets()
	s := all[slices.IndexFunc(all, func(s *sheet.Sheet) bool { return s.Key == key })]
	c := s.Columns[slices.IndexFunc(s.Columns, func(c sheet.Column) bool { return c.Key == column })]
	at, err := book.SearchSheet(s.Name.In(language), "^"+c.Heading.In(language), true) // a text has a column for each language, Korean first
	if err != nil || len(at) == 0 {
		t.Fatalf("the sheet %s has no column %s: %v", key, column, err)
	}
	col, row, err := excelize.CellNameToCoordinates(at[0])
	if err != nil {
		t.Fatal(err)
	}
	cell, err := excelize.CoordinatesToCellName(col, row+1)
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellValue(s.Name.In(language), cell, value); err != nil {
		t.Fatal(err)
	}
	changed, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return changed.Bytes()
}

// faults reads the list of what is wrong with a file.
func faults(p *webtest.Page) string {
	p.Wait(".import-result .notice-bad")
	return p.Text(".import-result tbody")
}

func TestADocumentIsDroppedCorrectedAndReplaced(t *testing.T) {
	document := string(fixtures.Jinju2019())
	fromNothing(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		p.Go("/")
		p.Wait("[data-import-choose]")
		p.State("start-empty")
		p.Upload("#file", write(t, "event.json", strings.Replace(document, `"country": "CN"`, `"country": "China"`, 1)))
		if got := faults(p); !strings.Contains(got, "sessions[0].country") || !strings.Contains(got, "China") {
			t.Errorf("the fault is told as %q", got)
		}
		told(t, p.Text(".import-result .notice-bad"), f.Count("web.import.faults", 1))
		p.State("start-faults")
		drop(p, "event.json", []byte(document))
		p.Until(`location.pathname === "/events/jinju-2019/matches"`)

		p.Go("/")
		p.Wait(".event-card")
		p.State("start-events")
		drop(p, "event.json", []byte(document))
		p.Wait(".import-result .notice")
		told(t, p.Text(".import-result"), f.Say("web.import.same"))
		p.State("start-same")
	})
}

func TestAWorkbookIsDroppedCorrectedAndShowsWhatItWouldChange(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		p.Go("/")
		p.Wait("[data-import-choose]")
		drop(p, "event.xlsx", workbook(t, f.Language(), "buyers", "country", "Atlantis"))
		got := faults(p)
		told(t, got, "Atlantis")
		for _, s := range sheet.Sheets() {
			if s.Key == "buyers" {
				told(t, got, s.Name.In(f.Language()))
			}
		}
		p.Wait(`[formaction="/import/marked"]`)
		p.State("start-workbook-faults")

		const name = "Haeoreum Precision"
		drop(p, "event.xlsx", workbook(t, f.Language(), "buyers", "name", name))
		p.Wait(`[name="confirm"]`)
		told(t, p.Text(".import-result tbody ins"), name) // the Korean name, whatever the reader's language
		told(t, p.Text(".import-result"), f.Say("web.import.replaces"))
		p.State("start-workbook-changes")
		p.Click(`[name="confirm"]`)
		p.Until(`location.pathname === "/events/` + f.id + `/matches"`)
		now, err := f.Desk.Event(t.Context(), f.Admin, f.id)
		if err != nil {
			t.Fatal(err)
		}
		if got := now.Value.Buyers[0].Name.In("ko"); got != name {
			t.Errorf("the buyer is called %q", got)
		}
	})
}

func TestTheEmptyWorkbookAndTheExampleStartAnEvent(t *testing.T) {
	fromNothing(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Width: 360, Height: 780})
		p.Go("/")
		p.State("start-empty")
		data := webtest.Value[string](p, `fetch(document.querySelector("a[download]").href).then((r) => r.arrayBuffer()).then((b) => btoa([...new Uint8Array(b)].map((c) => String.fromCharCode(c)).join("")))`)
		decoded, err := base64.StdEncoding.DecodeString(data)
		if err != nil {
			t.Fatal(err)
		}
		book, err := excelize.OpenReader(bytes.NewReader(decoded))
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		for _, s := range sheet.Sheets() {
			if s.Key == "firms" && !slices.Contains(book.GetSheetList(), s.Name.In(f.Language())) {
				t.Errorf("the sheets are %q", book.GetSheetList())
			}
		}
		p.Click(`form[action="/example"] button`)
		p.Until(`document.querySelector("[data-heat]")?.dataset.drawn > 0`)
		p.State("matches")
	})
}
