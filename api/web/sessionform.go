package web

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// fillSession writes a session into its form.
func fillSession(s *event.Session, v *lang.Voice) filled {
	f := newFilled()
	place := zoneOfSession(s)
	f.setText("name", s.Name)
	f.setText("city", s.City)
	f.values["country"], f.values["zone"] = s.Country, s.TimeZone
	f.values["slots"] = formatSpans(s.Slots, place)
	f.values["tables"] = strconv.Itoa(s.Tables.Count)
	if s.Tables.Names != nil {
		f.values["tables"] = strings.Join(s.Tables.Names, "\n") + "\n"
	}
	f.values["closed"] = formatClosures(s.TablesUnavailable, place)
	for i := range s.Interpreters {
		in := &s.Interpreters[i]
		at := f.addItem("interpreters", in)
		f.values[at+"id"], f.values[at+"name"] = in.ID, v.Text(in.Name)
		f.values[at+"languages"] = strings.Join(in.Languages, ", ")
		f.values[at+"away"] = formatSpans(in.Unavailable, place)
	}
	return f
}

// readSession writes a form into a session of an event, which says what it was before, and returns what goes with it. Faults are noted.
func (f *faulty) readSession(form filled, ev *event.Event, s *event.Session) event.Losses {
	s.Name, s.City = form.text("name", s.Name), form.text("city", s.City)
	if s.Country = strings.ToUpper(form.get("country")); !event.IsCountry(s.Country) {
		f.add("country", "country", lang.Args{"Got": s.Country})
	}
	before := *s
	place, err := time.LoadLocation(form.get("zone"))
	if s.TimeZone = form.get("zone"); err != nil || s.TimeZone == "" || s.TimeZone == "Local" {
		f.add("zone", "zone", lang.Args{"Zone": s.TimeZone})
		place = zoneOfSession(&before)
	}
	if s.TimeZone != before.TimeZone { // the hours of the clock stay, in the other zone
		before.Slots, before.TablesUnavailable = nil, nil
		before.Interpreters = slices.Clone(before.Interpreters)
		for i := range before.Interpreters {
			before.Interpreters[i].Unavailable = nil
		}
	}
	slots := f.slots(form, "slots", before.Slots, place)
	tables := f.tables(form, "tables")
	s.TablesUnavailable = f.closures(form, "closed", before.TablesUnavailable, tables.List(), place)
	s.Interpreters = f.readInterpreters(form, before.Interpreters, place)
	if len(f.found) > 0 { // nothing is saved: only what else is wrong is looked for
		s.Slots, s.Tables = slots, tables
		return event.Losses{}
	}
	var lost event.Losses
	if !slices.Equal(slots, s.Slots) {
		lost.Add(ev.SetSlots(s, slots))
	}
	lost.Add(ev.SetTables(s, tables))
	return lost
}

// tables reads names, one a line, or a single number of tables.
func (f *faulty) tables(form filled, field string) event.Tables {
	names := form.lines(field)
	if len(names) == 1 {
		if n, err := strconv.Atoi(names[0]); err == nil {
			if n < 1 || n > event.MaxTables {
				f.add(field, "tables", lang.Args{"Max": event.MaxTables})
			}
			return event.Tables{Count: n}
		}
	}
	if len(names) == 0 {
		f.add(field, "tables", lang.Args{"Max": event.MaxTables})
	}
	for i, name := range names {
		if slices.Contains(names[:i], name) {
			f.add(field, "table_twice", lang.Args{"Table": name})
		}
	}
	return event.Tables{Names: names}
}

// readInterpreters reads the rows of interpreters. Who was there before, by the id, keeps what the form does not show.
func (f *faulty) readInterpreters(form filled, before []event.Interpreter, place *time.Location) []event.Interpreter {
	var out []event.Interpreter
	seen := map[string]bool{}
	for _, row := range form.rows["interpreters"] {
		at := "interpreters." + row + "."
		in := event.Interpreter{ID: form.get(at + "id")}
		if i := slices.IndexFunc(before, func(o event.Interpreter) bool { return o.ID == in.ID }); i >= 0 {
			in = before[i]
		}
		switch {
		case !event.IsID(in.ID):
			f.add(at+"id", "id")
		case seen[in.ID]:
			f.add(at+"id", "id_twice", lang.Args{"ID": in.ID})
		}
		seen[in.ID] = true
		if name := form.get(at + "name"); name != f.voice.Text(in.Name) {
			in.Name = renamed(in.Name, name, f.voice.Language())
		}
		in.Languages = f.languages(form, at+"languages", true)
		in.Unavailable = f.spans(form, at+"away", in.Unavailable, place)
		out = append(out, in)
	}
	return out
}

// renamed gives a text that is shown in one language other words there.
func renamed(t event.Text, name, language string) event.Text {
	if t.By == nil {
		return event.Text{Plain: name}
	}
	by := map[string]string{}
	for code, text := range t.By {
		by[code] = text
	}
	if by[language] = name; name == "" {
		return event.Text{}
	}
	return event.Text{By: by}
}

// languages reads the codes of languages.
func (f *faulty) languages(form filled, field string, needed bool) []string {
	var out []string
	for _, code := range form.words(field) {
		code = strings.ToLower(code)
		if n := len(code); (n != 2 && n != 3) || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" {
			f.add(field, "language", lang.Args{"Got": code})
		} else if !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	if needed && len(out) == 0 && len(form.words(field)) == 0 {
		f.add(field, "no_language")
	}
	return out
}

// sessionField finds the field of a session's form for a location below the session in the document.
func sessionField(form filled, below string) string {
	head, rest, _ := strings.Cut(below, ".")
	head, index, _ := strings.Cut(head, "[")
	switch head {
	case "country", "slots", "tables":
		return head
	case "time_zone":
		return "zone"
	case "tables_unavailable":
		return "closed"
	case "interpreters":
		i, err := strconv.Atoi(strings.TrimSuffix(index, "]"))
		if rows := form.rows["interpreters"]; err == nil && i >= 0 && i < len(rows) {
			field, _, _ := strings.Cut(rest, "[")
			if field == "unavailable" {
				field = "away"
			}
			return "interpreters." + rows[i] + "." + field
		}
	}
	return ""
}
