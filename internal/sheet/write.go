package sheet

import (
	"io"
	"slices"

	"sangdam/event"
)

// WriteOptions say in which languages a file speaks.
type WriteOptions struct {
	// Languages of the headings, from event.Languages; the first one also of the names of the sheets, the help and the words
	// in cells. Default: Korean.
	Languages []string
	// Texts are the languages in which names and descriptions get columns where no text of the event says so, as in a
	// template. Any ISO 639-1 code will do. Default: those of the headings and English.
	Texts []string
	// Extras are columns that go with the event though it has no place for them. Default: none.
	Extras []Extra
	// Sectors are those that the reader will know, and that a workbook lists beside its codes. Default: none.
	Sectors []Sector
}

// languages are those asked for that the product speaks.
func (o WriteOptions) languages() []string {
	var out []string
	for _, code := range o.Languages {
		if slices.Contains(event.Languages, code) && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	if len(out) == 0 {
		return []string{"ko"}
	}
	return out
}

func (o WriteOptions) texts() []string {
	if len(o.Texts) > 0 {
		return slices.Compact(slices.Clone(o.Texts))
	}
	texts := o.languages()
	if !slices.Contains(texts, "en") {
		texts = append(texts, "en")
	}
	return texts
}

// WriteWorkbook writes an event as an Excel workbook that ReadWorkbook reads again without loss; the same event gives the
// same bytes. An event that is not valid is refused with event.Faults.
func WriteWorkbook(w io.Writer, ev *event.Event, opt WriteOptions) error {
	c, err := contentOf(ev, opt.Sectors)
	if err != nil {
		return err
	}
	c.extras = opt.Extras
	return writeBook(w, c, opt, false)
}

// WriteTemplate writes the workbook to fill in: every sheet with its headings, help, drop-down lists and an example row
// that is not read.
func WriteTemplate(w io.Writer, opt WriteOptions) error {
	return writeBook(w, emptyContent(opt.Sectors), opt, true)
}
