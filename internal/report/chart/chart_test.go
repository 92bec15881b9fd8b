package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/internal/report/reporttest"
)

// An element of an SVG file, read back.
type element struct {
	name, text string
	attributes map[string]string
}

func read(t *testing.T, b Bars) []element {
	t.Helper()
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	var all []element
	for d := xml.NewDecoder(&out); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := element{name: x.Name.Local, attributes: map[string]string{}}
			for _, a := range x.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			all = append(all, e)
		case xml.CharData:
			all[len(all)-1].text += string(x)
		}
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestBarsAreAsLongAsTheirValues(t *testing.T) {
	b := Bars{Title: "T", Names: []string{"a", "b", "c"}, Series: []Series{{Name: "s", Values: []float64{100, 50, 0}, Labels: []string{"100", "50", "0"}}}}
	var long []float64
	for _, e := range read(t, b)[1:] {
		if e.name == "rect" && e.attributes["height"] == "14" {
			long = append(long, number(t, e.attributes["width"]))
			if x := number(t, e.attributes["x"]) + long[len(long)-1]; x > 720 {
				t.Errorf("a bar ends at %v", x)
			}
		}
	}
	if len(long) != 3 || long[1] < long[0]/2-0.2 || long[1] > long[0]/2+0.2 || long[2] != 1 {
		t.Errorf("lengths %v", long)
	}
}

func TestChartsOfAReportInFourLanguages(t *testing.T) {
	ev := reporttest.Fair()
	r := report.Of(ev, nil)
	for _, code := range event.Languages {
		v := lang.New(code)
		charts := Of(report.ViewsOf(ev, r, v, nil), v)
		if len(charts) != 4 {
			t.Fatalf("%s: %d charts", code, len(charts))
		}
		all := read(t, charts[0])
		if all[0].name != "svg" || all[0].attributes["role"] != "img" || all[1].name != "title" || all[1].text == "" {
			t.Errorf("%s: %+v", code, all[:2])
		}
		if d := all[2]; d.name != "desc" || !strings.Contains(d.text, v.Money(r.Sessions[0].Consulted)) {
			t.Errorf("%s: the description is %q", code, d.text)
		}
		for _, e := range all {
			for name := range e.attributes {
				if name == "style" || strings.HasPrefix(name, "on") {
					t.Errorf("%s: %s has the attribute %s", code, e.name, name)
				}
			}
		}
	}
}

func TestNamesAreOnlyNames(t *testing.T) {
	b := Bars{Title: `<script>alert("1")</script>`, Names: []string{"\x00\xff" + strings.Repeat("아주 긴 이름 ", 30)},
		Series: []Series{{Name: "&", Values: []float64{0}, Labels: []string{`"`}}}}
	for _, e := range read(t, b) {
		if e.name == "script" {
			t.Error("a name became a script")
		}
		if e.name == "text" && len([]rune(e.text)) > 80 {
			t.Errorf("%q is not cut", e.text)
		}
	}
}

func TestViewsWithoutAmountsOrWithTooManyLinesAreLeftOut(t *testing.T) {
	v := lang.New("en")
	if got := Of([]report.View{{Title: "none", Lines: []report.ViewLine{{Name: "a"}}}, {Title: "empty"}}, v); len(got) != 0 {
		t.Errorf("%+v", got)
	}
	many := report.View{Title: "many"}
	for range mostLines + 1 {
		many.Lines = append(many.Lines, report.ViewLine{Name: "a", Figures: report.Figures{Consulted: 100}})
	}
	if got := Of([]report.View{many}, v); len(got) != 0 {
		t.Errorf("%d charts", len(got))
	}
}
