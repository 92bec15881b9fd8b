package sheet

import (
	"maps"

	"sangdam/event"
)

// A company is a firm or a buyer being read.
type company struct {
	own      object
	location string
	firm     bool
	listed   bool // its row says in which sessions it takes part
}

// readCompanies reads the two sides with what they offer and need, and how they take part.
func (r *reader) readCompanies() {
	sides := []struct{ key, part, field, owner string }{
		{"firms", "products", "products", "firm"}, {"buyers", "needs", "needs", "buyer"},
	}
	for _, side := range sides {
		r.rows(side.key, func(at spot, rec record) {
			c := &company{own: rec.own, firm: side.key == "firms"}
			c.location = r.add(r.event, "", side.key, rec.own, at)
			if ids, ok := rec.own["sessions"].([]any); ok {
				in := make(object, len(ids))
				for _, id := range ids {
					if name, ok := id.(string); ok {
						in[name] = object{}
					}
				}
				rec.own["sessions"], c.listed = in, true
			}
			id, _ := rec.own["id"].(string)
			switch first := r.companies[id]; {
			case first == nil:
				r.companies[id] = c
			case first.firm && !c.firm && r.numbered[id] == nil:
				r.numbered[id] = c
			}
		})
	}
	for _, side := range sides {
		var orphans []record
		var places []spot
		r.rows(side.part, func(at spot, rec record) {
			if c := r.companyOf(at, rec, side.owner); c != nil {
				r.add(c.own, c.location, side.field, rec.own, at)
			} else {
				orphans, places = append(orphans, rec), append(places, at)
			}
		})
		r.addOrphans(side.key, side.field, orphans, places)
	}
	r.readParticipation()
	r.readUnavailability()
	r.elsewhere()
}

func (r *reader) readParticipation() {
	r.rows("participation", func(at spot, rec record) {
		c := r.companyOf(at, rec, "company")
		id := rec.keys["session"]
		if c == nil || id == "" {
			return
		}
		location := join(c.location+".sessions", id)
		if before, twice := r.origin[location]; twice {
			r.faultAt(at, "row_twice", args{"First": before.row})
			return
		}
		r.origin[location] = spot{at.table, at.row, at.table.where(at.table.sheet.column("session"), "")}
		maps.Copy(c.in(id), rec.own)
	})
}

// in returns how a company takes part in a session, as an object to fill.
func (c *company) in(session string) object {
	all, ok := c.own["sessions"].(object)
	if !ok {
		all = make(object)
		c.own["sessions"] = all
	}
	in, ok := all[session].(object)
	if !ok {
		in = make(object)
		all[session] = in
	}
	return in
}

func (r *reader) readUnavailability() {
	r.rows("unavailability", func(at spot, rec record) {
		s, id := r.sessionOf(at, rec), rec.keys["who"]
		if s == nil || id == "" {
			return
		}
		kind := rec.keys["kind"]
		id = r.someone(at, s, kind, id)
		c := r.companies[id]
		interpreter, location := s.interpreter(id)
		if kind == "interpreter" || kind == "" && c == nil {
			if interpreter == nil {
				r.unknown(at, "who", id, sheetOf("interpreters"), r.everyone())
				return
			}
			if span, ok := r.span(at, rec, s); ok {
				r.add(interpreter, location, "unavailable", span, at)
			}
			return
		}
		if c == nil {
			r.unknown(at, "who", id, nil, r.everyone())
			return
		}
		if span, ok := r.span(at, rec, s); ok {
			id := rec.keys["session"]
			r.add(c.in(id), join(c.location+".sessions", id), "unavailable", span, at)
		}
	})
}

// interpreter finds an interpreter of the session by id.
func (s *session) interpreter(id string) (object, string) {
	list, _ := s.own["interpreters"].([]any)
	for i, v := range list {
		if o, ok := v.(object); ok && o["id"] == id {
			return o, item(s.location+".interpreters", i)
		}
	}
	return nil, ""
}

// elsewhere adds the sessions that a company takes part in by default, when its row names none but other sheets set
// limits in one: the limits are not meant to take it out of the others.
func (r *reader) elsewhere() {
	for _, c := range r.companies {
		in, ok := c.own["sessions"].(object)
		if !ok || c.listed || len(in) == 0 {
			continue
		}
		for id, s := range r.scope.sessions {
			if _, there := in[id]; !there && id != "" && (c.firm || c.own["country"] == s.own["country"]) {
				in[id] = object{}
			}
		}
	}
}

// companyOf finds the company that a row names, and says so when there is none.
func (r *reader) companyOf(at spot, rec record, key string) *company {
	id := rec.keys[key]
	if id == "" {
		return nil
	}
	c := r.companies[id]
	for side, sheet := range map[string]string{"firm": "firms", "buyer": "buyers"} {
		if t := r.tables[sheet]; t != nil && t.lacksIDs() && (key == side || key == "company") {
			return nil // which is told
		}
	}
	if c != nil && (key == "company" || c.firm == (key == "firm")) {
		return c
	}
	if key == "buyer" && r.numbered[id] != nil {
		return r.numbered[id]
	}
	var known []string
	for name, c := range r.companies {
		if key == "company" || c.firm == (key == "firm") {
			known = append(known, name)
		}
	}
	sheet := map[string]*Sheet{"firm": sheetOf("firms"), "buyer": sheetOf("buyers")}[key]
	r.unknown(at, key, id, sheet, known)
	return nil
}

func (r *reader) everyone() []string {
	var ids []string
	for id := range r.companies {
		ids = append(ids, id)
	}
	return ids
}

// unknown tells an id that names nothing, with the nearest that does.
func (r *reader) unknown(at spot, key, id string, where *Sheet, known []string) {
	a := args{"Got": shortened(id), "Sheet": w("참가기업, 바이어", "Firms, Buyers", "参展企业、买家", "Фирмы, Покупатели")}
	if where != nil {
		a["Sheet"] = where.Name
	}
	code := "unknown_id"
	if len(r.faults) < event.MaxFaults {
		if several := r.called(key, id); len(several) > 1 {
			a["Near"], code = listed(several), "shared_name"
		} else if near, ok := event.Nearest(id, sorted(known)); ok {
			a["Near"], code = near, "mistyped_id"
		}
	}
	r.cellFault(at, at.table.sheet.column(key), code, a)
}

// readLists reads the sheets whose rows are the elements of a list of the event.
func (r *reader) readLists() {
	for _, key := range []string{"wishes", "fixed", "controls", "scores", "outcomes"} {
		r.rows(key, func(at spot, rec record) {
			if key == "controls" {
				if _, there := rec.own["hs"]; !there && rec.problems["hs"] == nil {
					rec.own["hs"] = []any{}
				}
			}
			r.add(r.event, "", sheetOf(key).List, rec.own, at)
		})
	}
}
