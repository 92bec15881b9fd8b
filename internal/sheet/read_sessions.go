package sheet

import (
	"strings"
	"time"

	"sangdam/internal/sheet/grid"
)

// readEvent reads the event's own row, and the sheets that hang on nothing else.
func (r *reader) readEvent() {
	first := spot{}
	r.rows("event", func(at spot, rec record) {
		if first.table != nil {
			r.faultAt(at, "second_event", args{"First": first.row})
			return
		}
		first = at
		for field, v := range rec.own {
			r.event[field] = v
		}
		r.origin[""] = at
	})
	r.rows("weights", func(at spot, rec record) {
		weights, ok := r.event["weights"].(object)
		if !ok {
			weights = make(object)
			r.event["weights"] = weights
		}
		name := rec.keys["factor"]
		location := join("weights", name)
		if before, twice := r.origin[location]; twice {
			r.cellFault(at, at.table.sheet.column("factor"), "row_twice", args{"First": before.row})
			return
		}
		weight, there := rec.own["weight"]
		switch {
		case there && name != "":
			weights[name] = weight
			r.origin[location] = at
		case !there && rec.problems["weight"] == nil:
			c := at.table.sheet.column("weight")
			r.cellFault(at, c, "missing", args{"Name": c.Heading})
		}
	})
}

// readSessions reads the sessions with their slots, tables and interpreters.
func (r *reader) readSessions() {
	r.rows("sessions", func(at spot, rec record) {
		own := rec.own
		id, _ := own["id"].(string)
		own["slots"] = []any{}
		location := r.add(r.event, "", "sessions", own, at)
		s := newSession(own, location)
		if _, twice := r.scope.sessions[id]; !twice {
			r.scope.sessions[id] = s
		}
		r.timetable(s, at, rec)
		r.seeTables(own["tables"], at)
	})
	r.readSlots()
	r.readTables()
	for _, s := range r.scope.sessions {
		s.seen()
	}
	r.rows("interpreters", func(at spot, rec record) {
		if s := r.sessionOf(at, rec); s != nil {
			if _, there := rec.own["languages"]; !there {
				rec.own["languages"] = []any{}
			}
			r.add(s.own, s.location, "interpreters", rec.own, at)
		}
	})
}

// timetable makes slots of the line of hours on each of the session's dates.
func (r *reader) timetable(s *session, at spot, rec record) {
	sheet := at.table.sheet
	days, unclear, ok := parseDates(rec.keys["dates"])
	if !ok {
		code := "dates"
		if monthAndDay.MatchString(narrow(unclear)) {
			code = "dates_year"
		}
		r.cellFault(at, sheet.column("dates"), code, args{"Got": shortened(unclear)})
		s.unread = true
		return
	}
	if len(days) == 1 {
		s.day = days[0]
	}
	line := rec.keys["hours"]
	if line == "" {
		return
	}
	h, unclear, ok := parseHours(line)
	switch {
	case !ok && unclear != "":
		r.cellFault(at, sheet.column("hours"), "hours", args{"Got": shortened(unclear)})
	case !ok:
		r.cellFault(at, sheet.column("hours"), "hours_short", args{"Got": shortened(line)})
	case len(days) == 0:
		r.faultAt(spot{at.table, at.row, max(at.table.where(sheet.column("dates"), ""), at.table.where(sheet.column("hours"), ""))}, "hours_without_dates", nil)
	default:
		r.fillSlots(s, h, days, at)
		return
	}
	s.unread = true
}

func (r *reader) fillSlots(s *session, h hours, days []time.Time, at spot) {
	var slots []any
	for _, day := range days {
		for _, slot := range h.slots() {
			start, startProblem := s.moment(clock{hasTime: true, seconds: slot[0]}, day)
			end, endProblem := s.moment(clock{hasTime: true, seconds: slot[1]}, day)
			for _, p := range []*problem{startProblem, endProblem} {
				if p != nil {
					r.cellFault(at, at.table.sheet.column("hours"), p.code, p.args)
					return
				}
			}
			slots = append(slots, object{"start": start, "end": end})
		}
	}
	if slots != nil {
		s.own["slots"] = slots
	}
}

func (r *reader) readSlots() {
	given := make(map[*session]bool)
	for _, s := range r.scope.sessions {
		given[s] = len(s.own["slots"].([]any)) > 0
	}
	r.rows("slots", func(at spot, rec record) {
		s := r.sessionOf(at, rec)
		if s == nil {
			return
		}
		if given[s] {
			r.faultAt(at, "slots_twice", nil)
			return
		}
		if span, ok := r.span(at, rec, s); ok {
			r.add(s.own, s.location, "slots", span, at)
		} else {
			s.unread = true
		}
	})
}

// span reads the date, start and end of a row. A start that is a whole span, or 오전, will do; a date alone is the whole day.
func (r *reader) span(at spot, rec record, s *session) (object, bool) {
	sheet := at.table.sheet
	var clocks [3]clock
	keys := [3]string{"date", "start", "end"}
	texts := [3]string{rec.keys["date"], rec.keys["start"], rec.keys["end"]}
	if parts := spanOfDay.FindStringSubmatch(narrow(texts[1])); parts != nil && texts[2] == "" && len(parts[0]) == len(narrow(texts[1])) {
		texts[1], texts[2] = parts[1], parts[2]
	}
	wholeDay := texts[0] != "" && texts[1] == "" && texts[2] == ""
	from, to, inPart := partOfDay(texts[1], texts[2])
	if inPart {
		texts[1], texts[2] = "", ""
	}
	for i, text := range texts {
		if text == "" {
			continue
		}
		var ok bool
		clocks[i], ok = parseClock(clean(text))
		if i == 0 && !ok && len(s.starts) > 0 { // a day of the session without its year
			clocks[i], ok = shortDay(narrow(text), []time.Time{s.starts[0].In(s.zone)})
		}
		if i == 0 && !ok && s.unread && monthAndDay.MatchString(narrow(text)) {
			return nil, false // whose days are told
		}
		if !ok || i > 0 && clocks[i].full == "" && !clocks[i].hasTime && clocks[i].day.IsZero() {
			r.cellFault(at, sheet.column(keys[i]), map[bool]string{true: "date", false: "time"}[i == 0], args{"Got": shortened(text)})
			return nil, false
		}
	}
	switch {
	case inPart:
		clocks[1], clocks[2] = from, to
	case wholeDay:
		clocks[1], clocks[2] = clock{hasTime: true}, clock{hasTime: true, seconds: fullDay}
	case texts[1] == "" || texts[2] == "":
		missing := 1
		if texts[1] != "" {
			missing = 2
		}
		r.cellFault(at, sheet.column(keys[missing]), "missing", args{"Name": sheet.column(keys[missing]).Heading})
		return nil, false
	}
	day := clocks[0].day
	if day.IsZero() {
		day = s.day
	}
	if !clocks[1].day.IsZero() && clocks[1].full == "" {
		day = clocks[1].day
	}
	s.afternoon(&clocks[1], &clocks[2], day, texts[1], texts[2])
	start, startProblem := s.moment(clocks[1], day)
	end, endProblem := s.moment(clocks[2], day)
	for i, p := range []*problem{startProblem, endProblem} {
		if p != nil {
			r.cellFault(at, sheet.column(keys[i+1]), p.code, p.args)
			return nil, false
		}
	}
	return object{"start": start, "end": end}, true
}

// seeTables notes a name alone, which may have been meant as a number.
func (r *reader) seeTables(tables any, at spot) {
	names, _ := tables.([]any)
	if len(names) != 1 {
		return
	}
	if name, _ := names[0].(string); !strings.ContainsAny(name, "0123456789") {
		cell := grid.Spot{Row: at.row, Column: at.table.where(at.table.sheet.column("tables"), "")}
		r.note(at.table, cell, "one_table", args{"Got": shortened(name)})
	}
}

func (r *reader) readTables() {
	named := make(map[*session]bool)
	r.rows("tables", func(at spot, rec record) {
		s := r.sessionOf(at, rec)
		name := rec.keys["table"]
		if s == nil || name == "" {
			return
		}
		if _, there := s.own["tables"]; there && !named[s] {
			r.faultAt(at, "tables_twice", nil)
			return
		}
		named[s] = true
		r.add(s.own, s.location, "tables", name, at)
	})
}

// sessionOf finds the session that a row names, and says so when there is none.
func (r *reader) sessionOf(at spot, rec record) *session {
	id := rec.keys["session"]
	if id == "" {
		return nil
	}
	if s := r.scope.sessions[id]; s != nil {
		return s
	}
	if t := r.tables["sessions"]; t != nil && t.lacksIDs() {
		return nil // which is told
	}
	var known []string
	for name := range r.scope.sessions {
		known = append(known, name)
	}
	r.unknown(at, "session", id, sheetOf("sessions"), known)
	return nil
}
