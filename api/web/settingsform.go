package web

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A textField is a text for people in a form: one field, or one for each language.
type textField struct {
	Name   string
	Plain  bool
	Values []textValue
}

type textValue struct{ Code, Language, Value string }

func newTextField(name string, t event.Text) textField {
	if t.By == nil && t.Plain != "" {
		return textField{Name: name, Plain: true, Values: []textValue{{"", "", t.Plain}}}
	}
	f := textField{Name: name}
	for _, code := range event.Languages {
		f.Values = append(f.Values, textValue{code, languageNames[code], t.By[code]})
	}
	return f
}

// readText reads what newTextField showed. Languages that the form does not show are kept.
func readText(form func(string) string, name string, before event.Text) event.Text {
	if before.By == nil && before.Plain != "" {
		return event.Text{Plain: strings.TrimSpace(form(name))}
	}
	by := map[string]string{}
	for code, text := range before.By {
		by[code] = text
	}
	for _, code := range event.Languages {
		delete(by, code)
		if text := strings.TrimSpace(form(name + "." + code)); text != "" {
			by[code] = text
		}
	}
	if len(by) == 0 {
		return event.Text{}
	}
	return event.Text{By: by}
}

// A sessionForm is the part of a session in the form of its event.
type sessionForm struct {
	Prefix, ID        string
	Name, City        textField
	Country, TimeZone string
	Tables            string     // names, one a line, or a number
	Slots             string     // one a line: 2019-10-29 10:00-10:30
	name, city        event.Text // as the fields say, with the languages that they do not show
}

func newSessionForm(i int, s *event.Session) sessionForm {
	f := sessionForm{Prefix: fmt.Sprintf("session%d", i), ID: s.ID, Country: s.Country, TimeZone: s.TimeZone}
	f.Name, f.City = newTextField(f.Prefix+".name", s.Name), newTextField(f.Prefix+".city", s.City)
	f.Tables = strconv.Itoa(s.Tables.Count)
	if s.Tables.Names != nil {
		f.Tables = strings.Join(s.Tables.Names, "\n")
	}
	f.Slots = formatSlots(s)
	return f
}

func readSessionForm(form func(string) string, i int, before *event.Session) sessionForm {
	f := sessionForm{Prefix: fmt.Sprintf("session%d", i), ID: before.ID}
	f.name, f.city = readText(form, f.Prefix+".name", before.Name), readText(form, f.Prefix+".city", before.City)
	f.Name, f.City = newTextField(f.Prefix+".name", f.name), newTextField(f.Prefix+".city", f.city)
	f.Country = strings.ToUpper(strings.TrimSpace(form(f.Prefix + ".country")))
	f.TimeZone = strings.TrimSpace(form(f.Prefix + ".zone"))
	f.Tables = form(f.Prefix + ".tables")
	f.Slots = strings.ReplaceAll(form(f.Prefix+".slots"), "\r\n", "\n")
	return f
}

// A formFault is something in a form that cannot be read.
type formFault struct {
	id   string // of the message
	args lang.Args
}

func (f formFault) in(v *lang.Voice) string { return v.Say(f.id, f.args) }

// apply writes the form into a session, or returns what cannot be read in it.
func (f sessionForm) apply(s *event.Session) []formFault {
	s.Name, s.City, s.Country, s.TimeZone = f.name, f.city, f.Country, f.TimeZone
	s.Tables = readTables(f.Tables)
	place, err := time.LoadLocation(f.TimeZone)
	if err != nil || f.TimeZone == "" {
		return []formFault{{"web.settings.fault.zone", lang.Args{"Session": f.ID, "Zone": f.TimeZone}}}
	}
	slots, faults := readSlots(f.Slots, f.ID, place)
	if len(faults) == 0 && f.Slots != formatSlots(s) { // as they were: written as they were
		s.Slots = slots
	}
	return faults
}

// readTables reads names, one a line, or a single number of tables.
func readTables(text string) event.Tables {
	var names []string
	for line := range strings.Lines(text) {
		if name := strings.TrimSpace(line); name != "" {
			names = append(names, name)
		}
	}
	if len(names) == 1 {
		if n, err := strconv.Atoi(names[0]); err == nil {
			return event.Tables{Count: n}
		}
	}
	return event.Tables{Names: names}
}

func formatSlots(s *event.Session) string {
	place, err := time.LoadLocation(s.TimeZone)
	if err != nil {
		place = time.UTC
	}
	var out strings.Builder
	for _, slot := range s.Slots {
		fmt.Fprintf(&out, "%s-%s\n", slot.Start.In(place).Format("2006-01-02 15:04"), slot.End.In(place).Format("15:04"))
	}
	return out.String()
}

var slotLine = regexp.MustCompile(`^(\d{4}-\d{1,2}-\d{1,2})\s+(\d{1,2}:\d{2})\s*[-–—~〜]\s*(\d{1,2}:\d{2})$`)

// readSlots reads slots, one a line, in a time zone. An end that is not after its start is of the next day.
func readSlots(text, session string, place *time.Location) (slots []event.Interval, faults []formFault) {
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		m := slotLine.FindStringSubmatch(line)
		if m == nil {
			faults = append(faults, formFault{"web.settings.fault.slot", lang.Args{"Session": session, "Line": n, "Text": line}})
			continue
		}
		start, err := time.ParseInLocation("2006-1-2 15:04", m[1]+" "+m[2], place)
		end, errEnd := time.ParseInLocation("2006-1-2 15:04", m[1]+" "+m[3], place)
		if err != nil || errEnd != nil {
			faults = append(faults, formFault{"web.settings.fault.slot", lang.Args{"Session": session, "Line": n, "Text": line}})
			continue
		}
		if !end.After(start) {
			end = end.AddDate(0, 0, 1)
		}
		slots = append(slots, event.Interval{Start: start, End: end})
	}
	return slots, faults
}
