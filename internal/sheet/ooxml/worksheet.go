package ooxml

import (
	"encoding/xml"
	"strconv"
	"strings"

	"sangdam/internal/sheet/grid"
)

// What a worksheet can have at most, by the format itself.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

// A sheetReader keeps what one worksheet's tokens have told so far.
type sheetReader struct {
	book   *book
	name   string
	rows   []grid.Row
	merges []area

	row      grid.Row
	elements int // rows, empty ones too
	column   int // of the cell being read
	kind     string
	style    int
	formula  bool
	value    bool // a value was there
	text     strings.Builder
	inText   bool
	phonetic int
}

// worksheet reads the rows that hold anything.
func (b *book) worksheet(name, part string) ([]grid.Row, error) {
	s := &sheetReader{book: b, name: name}
	err := b.tokens(part, func(token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			return s.start(element{t.Name.Local, t.Attr})
		case xml.EndElement:
			return s.end(t.Name.Local)
		case xml.CharData:
			if s.inText && s.phonetic == 0 {
				s.text.Write(t)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	rows := inOrder(s.rows)
	fillMerged(rows, s.merges, b.limits.Cells)
	return rows, nil
}

func (s *sheetReader) start(e element) error {
	switch e.name {
	case "row":
		number := s.row.Number + 1
		if r, err := strconv.Atoi(e.attr("r")); err == nil {
			number = r
		}
		if s.elements++; s.elements > maxRows || number < 1 || number > maxRows {
			return grid.LimitError{What: "rows", Where: s.name, Limit: maxRows}
		}
		s.row, s.column = grid.Row{Number: number}, 0
	case "c":
		s.column++
		if letters := columnOf(e.attr("r")); letters > 0 {
			s.column = letters
		}
		s.kind, s.formula, s.value = e.attr("t"), false, false
		s.style, _ = strconv.Atoi(e.attr("s")) // none is 0
		s.text.Reset()
	case "f":
		s.formula = true
	case "v", "t":
		s.inText, s.value = true, true
	case "rPh":
		s.phonetic++
	case "mergeCell":
		if a, ok := parseArea(e.attr("ref")); ok {
			s.merges = append(s.merges, a)
		}
	}
	return nil
}

func (s *sheetReader) end(name string) error {
	switch name {
	case "v", "t":
		s.inText = false
	case "rPh":
		s.phonetic--
	case "c":
		return s.keep(s.cell())
	case "row":
		if len(s.row.Cells) == 0 {
			return nil
		}
		if len(s.rows) == s.book.limits.Rows {
			return grid.LimitError{What: "rows", Where: s.name, Limit: int64(s.book.limits.Rows)}
		}
		s.rows = append(s.rows, s.row)
	}
	return nil
}

// keep puts a cell that is not empty into its row.
func (s *sheetReader) keep(c grid.Cell) error {
	if c.Text == "" && c.Kind != grid.Hollow {
		return nil
	}
	if s.column > s.book.limits.Columns {
		return grid.LimitError{What: "columns", Where: s.name, Limit: int64(s.book.limits.Columns)}
	}
	more := s.column - len(s.row.Cells)
	if more < 1 { // a cell given twice, or out of order
		s.row.Cells[s.column-1] = c
		return nil
	}
	if s.book.cells -= more; s.book.cells < 0 {
		return grid.LimitError{What: "cells", Where: s.name, Limit: int64(s.book.limits.Cells)}
	}
	s.row.Cells = append(s.row.Cells, make([]grid.Cell, more)...)
	s.row.Cells[s.column-1] = c
	return nil
}

// cell says what the cell that has just ended holds.
func (s *sheetReader) cell() grid.Cell {
	c := grid.Cell{Text: s.text.String(), Formula: s.formula}
	if s.formula && !s.value {
		c.Kind = grid.Hollow
		return c
	}
	switch s.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(c.Text))
		c.Text = ""
		if err == nil && 0 <= i && i < len(s.book.shared) {
			c.Text = s.book.shared[i]
		}
	case "str", "inlineStr":
		c.Text = unescape(c.Text)
	case "b":
		c.Kind = grid.Bool
		c.Text = map[bool]string{true: "TRUE", false: "FALSE"}[strings.TrimSpace(c.Text) == "1"]
	case "e":
		c.Kind = grid.Failure
	case "d":
		c.Kind = grid.Moment
		c.Text = strings.TrimSuffix(strings.Replace(c.Text, "T", " ", 1), " 00:00:00")
	default:
		s.number(&c)
	}
	return c
}

func (s *sheetReader) number(c *grid.Cell) {
	c.Text = strings.TrimSpace(c.Text)
	if c.Text == "" {
		return
	}
	c.Kind = grid.Number
	if s.style < 0 || s.style >= len(s.book.formats) || s.book.formats[s.style] != moment {
		return
	}
	if serial, err := strconv.ParseFloat(c.Text, 64); err == nil {
		if text, ok := momentText(serial, s.book.date1904); ok {
			c.Text, c.Kind = text, grid.Moment
		}
	}
}
