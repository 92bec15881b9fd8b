package calendar_test

import (
	"bytes"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
	"pgregory.net/rapid"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
	"sangdam/internal/report/calendar"
	"sangdam/internal/report/reporttest"
)

var now = time.Date(2026, 9, 1, 8, 30, 0, 0, time.UTC)

// write writes a calendar and checks what every file must be: lines of 75 octets at most, ended by CR LF, no character cut.
func write(t interface {
	Helper()
	Fatalf(string, ...any)
}, c calendar.Calendar) string {
	t.Helper()
	var b bytes.Buffer
	if err := calendar.Write(&b, c, now); err != nil {
		t.Fatalf("%v", err)
	}
	s := b.String()
	rest, ok := strings.CutSuffix(s, "\r\n")
	if !ok {
		t.Fatalf("the file does not end with a line end")
	}
	for _, line := range strings.Split(rest, "\r\n") {
		if len(line) > 75 || line == "" || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Fatalf("bad line of %d octets: %q", len(line), line)
		}
	}
	return s
}

// read parses a calendar with a parser of another make.
func read(t interface {
	Helper()
	Fatalf(string, ...any)
}, s string) *ical.Calendar {
	t.Helper()
	c, err := ical.NewDecoder(strings.NewReader(s)).Decode()
	if err != nil {
		t.Fatalf("%v\n%s", err, s)
	}
	return c
}

func text(t interface {
	Helper()
	Fatalf(string, ...any)
}, props ical.Props, name string) string {
	t.Helper()
	s, err := props.Text(name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s
}

func TestAnotherMakeReadsWhatIsWritten(t *testing.T) {
	ev := reporttest.Fair()
	for _, l := range event.Languages {
		v := lang.New(l)
		for _, a := range agenda.NewBook(ev, reporttest.FairSchedule(ev), v, agenda.Options{Contacts: true}).All() {
			c := calendar.Of(a, v)
			s := write(t, c)
			parsed := read(t, s)
			if err := strict(parsed); err != nil {
				t.Errorf("%s %s: %v", l, a.Participant.ID, err)
			}
			events := parsed.Events()
			if len(events) != len(a.Meetings) {
				t.Fatalf("%s %s: %d entries, want %d", l, a.Participant.ID, len(events), len(a.Meetings))
			}
			for i, e := range events {
				start, err := e.DateTimeStart(nil)
				if err != nil {
					t.Fatal(err)
				}
				end, err := e.DateTimeEnd(nil)
				if err != nil {
					t.Fatal(err)
				}
				m := a.Meetings[i]
				if !start.Equal(m.Start) || !end.Equal(m.End) || start.Location().String() != m.Zone {
					t.Errorf("%s %s: %v to %v, want %v to %v", l, a.Participant.ID, start, end, m.Start, m.End)
				}
				if summary := text(t, e.Props, ical.PropSummary); !strings.Contains(summary, m.Counterparts[0].Name) {
					t.Errorf("%s %s: summary %q lacks %s", l, a.Participant.ID, summary, m.Counterparts[0].Name)
				}
				if location := text(t, e.Props, ical.PropLocation); !strings.Contains(location, m.Table) || !strings.Contains(location, m.Venue) {
					t.Errorf("%s %s: location %q", l, a.Participant.ID, location)
				}
			}
			if strings.Contains(s, "example") || strings.Contains(s, "+82") || strings.Contains(s, "강하늘") {
				t.Errorf("%s %s: somebody's contact is in the calendar", l, a.Participant.ID)
			}
		}
	}
}

// strict checks what RFC 5545 and RFC 5546 demand of a published calendar, by encoding it with the other make, which refuses
// what is missing or doubled, and by looking at what that does not.
func strict(c *ical.Calendar) error { return ical.NewEncoder(&bytes.Buffer{}).Encode(c) }

func TestHostileTexts(t *testing.T) {
	texts := rapid.StringOfN(rapid.OneOf(
		rapid.RuneFrom([]rune(",;:\\\"'\n\r\t <>=漢字한글Яё🙂\u202e\u2028\u0000\u007f")), rapid.Rune(),
	), 0, 120, -1)
	rapid.Check(t, func(t *rapid.T) {
		e := calendar.Entry{
			UID: "1@sangdam", Start: now, End: now.Add(time.Hour), Zone: "Asia/Seoul", Summary: texts.Draw(t, "summary"),
			Location: texts.Draw(t, "location"), Description: texts.Draw(t, "description"),
			Organizer: calendar.Organizer{Name: texts.Draw(t, "organizer"), Email: "desk@fair.example"},
		}
		c := calendar.Calendar{Name: texts.Draw(t, "name"), Language: "ko", Entries: []calendar.Entry{e}}
		parsed := read(t, write(t, c))
		got := parsed.Events()[0]
		for name, want := range map[string]string{ical.PropSummary: e.Summary, ical.PropLocation: e.Location, ical.PropDescription: e.Description} {
			if s := text(t, got.Props, name); s != printable(want) {
				t.Fatalf("%s: got %q, want %q", name, s, printable(want))
			}
		}
		if s := text(t, parsed.Props, ical.PropName); s != printable(c.Name) {
			t.Fatalf("name: got %q, want %q", s, printable(c.Name))
		}
		if n := len(parsed.Events()); n != 1 {
			t.Fatalf("%d entries", n)
		}
	})
}

// printable is what of a text can be in a calendar.
func printable(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(s)
	var b strings.Builder
	for _, r := range s {
		if r == '\n' || r >= 0x20 && (r < 0x7f || r >= 0xa0) {
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}

func TestAFeedSaysWhenToComeBack(t *testing.T) {
	parsed := read(t, write(t, calendar.Calendar{Name: "n", URL: "https://fair.example/feed", Refresh: 15 * time.Minute}))
	for name, want := range map[string]string{
		"REFRESH-INTERVAL": "PT15M", "X-PUBLISHED-TTL": "PT15M", "URL": "https://fair.example/feed", "METHOD": "PUBLISH", "NAME": "n", "X-WR-CALNAME": "n",
	} {
		if got := parsed.Props.Get(name); got == nil || got.Value != want {
			t.Errorf("%s is %v, want %s", name, got, want)
		}
	}
}
