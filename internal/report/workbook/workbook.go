// Package workbook writes schedules and reports as Excel workbooks, as organizers keep them: the master grid, a sheet for
// everybody, the pairs left out, and a sheet whose formulas watch over changes made by hand.
package workbook

import (
	"cmp"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
)

// A Book is what a schedule workbook is made of.
type Book struct {
	Event    *event.Event
	Schedule *event.Schedule
	Voice    *lang.Voice
	Made     time.Time
	Sectors  map[string]event.Text // names of sectors; an id without one stands for itself
	Excluded []Excluded            // pairs that were no candidates
}

// An Excluded pair was ruled out before the packing.
type Excluded struct {
	Session, Firm, Buyer string
	Reason               event.Reason
	Why                  event.Text
}

// ExcludedOf picks the pairs of a match document that were ruled out.
func ExcludedOf(pairs []event.Pair) []Excluded {
	var out []Excluded
	for _, p := range pairs {
		if p.Excluded != nil {
			out = append(out, Excluded{p.Session, p.Firm, p.Buyer, *p.Excluded, p.ExcludedWhy})
		}
	}
	return out
}

// manySheets is up to how many participants get a sheet each; above, each kind shares one, since nobody finds their way
// among more.
const manySheets = 250

// A writer fills one workbook.
type writer struct {
	*Book
	file   *excelize.File
	style  styles
	index  *event.Index
	names  sheetNames
	sector map[string]int // by sector: the number of its colour
}

// Write writes the schedule workbook as xlsx. It costs O(meetings + participants × slots) cells.
func Write(w io.Writer, b Book) error {
	f := excelize.NewFile()
	defer f.Close()
	x := &writer{Book: &b, file: f, index: event.NewIndex(b.Event), sector: map[string]int{}}
	if err := x.write(); err != nil {
		return err
	}
	return f.Write(w)
}

func (x *writer) write() error {
	var err error
	if x.style, err = newStyles(x.file); err != nil {
		return err
	}
	if err := x.file.SetDocProps(&excelize.DocProperties{
		Title: x.title(), Creator: "Sangdam", Created: x.Made.UTC().Format(time.RFC3339), Modified: x.Made.UTC().Format(time.RFC3339),
	}); err != nil {
		return err
	}
	x.colours()
	for i := range x.Schedule.Sessions {
		part := &x.Schedule.Sessions[i]
		s := x.index.Session(part.Session)
		if s == nil {
			continue
		}
		g, err := x.grid(s, part)
		if err != nil {
			return err
		}
		if err := x.check(s, part, g); err != nil {
			return err
		}
	}
	if err := x.leftOut(); err != nil {
		return err
	}
	if err := x.agendas(); err != nil {
		return err
	}
	full := true
	if err := x.file.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &full}); err != nil {
		return err
	}
	if err := x.file.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	x.file.SetActiveSheet(0)
	return nil
}

func (x *writer) title() string { return cmp.Or(x.Voice.Text(x.Event.Name), x.Event.ID) }

func (x *writer) firm(id string) string {
	if f := x.index.Firm(id); f != nil {
		return cmp.Or(x.Voice.Text(f.Name), id)
	}
	return id
}

func (x *writer) buyer(id string) string {
	if b := x.index.Buyer(id); b != nil {
		return cmp.Or(x.Voice.Text(b.Name), id)
	}
	return id
}

func (x *writer) session(s *event.Session) string {
	return cmp.Or(x.Voice.Text(s.City), x.Voice.Text(s.Name), s.ID)
}

// agendas writes a sheet for each participant, or one a kind where there are too many.
func (x *writer) agendas() error {
	book := agenda.NewBook(x.Event, x.Schedule, x.Voice, agenda.Options{})
	all := book.All()
	byKind := map[agenda.Kind][]agenda.Agenda{}
	for _, a := range all {
		byKind[a.Participant.Kind] = append(byKind[a.Participant.Kind], a)
	}
	for _, kind := range []agenda.Kind{agenda.Firm, agenda.Buyer, agenda.Interpreter} {
		if len(all) > manySheets {
			if err := x.sharedSheet(kind, byKind[kind]); err != nil {
				return err
			}
			continue
		}
		for _, a := range byKind[kind] {
			if err := x.ownSheet(a); err != nil {
				return err
			}
		}
	}
	return nil
}
