package web

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A filled form holds what its fields hold by name. Lists have rows by the list's name; the fields of a row are LIST.ROW.FIELD.
type filled struct {
	values map[string]string
	rows   map[string][]string
	marks  map[string]rowMark // by LIST.ROW
}

func newFilled() filled {
	return filled{map[string]string{}, map[string][]string{}, map[string]rowMark{}}
}

// rowName is a row as a page or its script names it.
var rowName = regexp.MustCompile(`^n?\d{1,6}$`)

// maxRows limits a list in a form, far beyond any that a page could show.
const maxRows = 20_000

// filled reads what was sent.
func (r *request) filled(lists ...string) filled {
	f := newFilled()
	r.PostForm("csrf") // has the body read
	for name, values := range r.Request.PostForm {
		f.values[name] = strings.ReplaceAll(strings.Join(values, "\n"), "\r\n", "\n")
	}
	for _, list := range lists {
		for _, row := range r.PostFormArray("rows." + list) {
			if rowName.MatchString(row) && len(f.rows[list]) < maxRows {
				f.rows[list] = append(f.rows[list], row)
			}
		}
	}
	return f
}

// get returns what a field holds, without the spaces around it.
func (f filled) get(name string) string { return strings.TrimSpace(f.values[name]) }

// lines returns the lines of a field that hold anything, in order.
func (f filled) lines(name string) []string {
	var out []string
	for line := range strings.Lines(f.values[name]) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// words returns the parts of a field that are set apart by commas or lines.
func (f filled) words(name string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(f.values[name], func(c rune) bool { return c == ',' || c == '\n' || c == ';' || c == '、' || c == '，' }) {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// setText writes a text into its fields: one for all languages where it is plain, and one for each language.
func (f filled) setText(name string, t event.Text) {
	if t.By == nil {
		f.values[name] = t.Plain
	}
	for _, code := range event.Languages {
		f.values[name+"."+code] = t.By[code]
	}
}

// text reads what setText wrote. A text for all languages stands for those that are left empty; languages that the form does not show
// are kept.
func (f filled) text(name string, before event.Text) event.Text {
	by := maps.Clone(before.By)
	if by == nil {
		by = map[string]string{}
	}
	own := 0
	for _, code := range event.Languages {
		delete(by, code)
		if text := f.get(name + "." + code); text != "" {
			by[code], own = text, own+1
		}
	}
	plain := f.get(name)
	switch {
	case own == 0 && plain != "" && len(by) == 0:
		if plain == before.Plain {
			return before
		}
		return event.Text{Plain: plain}
	case len(by) == 0:
		if before.By == nil && before.Plain == "" {
			return before
		}
		return event.Text{}
	}
	for _, code := range event.Languages {
		if plain != "" && by[code] == "" {
			by[code] = plain
		}
	}
	return event.Text{By: by}
}

// A fieldFault is something wrong with a field, or with the form where Name is empty.
type fieldFault struct{ Name, Label, Text string }

// faulty collects what is wrong with a form.
type faulty struct {
	voice *lang.Voice
	found []fieldFault
	// words says a fault of the document as the form has it, with names and times; empty or nil: as the document says it.
	words func(event.Fault) string
	items []string // what the names of the fields of a list's items begin with, in the order of the document
}

// add notes a message about a field.
func (f *faulty) add(field, id string, args ...lang.Args) {
	f.found = append(f.found, fieldFault{Name: field, Text: f.voice.Say("websetup.fault."+id, args...)})
}

// take takes over the faults of a document, each at the field that place finds for it.
func (f *faulty) take(faults event.Faults, place func(event.Fault) (field string)) {
	for _, fault := range faults {
		own := fieldFault{Name: place(fault), Text: fault.Text().In(f.voice.Language())}
		if f.words != nil {
			own.Text = cmp.Or(f.words(fault), own.Text)
		}
		if own.Name == "" && fault.Location != "" {
			own.Text = fault.Location + ": " + own.Text
		}
		if !slices.Contains(f.found, own) {
			f.found = append(f.found, own)
		}
	}
}

// stampOf names what a part of a document says, so that a form can tell whether others changed it since.
func stampOf(part any) string {
	data, err := json.Marshal(part)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:12])
}
