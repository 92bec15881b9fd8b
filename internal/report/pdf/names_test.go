package pdf

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
)

// strangeNames are what a name may be, at its worst.
var strangeNames = []string{
	"한글", "a\x00b", "\u202eRTL", "🙂🏳️‍🌈", "ﷺ", "()\\<>", "\xff\xfe", strings.Repeat("W", 120), strings.Repeat("긴 이름 ", 20), "1️⃣ สยาม 𠮷", "\n\n", "",
}

// FuzzNames measures and breaks whatever a name may be, as every paper does. Whole papers are for TestPapersOfStrangeNames.
func FuzzNames(f *testing.F) {
	for _, s := range strangeNames {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if len(name) > 2000 { // longer ones take longer, and nothing else
			return
		}
		shown := plain(name)
		if !utf8.ValidString(shown) || plain(shown) != shown {
			t.Fatalf("plain(%q) is %q, and again %q", name, shown, plain(shown))
		}
		for _, r := range label(name) {
			if r > 0xFFFF || r == '\n' {
				t.Fatalf("the label of %q holds %q", name, r)
			}
		}
		for _, s := range []style{title, small.strong()} {
			const room = 30
			lines := wrap(name, s, room)
			if got, want := unspaced(strings.Join(lines, "")), unspaced(shown); got != want {
				t.Fatalf("broken into lines %q, want %q", got, want)
			}
			for _, l := range lines {
				if w := width(l, s); w > room+0.01 && utf8.RuneCountInString(l) > 1 {
					t.Fatalf("%q is %.2f mm wide, with room for %d", l, w, room)
				}
				sum := 0
				for _, r := range setterOf(s).runs(l) {
					sum += r.width
				}
				if w := float64(sum) * s.size * mm / 1000; w != width(l, s) {
					t.Fatalf("%q is %v mm wide in runs, %v by itself", l, w, width(l, s))
				}
			}
			if small := sparing(name, s, room); small.size > s.size || small.size < s.size*0.7 {
				t.Fatalf("%q is set in %v points, of %v", name, small.size, s.size)
			}
		}
		ev := &event.Event{ID: "e", Firms: []event.Firm{{ID: "F", Name: event.Text{Plain: name}}}}
		legible, found := Legible(ev, true)
		if printed := legible.Firms[0].Name.Plain; printed != "" && !settable(printed) || len(found) == 0 && printed != name {
			t.Fatalf("%q is printed as %q, told %+v", name, printed, found)
		}
	})
}

// TestPapersOfStrangeNames sets every paper with every strange name, unchanged, and has it checked by the standard.
func TestPapersOfStrangeNames(t *testing.T) {
	for _, name := range strangeNames {
		head := Head{Event: name, Voice: lang.New("ko")}
		party := agenda.Party{Participant: agenda.Participant{Kind: agenda.Firm, ID: "F"}, Name: name, Country: name}
		a := agenda.Agenda{Title: name, Participant: party, Meetings: []agenda.Meeting{{Venue: name, Table: name, Counterparts: []agenda.Party{party}, Why: name}}}
		grid := Grid{Where: name, Tables: []string{name}, Keeper: []string{""}, Slots: []event.Interval{{}}, Cells: [][]GridCell{{{Firm: name, Buyer: name, Interpreter: name}}}}
		sign := Sign{Where: name, Table: name, Stays: []Stay{{Names: []string{name, "second"}}, {Names: []string{name}}}}
		for paper, write := range map[string]func(*bytes.Buffer) error{
			"agenda": func(b *bytes.Buffer) error { return Agendas(b, head, []agenda.Agenda{a}) },
			"grid":   func(b *bytes.Buffer) error { return Grids(b, head, []Grid{grid}) },
			"signs":  func(b *bytes.Buffer) error { return Signs(b, head, []Sign{sign}, true) },
			"logs": func(b *bytes.Buffer) error {
				return Logs(b, head, []Log{{Number: name, Firm: party, Buyer: party, Products: []LogProduct{{name, name}}}}, 0)
			},
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil {
				t.Fatalf("%s of %q: %v", paper, name, err)
			}
			validate(t, b.Bytes())
		}
	}
}
