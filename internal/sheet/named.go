package sheet

import (
	"slices"
	"strings"

	"sangdam/event"
)

// A naming is a name that stood in a column where an id belongs, and the id.
type naming struct {
	column   *Column
	word, id string
}

// refer puts ids in the place of names, each where it can mean no other company or session; an id goes before a name. A name of several
// stays, and is a fault.
func (r *record) refer(c *Column, v any, in *scope) any {
	if in.called == nil || c.Refers == "" {
		return v
	}
	one := func(word string) string {
		ids := in.called(c.Refers, word)
		if len(ids) != 1 || ids[0] == word {
			return word
		}
		r.naming = append(r.naming, naming{c, word, ids[0]})
		return ids[0]
	}
	switch v := v.(type) {
	case string:
		return one(v)
	case []any:
		out := make([]any, len(v))
		for i, word := range v {
			out[i] = one(word.(string))
		}
		return out
	}
	return v
}

// called lists the ids that a word may stand for, of firms, buyers, sessions, or companies of both sides. It is asked once the rows
// that it searches are read.
func (r *reader) called(kind, word string) []string {
	names := r.names[kind]
	if names == nil {
		names = newNameIndex()
		switch kind {
		case "session", "sessions":
			for id, s := range r.scope.sessions {
				names.add(id, s.own["name"], s.own["city"])
			}
		case "firm", "firms", "buyer", "buyers", "company", "companies":
			for id, c := range r.companies {
				if c.firm && kind[0] != 'b' || !c.firm && kind[0] != 'f' {
					names.add(id, c.own["name"])
				}
			}
			for id, c := range r.numbered {
				if kind[0] == 'b' {
					names.add(id, c.own["name"])
				}
			}
		}
		r.names[kind] = names
	}
	return names.called(word)
}

// someone puts the id in the place of the name of who is absent from a session: a company, or an interpreter of it.
func (r *reader) someone(at spot, s *session, kind, word string) string {
	if o, _ := s.interpreter(word); o != nil || r.companies[word] != nil {
		return word
	}
	var ids []string
	if kind != "interpreter" {
		ids = slices.Clone(r.called("company", word))
	}
	if list, _ := s.own["interpreters"].([]any); kind != "company" {
		names := newNameIndex()
		for _, v := range list {
			o, _ := v.(object)
			names.add(text(o, "id"), o["name"])
		}
		ids = append(ids, names.called(word)...)
	}
	if len(ids) != 1 {
		return word
	}
	r.seeNames(at, record{naming: []naming{{at.table.sheet.column("who"), word, ids[0]}}})
	return ids[0]
}

// companyForms stand before or after a name, folded.
var companyForms = []string{"(주)", "주식회사", "(유)", "유한회사", "(株)", "co,ltd", "ооо", "有限公司"}

// companyName is a name as it is compared: folded, and without the form of the company, ㈜ or 주식회사, and the quotes around the rest.
func companyName(name string) string {
	word := folded(name)
	for _, form := range companyForms {
		if rest := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(word, form), form), `«»"“”,`); rest != "" {
			word = rest
		}
	}
	return word
}

// shared puts a fault about an id that is a name of several into words that give their ids.
func (r *reader) shared(f event.Fault) (out Fault, ok bool) {
	if f.Code != event.CodeUnknownID && f.Code != event.CodeMistypedID {
		return Fault{}, false
	}
	got := f.Args["got"].Plain
	ids := r.called(f.Args["kind"].In("en"), got)
	if len(ids) < 2 {
		return Fault{}, false
	}
	out = fault("shared_name", args{"Got": shortened(got), "Near": listed(ids)})
	out.Location = f.Location
	return out, true
}
