package web_test

import (
	"bytes"
	"fmt"
	"testing"

	pdfcpu "github.com/pdfcpu/pdfcpu/pkg/api"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

// The whole map is printed, and not what the canvas shows of it: on A4, landscape, in parts where it is wider than a sheet.
func TestTheMapPrintsWhole(t *testing.T) {
	const firms = 30
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Width: 700, Height: 500, Dark: true})
		openMap(p, f.id)
		set(p, "heat-sort", "given")
		p.Run(`window.dispatchEvent(new Event("beforeprint"))`)
		if n := webtest.Value[int](p, `document.querySelectorAll(".heat-paper td").length`); n != 30*firms {
			t.Errorf("%d pairs are printed, want %d", n, 30*firms)
		}
		if n := webtest.Value[int](p, `document.querySelectorAll(".heat-paper table").length`); n != 2 {
			t.Errorf("%d tables for %d columns", n, firms)
		}
		told(t, webtest.Value[string](p, `document.querySelector(".heat-paper-by").textContent`), f.Say("web.heat.sort.given"))
		p.Run(`window.dispatchEvent(new Event("afterprint"))`)

		dims, err := pdfcpu.PageDims(bytes.NewReader(p.Print(fmt.Sprintf("matches-%s", f.Language()))), nil)
		if err != nil || len(dims) < 2 || len(dims) > 4 {
			t.Fatalf("%d sheets: %v", len(dims), err)
		}
		for n, d := range dims {
			if d.Width < 840 || d.Width > 843 || d.Height < 593 || d.Height > 597 {
				t.Errorf("sheet %d is %v", n+1, d)
			}
		}
		if webtest.Value[bool](p, `Boolean(document.querySelector(".heat-paper"))`) {
			t.Error("the table stays when all is printed")
		}
	}, func(ev *event.Event) {
		for n := len(ev.Firms); n < firms; n++ {
			more := ev.Firms[n%10]
			more.ID = fmt.Sprintf("F%02d", n+1)
			ev.Firms = append(ev.Firms, more)
		}
	})
}
