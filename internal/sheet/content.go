package sheet

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"sangdam/event"
)

// A line is what one row of a sheet has to say: the fields of its object, and whose the row is.
type line struct {
	own      object
	keys     map[string]string
	location string // in the document
}

// content is an event divided into the lines of the sheets, by key: the other way round from reader.
type content struct {
	lines map[string][]line
	scope *scope

	extras []Extra
}

// contentOf divides a valid event; event.Faults for one that is not.
func contentOf(ev *event.Event, known []Sector) (*content, error) {
	if err := ev.Validate(); err != nil {
		return nil, err
	}
	return divided(ev, known)
}

func emptyContent(known []Sector) *content {
	return &content{lines: make(map[string][]line), scope: newScope(known)}
}

// divided is contentOf without a look at whether the event is valid.
func divided(ev *event.Event, known []Sector) (*content, error) {
	var b bytes.Buffer
	if err := ev.Write(&b); err != nil {
		return nil, err
	}
	dec := json.NewDecoder(&b)
	dec.UseNumber()
	var document object
	if err := dec.Decode(&document); err != nil {
		return nil, fmt.Errorf("sheet: %w", err)
	}
	c := emptyContent(known)
	c.divide(document)
	return c, nil
}

func (c *content) add(key, location string, own object, keys map[string]string) {
	c.lines[key] = append(c.lines[key], line{own, keys, location})
}

func (c *content) divide(document object) {
	delete(document, "sangdam")
	for i, s := range take(document, "sessions") {
		c.divideSession(s, item("sessions", i))
	}
	for _, side := range []struct{ key, field, part, owner string }{{"firms", "products", "products", "firm"}, {"buyers", "needs", "needs", "buyer"}} {
		for i, company := range take(document, side.key) {
			id, location := text(company, "id"), item(side.key, i)
			for j, p := range take(company, side.field) {
				c.add(side.part, item(location+"."+side.field, j), p, map[string]string{side.owner: id})
			}
			c.divideParticipation(company, id, location)
			c.add(side.key, location, company, nil)
		}
	}
	for _, key := range []string{"sectors", "wishes", "fixed", "controls", "scores", "outcomes"} {
		list := sheetOf(key).List
		var own []Sector
		for i, o := range take(document, list) {
			c.add(key, item(list, i), o, nil)
			own = append(own, sectorOf(o))
		}
		if key == "sectors" {
			c.scope.sectors = c.scope.builtin.with(own)
		}
	}
	if weights, ok := document["weights"].(object); ok && len(weights) > 0 {
		for _, name := range slices.Sorted(maps.Keys(weights)) {
			c.add("weights", join("weights", name), object{"weight": weights[name]}, map[string]string{"factor": name})
		}
		delete(document, "weights")
	}
	delete(document, "sessions")
	delete(document, "firms")
	delete(document, "buyers")
	c.add("event", "", document, nil)
}

// manyTables is from how many names on they get rows of their own.
const manyTables = 20

func (c *content) divideSession(own object, location string) {
	id := text(own, "id")
	s := newSession(own, "")
	s.seen()
	c.scope.sessions[id] = s
	for i, slot := range take(own, "slots") {
		c.add("slots", item(location+".slots", i), object{}, span(slot, s, map[string]string{"session": id}))
	}
	delete(own, "slots")
	if names, ok := own["tables"].([]any); ok && len(names) > manyTables && !slices.ContainsFunc(names, isOdd) {
		for i, name := range names {
			c.add("tables", item(location+".tables", i), object{}, map[string]string{"session": id, "table": name.(string)})
		}
		delete(own, "tables")
	}
	for i, in := range take(own, "interpreters") {
		at := item(location+".interpreters", i)
		for j, away := range take(in, "unavailable") {
			keys := map[string]string{"who": text(in, "id"), "kind": "interpreter", "session": id}
			c.add("unavailability", item(at+".unavailable", j), object{}, span(away, s, keys))
		}
		c.add("interpreters", at, in, map[string]string{"session": id})
	}
	c.add("sessions", location, own, nil)
}

// isOdd reports whether a name would not be the same after it has been in a cell.
func isOdd(name any) bool {
	s, ok := name.(string)
	return !ok || s == "" || clean(surviving(s)) != s
}

func span(interval object, s *session, keys map[string]string) map[string]string {
	keys["date"], keys["start"], keys["end"] = spanText(text(interval, "start"), text(interval, "end"), s.zone)
	return keys
}

// divideParticipation leaves the ids of the sessions in a company's own row and gives limits rows where there are any.
func (c *content) divideParticipation(company object, id, location string) {
	sessions, ok := company["sessions"].(object)
	if !ok || len(sessions) == 0 {
		return
	}
	var ids []any
	for _, session := range slices.Sorted(maps.Keys(sessions)) {
		ids = append(ids, session)
		own, _ := sessions[session].(object)
		s := c.scope.sessions[session]
		if s == nil {
			s = newSession(object{}, "")
		}
		at := join(location+".sessions", session)
		for j, away := range take(own, "unavailable") {
			keys := map[string]string{"who": id, "kind": "company", "session": session}
			c.add("unavailability", item(at+".unavailable", j), object{}, span(away, s, keys))
		}
		if len(own) > 0 {
			c.add("participation", at, own, map[string]string{"company": id, "session": session})
		}
	}
	company["sessions"] = ids
}

// take removes a list of objects from its owner and returns it. An empty list stays: only the exact column can say it.
func take(owner object, field string) []object {
	list, _ := owner[field].([]any)
	if len(list) == 0 {
		return nil
	}
	delete(owner, field)
	out := make([]object, len(list))
	for i, v := range list {
		out[i], _ = v.(object)
	}
	return out
}

func text(o object, field string) string {
	s, _ := o[field].(string)
	return s
}
