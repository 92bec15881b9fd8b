package cli

import (
	"io"
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// cells measures text in terminal cells: Hangul and Chinese characters take two, combining marks none. It is set here and
// not by the environment, so that the same document prints the same everywhere.
var cells = &runewidth.Condition{StrictEmojiNeutral: true}

// A column of a table.
type column struct {
	title string
	right bool // numbers stand on the right
	// shrink lets the column be cut, with an ellipsis, to make the table fit.
	shrink bool
}

// A table lines its columns up by the width that their text has on a terminal.
type table struct {
	columns []column
	rows    [][]string
	indent  int // spaces before each line
}

const (
	gutter    = 2 // spaces between columns
	leastCell = 8 // a column is not cut below this width
)

// add appends a row; a row shorter than the columns is filled with empty cells.
func (t *table) add(row ...string) {
	clean := make([]string, len(t.columns))
	for i := range min(len(row), len(clean)) {
		clean[i] = oneLine(row[i])
	}
	t.rows = append(t.rows, clean)
}

// write prints the table with its titles, no wider than width cells if that is possible; 0 is no limit.
func (t *table) write(w io.Writer, width int) error {
	widths := t.widths(width)
	var b strings.Builder
	titles := make([]string, len(t.columns))
	rules := make([]string, len(t.columns))
	for i, c := range t.columns {
		titles[i] = c.title
		rules[i] = strings.Repeat("-", widths[i])
	}
	t.line(&b, titles, widths)
	t.line(&b, rules, widths)
	for _, row := range t.rows {
		t.line(&b, row, widths)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t *table) line(b *strings.Builder, row []string, widths []int) {
	var line strings.Builder
	line.WriteString(strings.Repeat(" ", t.indent))
	for i, text := range row {
		if i > 0 {
			line.WriteString(strings.Repeat(" ", gutter))
		}
		text = cells.Truncate(text, widths[i], "…")
		fill := strings.Repeat(" ", max(0, widths[i]-cells.StringWidth(text)))
		if t.columns[i].right {
			line.WriteString(fill + text)
		} else {
			line.WriteString(text + fill)
		}
	}
	b.WriteString(strings.TrimRight(line.String(), " "))
	b.WriteByte('\n')
}

// widths gives every column the width of its widest cell, then takes from the widest column that may shrink until the
// table fits.
func (t *table) widths(limit int) []int {
	widths := make([]int, len(t.columns))
	total := t.indent + gutter*max(0, len(t.columns)-1)
	for i, c := range t.columns {
		widths[i] = cells.StringWidth(c.title)
		for _, row := range t.rows {
			widths[i] = max(widths[i], cells.StringWidth(row[i]))
		}
		total += widths[i]
	}
	for ; limit > 0 && total > limit; total-- {
		widest := -1
		for i, c := range t.columns {
			if c.shrink && widths[i] > leastCell && (widest < 0 || widths[i] > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			break
		}
		widths[widest]--
	}
	return widths
}

// oneLine takes line breaks and control characters out of a text: a name of a document must neither break a table nor
// command the terminal.
func oneLine(s string) string {
	if !strings.ContainsFunc(s, unicode.IsControl) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsControl(r) || r == ' ' }), " ")
}
