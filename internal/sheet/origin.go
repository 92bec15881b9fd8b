package sheet

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"

	"sangdam/event"
)

// join writes a field after a location, as package event does.
func join(location, field string) string {
	switch {
	case !event.IsID(field):
		const longest = 80
		if len(field) > longest {
			field = strings.ToValidUTF8(field[:longest], "") + "…"
		}
		return location + "[" + strconv.Quote(field) + "]"
	case location == "":
		return field
	}
	return location + "." + field
}

func item(location string, i int) string { return location + "[" + strconv.Itoa(i) + "]" }

// finish hands the document to the event package, which says whether it is right, and turns the places of what is wrong
// back into cells.
func (r *reader) finish() *Result {
	result := &Result{Notes: r.notes, grids: r.grids}
	data, err := json.Marshal(r.event)
	if err != nil {
		return refused(err)
	}
	ev, err := event.ReadEvent(bytes.NewReader(data))
	if wrong, ok := errors.AsType[event.Faults](err); ok {
		r.translate(wrong)
		if len(r.faults) == 0 { // nothing is refused without a reason
			for _, f := range wrong {
				r.faults = append(r.faults, inTables(f))
			}
		}
	} else if err != nil {
		return refused(err)
	}
	if len(r.faults) == 0 {
		result.Event, result.Extras = ev, r.extras()
		return result
	}
	r.inFileOrder(r.faults)
	result.Faults = r.faults
	if more := len(r.faults) - event.MaxFaults; more > 0 {
		result.Faults = append(slices.Clip(r.faults[:event.MaxFaults]), fault("more", args{"Count": more}))
		result.Faults[event.MaxFaults].Code = string(event.CodeMore)
	}
	return result
}

// translate adds the faults of the document, each at its cell, but for those that only echo a cell that could not be
// read.
func (r *reader) translate(faults event.Faults) {
	for _, f := range faults {
		at := r.placeOf(f.Location)
		if f.Location == "id" && at.table == nil {
			at = r.rowToFill("event", "id")
		}
		if at.table == nil && f.Location != "" && len(r.faults) > 0 && f.Code == event.CodeMissing {
			continue // its sheet is missing, which is told
		}
		if f.Code == event.CodeMissing && at.column == 0 && r.lacks(at, f.Location) {
			continue
		}
		if r.told[at] || r.isEcho(f) {
			continue
		}
		f.Args = r.inWords(f.Args)
		out, ok := r.shared(f)
		switch {
		case ok:
		case f.Code == event.CodeDuplicateID && strings.HasPrefix(f.Location, "buyers") && r.numbered[f.Args["got"].Plain] != nil:
			out = fault("id_of_firm", args{"Got": shortened(f.Args["got"].Plain), "First": f.Args["first"]})
			out.Location = f.Location
		default:
			out = inTables(f)
		}
		if c := r.columnOf(at, f.Location); f.Code == event.CodeMissing && c != nil {
			missing := fault("missing", args{"Name": c.Heading})
			out.Problem, out.Want = missing.Problem, missing.Want
		}
		if at.table != nil {
			r.told[at] = true
			out.Sheet, out.File, out.Row, out.Column, out.Cell = at.table.grid.Name, at.table.grid.File, at.row, at.column, cellName(at.row, at.column)
			out.Heading = at.table.headingAt(at.column)
		}
		r.faults = append(r.faults, out)
	}
}

// rowToFill is the cell below the rows of a sheet that says nothing yet.
func (r *reader) rowToFill(sheet, column string) spot {
	t := r.tables[sheet]
	if t == nil || t.hasRows() {
		return spot{}
	}
	row := t.header + 1
	for _, given := range t.grid.Rows {
		row = max(row, given.Number+1)
	}
	return spot{t, row, t.where(t.sheet.column(column), "")}
}

// inTables puts a fault of the document into words; where those of the document speak of its fields, in the words of
// the sheets.
func inTables(f event.Fault) Fault {
	out := Fault{Location: f.Location, Code: string(f.Code)}
	id := "sheet.event." + string(f.Code)
	if !voices["en"].Has(id + ".problem") {
		out.Problem, out.Want = f.Problem(), f.Want()
		return out
	}
	a := make(args, len(f.Args))
	for name, word := range f.Args {
		a[strings.ToUpper(name[:1])+name[1:]] = word
	}
	out.Problem, out.Want = say(id+".problem", a), say(id+".want", a)
	return out
}

func (r *reader) columnOf(at spot, location string) *Column {
	if at.table == nil {
		return nil
	}
	return columnFor(at.table.sheet, r.rest(location))
}

// isEcho reports whether a fault follows from rows that could not be read, and will go with them.
func (r *reader) isEcho(f event.Fault) bool {
	switch f.Code {
	case event.CodeUnknownID, event.CodeMistypedID:
		return r.unreadIDs
	case event.CodeContradiction:
		return f.Args["now"].Plain == "" || f.Args["before"].Plain == ""
	case event.CodeNotTakingPart, event.CodeNoSuchSlot, event.CodeUnavailable,
		event.CodeParallelExceeded, event.CodeMaxExceeded, event.CodeTablesExceeded, event.CodeNoInterpreter, event.CodeNoTable:
		return r.unreadRules
	}
	return false
}

// lacks reports whether the sheet of a place has no column for a location: that is told once, of the sheet, where it has rows or no
// headings at all.
func (r *reader) lacks(at spot, location string) bool {
	if at.table == nil {
		return false
	}
	c := columnFor(at.table.sheet, r.rest(location))
	return c != nil && at.table.where(c, "") == 0 && (at.table.header == 0 || at.table.hasRows()) && !r.otherwise(at.table, c)
}

// placeOf finds the cell that a location of the document comes from; the row, or nothing, where there is no such cell.
func (r *reader) placeOf(location string) spot {
	prefix, rest := r.nearest(location)
	at := r.origin[prefix]
	if at.table == nil {
		return at
	}
	column, language := columnFor(at.table.sheet, rest), ""
	if column == nil {
		return at
	}
	if column.Kind == KindText {
		_, language, _ = strings.Cut(rest, ".")
	}
	at.column = at.table.where(column, language)
	return at
}

// nearest divides a location into the longest part that a row stands for, and the rest.
func (r *reader) nearest(location string) (prefix, rest string) {
	for prefix = location; prefix != ""; prefix = prefix[:max(0, strings.LastIndexAny(prefix, ".["))] {
		if _, ok := r.origin[prefix]; ok {
			break
		}
	}
	return prefix, strings.TrimPrefix(location[len(prefix):], ".")
}

func (r *reader) rest(location string) string {
	_, rest := r.nearest(location)
	return rest
}

// columnFor finds the column of a sheet for a field of the object that its rows stand for.
func columnFor(s *Sheet, field string) *Column {
	name := field[:len(field)-len(strings.TrimLeft(field, "abcdefghijklmnopqrstuvwxyz_"))]
	switch {
	case s.Key == "weights" && field == "":
		return s.column("weight")
	case s.Key == "tables" && field == "":
		return s.column("table")
	case s.Key == "sessions" && name == "slots":
		return s.column("hours")
	case name == "":
		return nil
	}
	for i := range s.Columns {
		c := &s.Columns[i]
		if c.Field != "" && (field == c.Field || strings.HasPrefix(field, c.Field+".") || strings.HasPrefix(field, c.Field+"[")) {
			return c
		}
	}
	if c := s.column(name); c != nil && c.Field == "" {
		return c
	}
	return nil
}

// inWords puts cells in the place of locations among the words of a message.
func (r *reader) inWords(words event.Args) event.Args {
	out := make(event.Args, len(words))
	for name, word := range words {
		out[name] = word
		if name != "first" && name != "previous" {
			continue
		}
		if at := r.placeOf(word.Plain); at.table != nil {
			if at.column == 0 {
				at.column = 1
			}
			out[name] = event.Text{Plain: at.table.grid.Name + " " + cellName(at.row, at.column)}
		}
	}
	return out
}
