package web

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// colour is a colour of the tokens, by theme: light, dark.
type colour [2][3]float64

// readColours returns the colours of the tokens by name.
func readColours(t *testing.T) map[string]colour {
	t.Helper()
	text, err := assetFiles.ReadFile("assets/css/1-tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	colours := map[string]colour{}
	for _, m := range regexp.MustCompile(`--([\w-]+): light-dark\(#(\w{6}), #(\w{6})\)`).FindAllStringSubmatch(string(text), -1) {
		var c colour
		for theme, hex := range m[2:] {
			for i := range 3 {
				v, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
				if err != nil {
					t.Fatal(err)
				}
				c[theme][i] = float64(v) / 255
			}
		}
		colours[m[1]] = c
	}
	return colours
}

// contrast is that of WCAG 2.2.
func contrast(a, b [3]float64) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c [3]float64) float64 {
	for i, v := range c {
		if v <= 0.04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2]
}

// pairings are the colours that meet, and the least contrast they need.
var pairings = []struct {
	front, back string
	least       float64
	use         string
}{
	{"ink", "paper", 4.5, "text on the page"},
	{"ink", "surface", 4.5, "text on cards"},
	{"ink", "sunken", 4.5, "text on what is hovered"},
	{"ink-soft", "paper", 4.5, "secondary text on the page"},
	{"ink-soft", "surface", 4.5, "secondary text on cards"},
	{"ink-soft", "sunken", 4.5, "heads of tables, badges"},
	{"accent", "paper", 4.5, "links"},
	{"accent", "surface", 4.5, "links on cards"},
	{"accent-strong", "accent-soft", 4.5, "the current place"},
	{"on-accent", "accent", 4.5, "main buttons"},
	{"on-accent", "accent-strong", 4.5, "main buttons, hovered"},
	{"good", "good-soft", 4.5, "good badges"},
	{"warn", "warn-soft", 4.5, "warnings"},
	{"bad", "bad-soft", 4.5, "faults"},
	{"info", "info-soft", 4.5, "notices"},
	{"ink", "good-soft", 4.5, "text of good notices"},
	{"ink", "warn-soft", 4.5, "text of warnings"},
	{"ink", "bad-soft", 4.5, "text of faults"},
	{"ink", "info-soft", 4.5, "text of notices"},
	{"bad", "surface", 4.5, "buttons that delete"},
	{"ink", "accent-soft", 4.5, "what is chosen"},
	{"line-strong", "surface", 3, "borders of controls"},
	{"line-strong", "paper", 3, "borders on the page"},
	{"focus", "paper", 3, "the focus ring"},
	{"focus", "surface", 3, "the focus ring on cards"},
}

func TestContrasts(t *testing.T) {
	colours := readColours(t)
	var table strings.Builder
	table.WriteString("| text or mark | on | for | needs | light | dark |\n| --- | --- | --- | --- | --- | --- |\n")
	for _, p := range pairings {
		front, ok := colours[p.front]
		back, okBack := colours[p.back]
		if !ok || !okBack {
			t.Fatalf("there is no colour %s or %s", p.front, p.back)
		}
		var got [2]float64
		for theme, name := range []string{"light", "dark"} {
			got[theme] = contrast(front[theme], back[theme])
			if got[theme] < p.least {
				t.Errorf("%s on %s in the %s theme: %.2f, needs %.1f", p.front, p.back, name, got[theme], p.least)
			}
		}
		fmt.Fprintf(&table, "| `%s` | `%s` | %s | %.1f | %.1f | %.1f |\n", p.front, p.back, p.use, p.least, math.Floor(10*got[0])/10, math.Floor(10*got[1])/10)
	}
	holdDocument(t, "../../docs/design.md", "contrasts", table.String())
}

// holdDocument compares a part of a document between two marks, and with UPDATE_DOCS writes it.
func holdDocument(t *testing.T, path, mark, want string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(data), "<!-- "+mark+" -->\n")
	part, after, ended := strings.Cut(rest, "<!-- /"+mark+" -->")
	switch {
	case !found || !ended:
		t.Fatalf("%s has no part %s", path, mark)
	case part == want:
	case os.Getenv("UPDATE_DOCS") == "":
		t.Errorf("%s: the part %s is out of date; UPDATE_DOCS=1 writes it", path, mark)
	default:
		if err := os.WriteFile(path, []byte(before+"<!-- "+mark+" -->\n"+want+"<!-- /"+mark+" -->"+after), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestColoursAreTokens holds that every colour is a token, which has a name and is written once for light and dark.
func TestColoursAreTokens(t *testing.T) {
	files, err := assetFiles.ReadDir("assets/css")
	if err != nil {
		t.Fatal(err)
	}
	token := regexp.MustCompile(`--[\w-]+:[^;]*;`)
	own := regexp.MustCompile(`#[0-9a-fA-F]{3,8}\b|\brgb\(|\bhsl\(`)
	for _, f := range files {
		text, err := assetFiles.ReadFile("assets/css/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range own.FindAllString(token.ReplaceAllString(string(text), ""), -1) {
			t.Errorf("%s has the colour %s", f.Name(), c)
		}
	}
}
