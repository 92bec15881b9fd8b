// Package grid holds tables as a file gives them, before anything is known of their meaning.
package grid

// A Kind is what a file says a cell holds.
type Kind uint8

// The kinds of cells.
const (
	Text    Kind = iota // also a number that is stored as text
	Number              // as the file writes it, without grouping
	Bool                // TRUE or FALSE
	Moment              // a number under a date or time format, as 2019-10-29, 2019-10-29 09:30 or 09:30
	Failure             // the failure of a formula, such as #N/A
	Hollow              // a formula without a result
)

// A Cell is one cell.
type Cell struct {
	Text    string
	Kind    Kind
	Formula bool // the text is the last result of a formula
}

// A Row is one row with at least one cell that is not empty.
type Row struct {
	Number int    // from 1
	Cells  []Cell // from column A; those after the last are empty
}

// At returns the cell of a column counted from 1, an empty one beyond the last.
func (r Row) At(column int) Cell {
	if column < 1 || column > len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column-1]
}

// A Grid is one table.
type Grid struct {
	Name string // of the sheet, or of the file without its ending
	File string // of a folder or zip; empty for a sheet of a workbook
	Rows []Row  // in ascending order, empty ones left out

	Encoding  string // of a text file: UTF-8, UTF-8 with mark, CP949
	Delimiter rune   // of a text file
	Garbled   []Spot // cells with what is no character in the encoding
	External  bool   // the workbook refers to other files, which were not opened
}

// A Spot is the place of a cell, from 1.
type Spot struct{ Row, Column int }

// Limits keep a file from taking more than its share. The zero value means the defaults.
type Limits struct {
	Bytes   int64 // of the file; twice as much for everything in it unpacked; default DefaultBytes
	Rows    int   // of a sheet; default DefaultRows
	Columns int   // of a sheet; default DefaultColumns
	Cells   int   // of a file; default DefaultCells
}

// The defaults of Limits: several times the largest event known.
const (
	DefaultBytes   = 64 << 20
	DefaultRows    = 200_000
	DefaultColumns = 256
	DefaultCells   = 4_000_000
)

// Filled returns the limits with the defaults for what is zero.
func (l Limits) Filled() Limits {
	if l.Bytes == 0 {
		l.Bytes = DefaultBytes
	}
	if l.Rows == 0 {
		l.Rows = DefaultRows
	}
	if l.Columns == 0 {
		l.Columns = DefaultColumns
	}
	if l.Cells == 0 {
		l.Cells = DefaultCells
	}
	return l
}

// Unpacked is how much everything in a packed file may come to.
func (l Limits) Unpacked() int64 { return 2 * l.Filled().Bytes }

// A LimitError is a file that is larger than the limits allow.
type LimitError struct {
	What  string // bytes, rows, columns, cells
	Where string // a sheet or file inside; empty: the file itself
	Limit int64
}

func (e LimitError) Error() string { return "too many " + e.What + " in " + e.Where }

// A FormatError is a file that is not what its name says.
type FormatError struct {
	Why string // not_zip, json, encrypted, old_xls, no_workbook, broken, no_table
	Err error  // what the parser said; may be nil
}

func (e FormatError) Error() string {
	if e.Err != nil {
		return e.Why + ": " + e.Err.Error()
	}
	return e.Why
}

func (e FormatError) Unwrap() error { return e.Err }
