package sheet

import (
	"fmt"
	"strings"

	"sangdam/event"
)

// A Fault is one thing wrong in a file: which cell, what, and what would be right, in the languages of the product.
type Fault struct {
	File     string // of a folder or zip, e.g. firms.csv; empty for a workbook
	Sheet    string // as it is called in the file; empty: the file as a whole
	Row      int    // from 1, as the office program counts; 0: the sheet as a whole
	Column   int    // from 1; 0: the row as a whole
	Cell     string // e.g. C7; empty when Row or Column is 0
	Heading  string // of the column, as it stands in the file
	Location string // in the event document, e.g. buyers[3].needs[0].hs[1], where there is one
	Code     string // for programs; those of package event, or one of this package
	Problem  event.Text
	Want     event.Text
}

// Where names the place of the fault in a language: the sheet, the cell and the heading of its column.
func (f Fault) Where(language string) string {
	var parts []string
	switch {
	case f.Sheet != "":
		parts = append(parts, f.Sheet)
	case f.File != "":
		parts = append(parts, f.File)
	}
	switch {
	case f.Cell != "" && f.Heading != "":
		parts = append(parts, f.Cell+" ("+oneLine(f.Heading)+")")
	case f.Cell != "":
		parts = append(parts, f.Cell)
	case f.Row > 0:
		parts = append(parts, say("sheet.where.row", args{"Row": f.Row}).In(language))
	case f.Column > 0:
		parts = append(parts, say("sheet.where.column", args{"Column": ColumnName(f.Column)}).In(language))
	}
	return strings.Join(parts, " ")
}

// In returns the whole fault in a language: where, what is wrong, what would be right.
func (f Fault) In(language string) string {
	between := map[string]string{"ko": ". ", "zh": "。"}[language]
	if between == "" {
		between = "; "
	}
	text := f.Problem.In(language)
	if want := f.Want.In(language); want != "" {
		text += between + want
	}
	if where := f.Where(language); where != "" {
		return where + ": " + text
	}
	return text
}

// Error returns the fault in English.
func (f Fault) Error() string { return f.In("en") }

// Faults are all the faults of a file, sheet by sheet and row by row. Beyond event.MaxFaults the rest are only counted,
// by a last one of event.CodeMore.
type Faults []Fault

// Error returns the faults in English, one a line.
func (fs Faults) Error() string { return fs.In("en") }

// In returns the faults in a language, one a line.
func (fs Faults) In(language string) string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.In(language)
	}
	return strings.Join(lines, "\n")
}

// ColumnName is the letters of a column counted from 1: A, Z, AA. Nothing for less than 1.
func ColumnName(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

func cellName(row, column int) string {
	if row < 1 || column < 1 {
		return ""
	}
	return fmt.Sprintf("%s%d", ColumnName(column), row)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
