package sheet

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// A scope is what the rows of other sheets need to know of the sessions, and of the sectors.
type scope struct {
	sessions         map[string]*session
	builtin, sectors vocabulary // without and with the event's own sectors
	// called lists the ids that a word may stand for in a column that refers to a sheet: itself where it is one. Nil where words are
	// what they are, as in writing.
	called func(refers, word string) []string
}

// A session as the sheets see it.
type session struct {
	own      object
	location string // in the document
	zone     *time.Location
	day      time.Time   // the one day of its dates or slots; zero when there are several or none
	starts   []time.Time // of the slots
	unread   bool        // some of its slots could not be read
}

func newScope(known []Sector) *scope {
	s := &scope{sessions: make(map[string]*session), builtin: vocabulary{}.with(known).withMore()}
	s.sectors = s.builtin
	return s
}

// newSession looks up the zone; UTC stands in for one that is not known, which is a fault of its own.
func newSession(own object, location string) *session {
	s := &session{own: own, location: location, zone: time.UTC}
	if name, _ := own["time_zone"].(string); name != "" && name != "Local" {
		if zone, err := time.LoadLocation(name); err == nil {
			s.zone = zone
		}
	}
	return s
}

// seen fills in what follows from the slots, once they are all there.
func (s *session) seen() {
	slots, _ := s.own["slots"].([]any)
	s.starts = make([]time.Time, len(slots))
	single := true
	var only time.Time
	for i, slot := range slots {
		o, _ := slot.(object)
		text, _ := o["start"].(string)
		t, err := time.Parse(time.RFC3339, text)
		if err != nil {
			continue
		}
		s.starts[i] = t
		y, m, d := t.In(s.zone).Date()
		day := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		single = single && (only.IsZero() || day.Equal(only))
		only = day
	}
	if single && !only.IsZero() {
		s.day = only
	} else if !single {
		s.day = time.Time{}
	}
}

// slot reads the time when a slot starts, or its number, as an index.
func (in *scope) slot(id, text string) (any, *problem) {
	text = narrow(text)
	if n, err := strconv.Atoi(text); err == nil {
		return json.Number(strconv.Itoa(n)), nil
	}
	s := in.sessions[id]
	if s == nil {
		return nil, &problem{code: "echo"}
	}
	if m := spanOfDay.FindStringIndex(text); m != nil && m[1] == len(text) {
		if parts := spanOfDay.FindStringSubmatch(text); parts != nil {
			text = clean(text[:m[0]] + " " + parts[1])
		}
	}
	c, ok := parseClock(text)
	if !ok || c.full == "" && !c.hasTime && c.day.IsZero() {
		return nil, wrong("time", text)
	}
	moment, p := s.moment(c, s.day)
	if p != nil {
		return nil, p
	}
	t, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		return nil, wrong("time", text)
	}
	found := -1
	for i, start := range s.starts {
		if start.Equal(t) {
			if found >= 0 {
				return nil, wrong("slot", text)
			}
			found = i
		}
	}
	switch {
	case found >= 0:
		return json.Number(strconv.Itoa(found)), nil
	case s.unread:
		return nil, &problem{code: "echo"}
	}
	return nil, &problem{"no_slot", args{"Got": shortened(text), "Known": s.slotList()}}
}

// slotText writes the start of a slot where that names it and no other, else its number.
func (in *scope) slotText(id string, v any) string {
	number, _ := v.(json.Number)
	n, err := strconv.Atoi(string(number))
	if err != nil {
		return ""
	}
	s := in.sessions[id]
	if s == nil || n < 0 || n >= len(s.starts) {
		return strconv.Itoa(n)
	}
	t := s.starts[n].In(s.zone)
	text := t.Format("2006-01-02 ") + clockText(t.Hour()*3600+t.Minute()*60+t.Second())
	if again, p := in.slot(id, text); p == nil && equal(again, json.Number(strconv.Itoa(n))) {
		return text
	}
	return strconv.Itoa(n)
}

// slotList names some of the slots.
func (s *session) slotList() string {
	const few = 12
	var out []string
	for i, t := range s.starts {
		if i == few {
			out = append(out, "…")
			break
		}
		out = append(out, t.In(s.zone).Format("2006-01-02 15:04"))
	}
	return strings.Join(out, ", ")
}

// moment puts a clock on a day into the document's form.
func (s *session) moment(c clock, day time.Time) (string, *problem) {
	if c.full != "" {
		return c.full, nil
	}
	if !c.day.IsZero() {
		day = c.day
	}
	if day.IsZero() {
		return "", &problem{code: "no_day", args: args{"Got": clockText(c.seconds)}}
	}
	full, ok := at(day, c.seconds, s.zone)
	if !ok {
		return "", &problem{"no_such_time", args{"Got": day.Format(time.DateOnly) + " " + clockText(c.seconds), "Zone": s.zone.String()}}
	}
	return full, nil
}
