package delimited

import (
	"strings"

	"sangdam/internal/sheet/grid"
)

// A parser goes through a text once. It is lenient as office programs are: a quote inside a cell that does not begin with
// one is a letter, and what follows a closing quote still belongs to the cell. Rows are counted as those programs count
// them: a line break in quotes does not begin a row, an empty line is one.
type parser struct {
	rest      string
	delimiter byte
	limits    grid.Limits
	name      string
	row       int
	cells     int
}

func (p *parser) rows() ([]grid.Row, error) {
	var rows []grid.Row
	for p.rest != "" {
		p.row++
		row, err := p.record()
		if err != nil {
			return nil, err
		}
		if len(row.Cells) == 0 {
			continue
		}
		if len(rows) == p.limits.Rows {
			return nil, grid.LimitError{What: "rows", Where: p.name, Limit: int64(p.limits.Rows)}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// record reads up to the end of a row; empty cells at its end are left out.
func (p *parser) record() (grid.Row, error) {
	row := grid.Row{Number: p.row}
	for column, more := 1, true; more; column++ {
		var text string
		text, more = p.cell()
		if text == "" {
			continue
		}
		if column > p.limits.Columns {
			return row, grid.LimitError{What: "columns", Where: p.name, Limit: int64(p.limits.Columns)}
		}
		if p.cells += column - len(row.Cells); p.cells > p.limits.Cells {
			return row, grid.LimitError{What: "cells", Where: p.name, Limit: int64(p.limits.Cells)}
		}
		for len(row.Cells) < column-1 {
			row.Cells = append(row.Cells, grid.Cell{})
		}
		row.Cells = append(row.Cells, grid.Cell{Text: unguard(text)})
	}
	return row, nil
}

// cell reads one cell and what ends it; more says that the row goes on.
func (p *parser) cell() (text string, more bool) {
	if !strings.HasPrefix(p.rest, `"`) {
		plain := p.upToEnd()
		return plain, p.step()
	}
	p.rest = p.rest[1:]
	var b strings.Builder
	for {
		end := strings.IndexByte(p.rest, '"')
		if end < 0 { // never closed: the rest of the file
			b.WriteString(p.rest)
			p.rest = ""
			return b.String(), false
		}
		b.WriteString(p.rest[:end])
		p.rest = p.rest[end+1:]
		if !strings.HasPrefix(p.rest, `"`) {
			break
		}
		b.WriteByte('"')
		p.rest = p.rest[1:]
	}
	b.WriteString(p.upToEnd())
	return strings.ReplaceAll(b.String(), "\r\n", "\n"), p.step()
}

// upToEnd takes what stands before the next delimiter or line break.
func (p *parser) upToEnd() string {
	end := strings.IndexAny(p.rest, string([]byte{p.delimiter, '\r', '\n'}))
	if end < 0 {
		end = len(p.rest)
	}
	text := p.rest[:end]
	p.rest = p.rest[end:]
	return text
}

// step goes over a delimiter or a line break, of any of the three kinds, and reports whether the row goes on.
func (p *parser) step() (more bool) {
	switch {
	case p.rest == "":
		return false
	case p.rest[0] == p.delimiter:
		p.rest = p.rest[1:]
		return true
	case strings.HasPrefix(p.rest, "\r\n"):
		p.rest = p.rest[2:]
	default:
		p.rest = p.rest[1:]
	}
	return false
}
