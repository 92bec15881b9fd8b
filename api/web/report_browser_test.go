package web_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	pdfcpu "github.com/pdfcpu/pdfcpu/pkg/api"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

func TestTheReportOfJinjuShowsItsFigures(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	browser := s.Open(t)
	for language, want := range map[string][]string{"ko": {"91건", "2,400만 달러", "4건", "560만 달러"}, "ru": {"91 встреча", "24 млн", "Меморандумы\n4", "5,6 млн"}} {
		t.Run(language, func(t *testing.T) {
			p := browser.Page(t, webtest.View{Language: language, Dark: language == "ru"})
			p.Go("/events/" + id + "/report?won=1385")
			p.Wait(".report-main")
			text := strings.ReplaceAll(p.Text(".report-main"), "\u00a0", " ")
			for _, w := range want {
				if !strings.Contains(text, w) {
					t.Errorf("%q is missing in %q", w, text)
				}
			}
			if n := webtest.Value[int](p, `document.querySelectorAll(".report-chart svg").length`); n != 4 {
				t.Errorf("%d charts", n)
			}
			p.Axe()
			p.Fits()
			p.Shot("report-" + language)
			for form, begin := range map[string]string{"pdf": "%PDF", "xlsx": "PK", "csv": "\ufeff"} {
				data := webtest.Value[string](p, fmt.Sprintf(`fetch("/events/%s/report/report.%s?won=1385").then((r) => r.arrayBuffer()).then((b) => new TextDecoder("utf-8", {ignoreBOM: true}).decode(b.slice(0, 4)))`, id, form))
				if !strings.HasPrefix(data, begin) {
					t.Errorf("%s begins with %q", form, data)
				}
			}
		})
	}
}

func TestTheReportPrintsOnA4(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{})
	p.Go("/events/" + id + "/report")
	p.Wait(".report-main")
	dims, err := pdfcpu.PageDims(bytes.NewReader(p.Print("report-ko")), nil)
	if err != nil || len(dims) < 2 || len(dims) > 6 {
		t.Fatalf("%d pages: %v", len(dims), err)
	}
	for i, d := range dims {
		if math.Abs(d.Width-595) > 2 || math.Abs(d.Height-842) > 2 {
			t.Errorf("page %d is %v", i+1, d)
		}
	}
}

func TestOutcomesAndCompanyPagesFitEverywhere(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	publication := published(t, s, id)
	firm := linkOf(t, s, id, "F01")
	partner := ""
	for _, e := range publication.Entries {
		if e.Firm == "F01" && e.Session == "changsha" {
			partner = e.Buyer
		}
	}
	pages := map[string]string{
		"outcomes": "/events/" + id + "/outcomes", "report": "/events/" + id + "/report", "my": firm, "partners": firm + "/partners", "hours": firm + "/hours",
		"meeting": firm + "/meetings/changsha/" + partner, "gone": firm + "/meetings/changsha/nobody",
	}
	browser := s.Open(t)
	for _, language := range event.Languages {
		for _, width := range []int{360, 1440} {
			t.Run(fmt.Sprintf("%s/%d", language, width), func(t *testing.T) {
				p := browser.Page(t, webtest.View{Language: language, Width: width, Height: 900, Dark: width == 360})
				for name, path := range pages {
					p.Go(path)
					p.Wait("main h1")
					p.Fits()
					if language == "ko" {
						p.Axe()
					}
					p.Shot(fmt.Sprintf("walk-%s-%s-%d", name, language, width))
				}
			})
		}
	}
}
