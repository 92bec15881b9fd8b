package web_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	pdfcpu "github.com/pdfcpu/pdfcpu/pkg/api"

	"sangdam/api/web/webtest"
)

func TestTheReportOfJinjuShowsItsFiguresAndPrints(t *testing.T) {
	figures := map[string][]string{"ko": {"91건", "2,400만 달러", "4건", "560만 달러"}, "ru": {"91 встреча", "24 млн", "Меморандумы\n4", "5,6 млн"}}
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		p.Go(f.at("report?won=1385"))
		p.Wait(".report-main")
		for _, want := range figures[f.Language()] {
			told(t, p.Text(".report-main"), want)
		}
		if n := webtest.Value[int](p, `document.querySelectorAll(".report-chart svg").length`); n != 4 {
			t.Errorf("%d charts", n)
		}
		p.State("report")
		for form, begin := range map[string]string{"pdf": "%PDF", "xlsx": "PK", "csv": "\ufeff"} {
			data := webtest.Value[string](p, fmt.Sprintf(`fetch("/events/%s/report/report.%s?won=1385").then((r) => r.arrayBuffer()).then((b) => new TextDecoder("utf-8", {ignoreBOM: true}).decode(b.slice(0, 4)))`, f.id, form))
			if !strings.HasPrefix(data, begin) {
				t.Errorf("%s begins with %q", form, data)
			}
		}
		dims, err := pdfcpu.PageDims(bytes.NewReader(p.Print("report-"+f.Language())), nil)
		if err != nil || len(dims) < 2 || len(dims) > 6 {
			t.Fatalf("%d pages: %v", len(dims), err)
		}
		for i, d := range dims {
			if math.Abs(d.Width-595) > 2 || math.Abs(d.Height-842) > 2 {
				t.Errorf("page %d is %v", i+1, d)
			}
		}
	})
}
