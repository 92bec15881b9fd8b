package sheet

import (
	"strings"

	"sangdam/event"
)

// idNamed finds the only company or session that is called by a name where its id belongs. Kind is that of the fault: firm,
// buyer, session, or any company.
func (r *reader) idNamed(kind, name string) (id string, ok bool) {
	wanted := companyName(name)
	if wanted == "" {
		return "", false
	}
	found := 0
	look := func(candidate string, own object) {
		if candidate != "" && isCalled(own["name"], wanted) {
			id, found = candidate, found+1
		}
	}
	if kind == "session" {
		for candidate, s := range r.scope.sessions {
			look(candidate, s.own)
		}
	} else {
		for candidate, c := range r.companies {
			if c.firm && kind != "buyer" || !c.firm && kind != "firm" {
				look(candidate, c.own)
			}
		}
	}
	return id, found == 1
}

// companyForms stand before or after a name, folded.
var companyForms = []string{"(주)", "주식회사", "(유)", "유한회사", "(株)", "co,ltd", "ооо", "有限公司"}

// companyName is a name as it is compared: folded, and without the form of the company, ㈜ or 주식회사.
func companyName(name string) string {
	word := folded(name)
	for _, form := range companyForms {
		if rest := strings.TrimSuffix(strings.TrimPrefix(word, form), form); rest != "" {
			word = rest
		}
	}
	return word
}

// isCalled reports whether a text of the document is a folded name in any language.
func isCalled(text any, name string) bool {
	switch text := text.(type) {
	case string:
		return companyName(text) == name
	case object:
		for _, s := range text {
			if s, ok := s.(string); ok && companyName(s) == name {
				return true
			}
		}
	}
	return false
}

// named puts a fault about an id that is a name into words that give the id.
func (r *reader) named(f event.Fault) (out Fault, ok bool) {
	if f.Code != event.CodeUnknownID && f.Code != event.CodeMistypedID {
		return Fault{}, false
	}
	got := f.Args["got"].Plain
	id, ok := r.idNamed(f.Args["kind"].In("en"), got)
	if !ok {
		return Fault{}, false
	}
	out = fault("named_id", args{"Got": got, "Near": id})
	out.Location = f.Location
	return out, true
}
