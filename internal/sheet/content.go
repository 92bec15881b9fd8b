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
	own  object
	keys map[string]string
}

// content is an event divided into the lines of the sheets, by key: the other way round from reader.
type content struct {
	lines map[string][]line
	scope *scope
}

// contentOf divides a valid event; event.Faults for one that is not.
func contentOf(ev *event.Event) (*content, error) {
	if err := ev.Validate(); err != nil {
		return nil, err
	}
	return divided(ev)
}

func emptyContent() *content { return &content{lines: make(map[string][]line), scope: newScope()} }

// divided is contentOf without a look at whether the event is valid.
func divided(ev *event.Event) (*content, error) {
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
	c := emptyContent()
	c.divide(document)
	return c, nil
}

func (c *content) add(key string, own object, keys map[string]string) {
	c.lines[key] = append(c.lines[key], line{own, keys})
}

func (c *content) divide(document object) {
	delete(document, "sangdam")
	for _, s := range take(document, "sessions") {
		c.divideSession(s)
	}
	for _, side := range []struct{ key, field, part, owner string }{{"firms", "products", "products", "firm"}, {"buyers", "needs", "needs", "buyer"}} {
		for _, company := range take(document, side.key) {
			id := text(company, "id")
			for _, p := range take(company, side.field) {
				c.add(side.part, p, map[string]string{side.owner: id})
			}
			c.divideParticipation(company, id)
			c.add(side.key, company, nil)
		}
	}
	for _, key := range []string{"sectors", "wishes", "fixed", "controls", "scores", "outcomes"} {
		for _, o := range take(document, sheetOf(key).List) {
			c.add(key, o, nil)
		}
	}
	if weights, ok := document["weights"].(object); ok && len(weights) > 0 {
		for _, name := range slices.Sorted(maps.Keys(weights)) {
			c.add("weights", object{"weight": weights[name]}, map[string]string{"factor": name})
		}
		delete(document, "weights")
	}
	delete(document, "sessions")
	delete(document, "firms")
	delete(document, "buyers")
	c.add("event", document, nil)
}

// manyTables is from how many names on they get rows of their own.
const manyTables = 20

func (c *content) divideSession(own object) {
	id := text(own, "id")
	s := newSession(own, "")
	s.seen()
	c.scope.sessions[id] = s
	for _, slot := range take(own, "slots") {
		c.add("slots", object{}, span(slot, s, map[string]string{"session": id}))
	}
	delete(own, "slots")
	if names, ok := own["tables"].([]any); ok && len(names) > manyTables && !slices.ContainsFunc(names, isOdd) {
		for _, name := range names {
			c.add("tables", object{}, map[string]string{"session": id, "table": name.(string)})
		}
		delete(own, "tables")
	}
	for _, in := range take(own, "interpreters") {
		for _, away := range take(in, "unavailable") {
			keys := map[string]string{"who": text(in, "id"), "kind": "interpreter", "session": id}
			c.add("unavailability", object{}, span(away, s, keys))
		}
		c.add("interpreters", in, map[string]string{"session": id})
	}
	c.add("sessions", own, nil)
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
func (c *content) divideParticipation(company object, id string) {
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
		for _, away := range take(own, "unavailable") {
			keys := map[string]string{"who": id, "kind": "company", "session": session}
			c.add("unavailability", object{}, span(away, s, keys))
		}
		if len(own) > 0 {
			c.add("participation", own, map[string]string{"company": id, "session": session})
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
