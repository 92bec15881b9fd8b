package pdf

import (
	"bytes"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/internal/report/agenda"
	"sangdam/internal/report/reporttest"
)

func headOf(ev *event.Event, language string) Head {
	v := lang.New(language)
	return Head{Event: v.Text(ev.Name), Made: time.Date(2026, 9, 1, 8, 30, 0, 0, time.UTC), Voice: v}
}

// papers are all documents of an event, in one language.
func papers(ev *event.Event, s *event.Schedule, language string) map[string]func(io.Writer) error {
	head := headOf(ev, language)
	r := report.Of(ev, s)
	sectors := map[string]event.Text{"aerospace": {By: map[string]string{"ko": "항공우주", "en": "aerospace", "zh": "航空航天", "ru": "авиация"}}}
	agendas := agenda.NewBook(ev, s, head.Voice, agenda.Options{Contacts: true}).All()
	return map[string]func(io.Writer) error{
		"agendas": func(w io.Writer) error { return Agendas(w, head, agendas) },
		"grid":    func(w io.Writer) error { return Grids(w, head, GridsOf(ev, s, head.Voice)) },
		"signs":   func(w io.Writer) error { return Signs(w, head, SignsOf(ev, s, head.Voice), false) },
		"tents":   func(w io.Writer) error { return Signs(w, head, SignsOf(ev, s, head.Voice), true) },
		"logs":    func(w io.Writer) error { return Logs(w, head, LogsOf(ev, s, head.Voice), 1385.5) },
		"report": func(w io.Writer) error {
			return Final(w, head, FinalReport{Report: r, Views: report.ViewsOf(ev, r, head.Voice, sectors), Won: 1385.5})
		},
	}
}

func set(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func init() { api.DisableConfigDir() }

// validate has a program of another make check a file by the standard, strictly, and returns its number of pages.
func validate(t testing.TB, file []byte) int {
	t.Helper()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	if err := api.Validate(bytes.NewReader(file), conf); err != nil {
		t.Fatal(err)
	}
	pages, err := api.PageCount(bytes.NewReader(file), conf)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// poppler runs one of its programs on a file; a machine that lacks it skips the test.
func poppler(t testing.TB, program string, file []byte, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed (Debian: poppler-utils)", program)
	}
	cmd := exec.Command(program, args...)
	cmd.Stdin = bytes.NewReader(file)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, out)
	}
	return string(out)
}

// textOf is what a reader can search and copy, without spaces, since names are broken into lines.
func textOf(t testing.TB, file []byte) string {
	t.Helper()
	return unspaced(poppler(t, "pdftotext", file, "-raw", "-", "-"))
}

func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func TestEveryPaperInEveryLanguageIsValid(t *testing.T) {
	ev := reporttest.Fair()
	s := reporttest.FairSchedule(ev)
	pages := map[string]int{"agendas": 6, "grid": 2, "signs": 3, "tents": 3, "logs": 7}
	for _, l := range event.Languages {
		for name, write := range papers(ev, s, l) {
			file := set(t, write)
			if got := validate(t, file); pages[name] > 0 && got != pages[name] {
				t.Errorf("%s %s has %d pages, want %d", l, name, got, pages[name])
			}
			if len(file) > 130_000 {
				t.Errorf("%s %s has %d bytes", l, name, len(file))
			}
			if again := set(t, papers(ev, s, l)[name]); !bytes.Equal(file, again) {
				t.Errorf("%s %s: the same input gives other bytes", l, name)
			}
		}
	}
}

func TestNothingAtAllIsStillAPage(t *testing.T) {
	for _, l := range event.Languages {
		for name, write := range papers(&event.Event{ID: "none", Name: event.Text{Plain: "none"}}, &event.Schedule{}, l) {
			if got := validate(t, set(t, write)); got != 1 {
				t.Errorf("%s %s: %d pages, want 1", l, name, got)
			}
		}
	}
}

func TestEveryNameCanBeRead(t *testing.T) {
	ev := reporttest.Fair()
	s := reporttest.FairSchedule(ev)
	for _, l := range event.Languages {
		text := map[string]string{}
		for name, write := range papers(ev, s, l) {
			text[name] = textOf(t, set(t, write))
		}
		want := func(paper string, names ...string) {
			for _, n := range names {
				if !strings.Contains(text[paper], unspaced(n)) {
					t.Errorf("%s %s does not show %q:\n%s", l, paper, n, text[paper])
				}
			}
		}
		for i := range ev.Firms {
			f := &ev.Firms[i]
			for _, paper := range []string{"agendas", "grid", "logs", "report"} {
				want(paper, f.Name.In(l))
			}
			for _, paper := range []string{"signs", "tents"} {
				want(paper, f.Name.In("ko"), f.Name.In("en"), f.Name.In("zh"))
			}
			want("logs", f.Products[0].Name.In(l), f.Products[0].HS[0])
		}
		for i := range ev.Buyers {
			for _, paper := range []string{"agendas", "grid", "logs"} {
				want(paper, ev.Buyers[i].Name.In(l))
			}
		}
		want("agendas", "purchase@yuheng.example", "강하늘", "09:00–09:30", "UTC+8", "UTC-4")
		want("logs", "changsha-001", "250", ev.Sessions[0].Interpreters[0].Name.In(l))
		want("report", lang.New(l).Dollars(34100000), lang.New(l).Country("CN"))
	}
}

func TestContactsAreNowhereElse(t *testing.T) {
	ev := reporttest.Fair()
	for name, write := range papers(ev, reporttest.FairSchedule(ev), "ko") {
		if text := textOf(t, set(t, write)); name != "agendas" && (strings.Contains(text, "example") || strings.Contains(text, "강하늘")) {
			t.Errorf("%s shows a contact", name)
		}
	}
}

func TestFontsAreEmbeddedSubsets(t *testing.T) {
	ev := reporttest.Fair()
	for name, write := range papers(ev, reporttest.FairSchedule(ev), "zh") {
		lines := strings.Split(strings.TrimSpace(poppler(t, "pdffonts", set(t, write), "-")), "\n")
		if len(lines) < 3 {
			t.Fatalf("%s has no fonts: %q", name, lines)
		}
		for _, font := range lines[2:] {
			if !strings.Contains(font, "yes yes yes") { // embedded, a subset, with its characters told
				t.Errorf("%s: %s", name, font)
			}
		}
	}
}

func TestTheOutlineListsEveryParticipant(t *testing.T) {
	ev := reporttest.Fair()
	ev.Firms[0].Name = event.Text{Plain: "한별 🙂\n𠮷항공"}
	file := set(t, papers(ev, reporttest.FairSchedule(ev), "ko")["agendas"])
	marks, err := api.Bookmarks(bytes.NewReader(file), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i, m := range marks {
		if m.PageFrom != i+1 {
			t.Errorf("%s is on page %d, want %d", m.Title, m.PageFrom, i+1)
		}
		got = append(got, m.Title)
	}
	if want := []string{"한별 □항공", "똠방각하 펌프", "후난위헝", "빈토크릴리예", "Ärger & Łódź Übersee, Inc.", "통역 하나"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
