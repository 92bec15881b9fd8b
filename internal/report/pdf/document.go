// Package pdf sets the papers of an event: agendas, table signs, the master grid, consultation logs and the final report, in
// Korean, English, Chinese and Russian. What is written is searchable text in embedded subsets of fonts that are part of the
// program; the same input gives the same bytes.
package pdf

import (
	"bytes"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"sangdam/internal/lang"
)

// A Head is what all the pages of a document have in common.
type Head struct {
	Event string      // its name
	Made  time.Time   // when the document was made, in the zone it is to be read in; printed as a date
	Voice *lang.Voice // the language of all headings
}

// A4 in millimetres, and the white around the text.
const (
	a4Short, a4Long = 210.0, 297.0
	margin          = 16.0
	footRoom        = 9.0
)

// A document is one under construction. Lengths are in millimetres from the upper left corner, type sizes in points.
type document struct {
	f             *fpdf.Fpdf
	head          Head
	faces         map[string]bool // those that the file has
	width, height float64         // of the current page
	y             float64         // where the next thing goes
	sections      []int           // of each page; a section counts its pages by itself
	section       int
	bare          bool // without feet
}

func newDocument(head Head, title string) *document {
	f := fpdf.New("P", "mm", "A4", "")
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCreationDate(head.Made.UTC())
	f.SetModificationDate(head.Made.UTC())
	f.SetProducer("Sangdam", true)
	f.SetTitle(label(title+" – "+head.Event), true)
	f.SetLang(head.Voice.Language())
	return &document{f: f, head: head, faces: map[string]bool{}}
}

// page begins a page, upright or lying, with room for its text from d.y on.
func (d *document) page(lying bool) {
	d.width, d.height = a4Short, a4Long
	orientation := "P"
	if lying {
		d.width, d.height = a4Long, a4Short
		orientation = "L"
	}
	d.f.AddPageFormat(orientation, fpdf.SizeType{Wd: a4Short, Ht: a4Long})
	d.sections = append(d.sections, d.section)
	d.y = margin
}

// bookmark lists the current page in the outline that a reader shows beside the pages. Something must be set on it before.
func (d *document) bookmark(text string) { d.f.Bookmark(label(text), 0, 0) }

// newSection lets the next page be the first of its section.
func (d *document) newSection() { d.section++ }

// right and bottom are where the room for text ends, inner how wide it is.
func (d *document) right() float64  { return d.width - margin }
func (d *document) bottom() float64 { return d.height - margin - footRoom }
func (d *document) inner() float64  { return d.width - 2*margin }

// write puts the feet under the pages and writes the file.
func (d *document) write(w io.Writer) error {
	d.feet()
	var out bytes.Buffer
	if err := d.f.Output(&out); err != nil {
		return err
	}
	_, err := w.Write(tagged(out.Bytes()))
	return err
}

// feet writes below every page the event, the day the document was made, and the number of the page in its section.
func (d *document) feet() {
	if d.bare {
		return
	}
	total := map[int]int{}
	for _, s := range d.sections {
		total[s]++
	}
	at := map[int]int{}
	for i, s := range d.sections {
		at[s]++
		d.f.SetPage(i + 1)
		d.width, d.height, _ = d.f.PageSize(i + 1)
		d.foot(at[s], total[s])
	}
}

func (d *document) foot(number, of int) {
	y := d.height - margin - 3
	d.rule(margin, y, d.right(), hair)
	made := d.say("report.paper.made", lang.Args{"Date": d.head.Voice.Date(d.head.Made)})
	d.fitLine(box{margin, y + 1, d.inner() * 0.62, 5}, d.head.Event, small.in(grey), left)
	tail := made
	if of > 1 {
		tail += "    " + d.say("report.paper.page", lang.Args{"N": number, "Of": of})
	}
	d.fitLine(box{margin + d.inner()*0.64, y + 1, d.inner() * 0.36, 5}, tail, small.in(grey), right)
}

func (d *document) say(id string, args ...lang.Args) string { return d.head.Voice.Say(id, args...) }

// tagged gives the names of the fonts the mark of a subset (six capitals and a plus) that the standard asks for and the PDF
// writer does not write. The mark is as long as what it replaces, so that no offset in the file moves.
func tagged(file []byte) []byte {
	return bytes.ReplaceAll(file, []byte("/utf8"+untagged), []byte("/SANGDA+"))
}

// untagged begins the name of every font as it is given to the PDF writer, which puts "utf8" before it.
const untagged = "xx-"
