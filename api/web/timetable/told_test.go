package timetable

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// afterwards is the delegation of Jinju, changed since its schedule was made, with the rules that this breaks.
func afterwards(t *testing.T, change func(*event.Event, *event.Meeting)) (*event.Event, *event.Schedule, []plan.Finding) {
	t.Helper()
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		t.Fatal(err)
	}
	_, made := jinju()
	part := *Part(made, "changsha")
	part.Meetings = slices.Clone(part.Meetings)
	first := slices.IndexFunc(part.Meetings, func(m event.Meeting) bool { return m.Interpreter != "" })
	change(ev, &part.Meetings[first])
	part.Meetings = ev.Session("changsha").Renumbered(part.Meetings)
	pairs, err := plan.Match(ev)
	if err != nil {
		t.Fatal(err)
	}
	_, found, err := plan.Restate(ev, part.Session, part.Meetings, pairs)
	if err != nil {
		t.Fatal(err)
	}
	for i := range found {
		found[i].Location = strings.TrimSuffix("sessions[0]."+found[i].Location, ".")
	}
	return ev, &event.Schedule{Sessions: []event.SessionSchedule{part}}, found
}

// number is how a message of the rules speaks of slots; id how it speaks of companies.
var (
	number = regexp.MustCompile(`번 슬롯|slot \d|时段 \d|слот`)
	id     = regexp.MustCompile(`\b[FCR]\d\d\b|sessions\[`)
)

func TestRulesThatAChangedEventBreaksAreToldWithNamesAndTimes(t *testing.T) {
	for rule, change := range map[string]func(*event.Event, *event.Meeting){
		"D2 time":     func(ev *event.Event, m *event.Meeting) { s := ev.Session("changsha"); ev.SetSlots(s, s.Slots[1:]) },
		"D2 firm":     func(ev *event.Event, m *event.Meeting) { delete(firm(ev, m).Sessions, "changsha") },
		"D2 table":    func(ev *event.Event, m *event.Meeting) { ev.Session("changsha").Tables = event.Tables{Count: 10} },
		"D2 nobody":   func(ev *event.Event, m *event.Meeting) { interpreters(ev)[0].ID = "new"; m.Interpreter = "KZ1" },
		"H3":          func(ev *event.Event, m *event.Meeting) { shut(ev, m) },
		"H4":          func(ev *event.Event, m *event.Meeting) { limit(ev, m) },
		"H5":          func(ev *event.Event, m *event.Meeting) { closed(ev, m) },
		"H6 away":     func(ev *event.Event, m *event.Meeting) { interpreterAway(ev, m) },
		"H6 unable":   func(ev *event.Event, m *event.Meeting) { interpreter(ev, m).Languages = []string{"en"} },
		"H7 moved":    func(ev *event.Event, m *event.Meeting) { fix(ev, m, m.Slot+1) },
		"H11 refused": func(ev *event.Event, m *event.Meeting) { refuse(ev, m) },
	} {
		ev, schedule, found := afterwards(t, change)
		want := strings.Fields(rule)[0]
		if !slices.ContainsFunc(found, func(f plan.Finding) bool { return f.Rule == want }) {
			t.Errorf("%s: it is not broken: %v", rule, found)
		}
		for _, language := range event.Languages {
			told := Told(event.NewIndex(ev), schedule, found, lang.New(language))
			if len(told) == 0 {
				t.Errorf("%s: nothing is told in %s", rule, language)
			}
			for _, sentence := range told {
				if number.MatchString(sentence) || strings.Contains(sentence, "<") || !strings.Contains(sentence, " × ") || !strings.Contains(sentence, ":") {
					t.Errorf("%s in %s: %q", rule, language, sentence)
				}
				if id.MatchString(sentence) && rule != "D2 nobody" {
					t.Errorf("%s in %s names an id: %q", rule, language, sentence)
				}
			}
		}
	}
}

func firm(ev *event.Event, m *event.Meeting) *event.Firm {
	return &ev.Firms[slices.IndexFunc(ev.Firms, func(f event.Firm) bool { return f.ID == m.Firm })]
}

func interpreters(ev *event.Event) []event.Interpreter { return ev.Session("changsha").Interpreters }

func interpreter(ev *event.Event, m *event.Meeting) *event.Interpreter {
	all := interpreters(ev)
	return &all[slices.IndexFunc(all, func(in event.Interpreter) bool { return in.ID == m.Interpreter })]
}

func interpreterAway(ev *event.Event, m *event.Meeting) {
	interpreter(ev, m).Unavailable = []event.Interval{{Start: m.Start, End: m.End}}
}

func shut(ev *event.Event, m *event.Meeting) {
	firm(ev, m).Sessions["changsha"] = event.Participation{Unavailable: []event.Interval{{Start: m.Start, End: m.End}}}
}

func limit(ev *event.Event, m *event.Meeting) {
	firm(ev, m).Sessions["changsha"] = event.Participation{MaxMeetings: event.Some(1)}
}

func closed(ev *event.Event, m *event.Meeting) {
	ev.Session("changsha").TablesUnavailable = map[string][]event.Interval{m.Table: {{Start: m.Start, End: m.End}}}
}

func fix(ev *event.Event, m *event.Meeting, slot int) {
	if slot == len(ev.Session("changsha").Slots) {
		slot = 0
	}
	ev.Fixed = []event.Fixed{{Session: "changsha", Firm: m.Firm, Buyer: m.Buyer, Slot: slot}}
}

func refuse(ev *event.Event, m *event.Meeting) {
	ev.Requests = []event.Request{{From: m.Firm, To: m.Buyer, Wish: event.Never}}
}

func TestAFixedMeetingThatIsMissingIsNamed(t *testing.T) {
	var absent event.Buyer
	ev, schedule, found := afterwards(t, func(ev *event.Event, m *event.Meeting) {
		_, made := jinju()
		for _, b := range ev.Buyers {
			held := slices.ContainsFunc(Part(made, "changsha").Meetings, func(o event.Meeting) bool { return o.Buyer == b.ID && o.Firm == m.Firm })
			if _, here := b.In(ev.Session("changsha")); here && !held {
				absent = b
			}
		}
		ev.Requests = nil
		ev.Fixed = []event.Fixed{{Session: "changsha", Firm: m.Firm, Buyer: absent.ID, Slot: 0}}
	})
	told := strings.Join(Told(event.NewIndex(ev), schedule, found, lang.New("ko")), "\n")
	if !strings.Contains(told, absent.Name.In("ko")+", 10:00–10:30") {
		t.Errorf("told %q", told)
	}
}

func TestAMeetingIsWrittenWithTheTimeThatItHas(t *testing.T) {
	s, _ := changsha("en", nil)
	m := s.Part.Meetings[0]
	if got := s.When(&m); got != s.Clock(m.Slot) {
		t.Errorf("in the timetable: %q", got)
	}
	m.Start, m.End = m.Start.AddDate(0, 0, 1), m.End.AddDate(0, 0, 1)
	if got := s.When(&m); !strings.HasSuffix(got, s.Clock(m.Slot)) || got == s.Clock(m.Slot) {
		t.Errorf("a day later: %q", got)
	}
}
