package web

import (
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A formField is a field of a form with what is wrong with it.
type formField struct {
	Name, Label, Hint, Value string
	Kind                     string // text, area, select, or a type of input
	Lang                     string // of what it holds
	List                     string // id of what it suggests
	Options                  []choice
	Faults                   []string
	Theirs                   string // what another organizer saved meanwhile, where that is something else
	IsTheirs                 bool
	Taken                    bool // it holds what another organizer saved meanwhile, since the form left it as it was
}

// ID is the id of the input.
func (f formField) ID() string { return "f-" + f.Name }

// A formGroup is a text in several languages.
type formGroup struct {
	Name, Label, Hint string
	Fields            []formField
}

// A formBuilder makes the fields of a form: what they hold, what is wrong, and what others saved meanwhile.
type formBuilder struct {
	voice  *lang.Voice
	filled filled
	theirs *filled         // nil: nobody was first
	taken  map[string]bool // fields that hold what others saved
	faults []fieldFault
	labels map[string]string // of the fields made so far
}

func newFormBuilder(v *lang.Voice, f filled, faults []fieldFault) *formBuilder {
	return &formBuilder{voice: v, filled: f, faults: faults, labels: map[string]string{}}
}

// field makes a field; its label and hint are the messages "websetup.ID" and "websetup.ID.hint", the latter if there is one.
func (b *formBuilder) field(name, kind, id string) formField {
	f := formField{Name: name, Kind: kind, Label: b.voice.Say("websetup." + id), Value: b.filled.values[name]}
	if hint := "websetup." + id + ".hint"; b.voice.Has(hint) {
		f.Hint = b.voice.Say(hint)
	}
	b.finish(&f, f.Label)
	return f
}

// finish fills in what is wrong with a field and what others saved.
func (b *formBuilder) finish(f *formField, label string) {
	b.labels[f.Name] = label
	for _, fault := range b.faults {
		if fault.Name == f.Name && !slices.Contains(f.Faults, fault.Text) {
			f.Faults = append(f.Faults, fault.Text)
		}
	}
	f.Taken = b.taken[f.Name]
	if b.theirs != nil && b.theirs.values[f.Name] != f.Value {
		f.Theirs, f.IsTheirs = b.theirs.values[f.Name], true
	}
}

// troubled reports whether a field whose name begins like that has a fault.
func (b *formBuilder) troubled(prefix string) bool {
	return slices.ContainsFunc(b.faults, func(f fieldFault) bool { return strings.HasPrefix(f.Name, prefix) })
}

// differs reports whether another organizer changed a field whose name begins like that.
func (b *formBuilder) differs(prefix string) bool {
	if b.theirs == nil {
		return false
	}
	for name, value := range b.theirs.values {
		if strings.HasPrefix(name, prefix) && (b.taken[name] || value != b.filled.values[name]) {
			return true
		}
	}
	return false
}

// suggested is a field with a list of what it may hold.
func (b *formBuilder) suggested(name, id, list string) formField {
	f := b.field(name, "text", id)
	f.List = list
	return f
}

// text makes the fields of a text for people.
func (b *formBuilder) text(name, kind, id string) formGroup {
	g := formGroup{Name: name, Label: b.voice.Say("websetup." + id)}
	if b.filled.values[name] != "" {
		f := formField{Name: name, Kind: kind, Label: b.voice.Say("web.settings.plain"), Hint: b.voice.Say("websetup.plain.hint"), Value: b.filled.values[name]}
		b.finish(&f, g.Label)
		g.Fields = append(g.Fields, f)
	}
	for _, code := range event.Languages {
		f := formField{Name: name + "." + code, Kind: kind, Label: languageNames[code], Lang: code, Value: b.filled.values[name+"."+code]}
		b.finish(&f, g.Label+", "+f.Label)
		g.Fields = append(g.Fields, f)
	}
	return g
}

// choose makes a field to choose from.
func (b *formBuilder) choose(name, id string, options []choice) formField {
	f := b.field(name, "select", id)
	for _, o := range options {
		o.Current = o.Value == f.Value
		f.Options = append(f.Options, o)
	}
	return f
}

// ofRow says in which row of a list a field is, where there are several.
func (b *formBuilder) ofRow(name, label string) string {
	for list, rows := range b.filled.rows {
		for i, row := range rows {
			if len(rows) > 1 && strings.HasPrefix(name, list+"."+row+".") {
				return b.voice.Say("websetup.row.field", lang.Args{"N": i + 1, "Label": label})
			}
		}
	}
	return label
}

// summary lists all that is wrong with the labels of the fields, for the head of the form. Faults of fields that the form does not have
// are the form's own.
func (b *formBuilder) summary() []fieldFault {
	var out []fieldFault
	for _, f := range b.faults {
		if f.Label = b.labels[f.Name]; f.Label == "" {
			f.Name = ""
		} else {
			f.Label, f.Name = b.ofRow(f.Name, f.Label), "f-"+f.Name
		}
		out = append(out, f)
	}
	return out
}
