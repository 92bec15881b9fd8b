package sheet

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// markColour fills the cells of faults.
const markColour = "FF9999"

// errNothingToMark is a file of which not even the cells could be read.
var errNothingToMark = errors.New("sheet: there are no cells to mark")

// Mark returns a copy of the file that was read, as a workbook, with the cells of its faults coloured and commented in a
// language: what is wrong and what would be right. A fault of a row or sheet is put at its beginning. Of a workbook
// everything else stays as it was; CSV files become the sheets of a new one.
func Mark(data []byte, r *Result, language string) (marked []byte, err error) {
	if len(r.grids) == 0 {
		return nil, errNothingToMark
	}
	// The library is written for files that programs wrote, and may fall over what strangers send.
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("sheet: the workbook cannot be marked: %v", p)
		}
	}()
	f, err := r.copyOf(data)
	if err != nil {
		return nil, fmt.Errorf("sheet: the workbook cannot be marked: %w", err)
	}
	defer f.Close()
	m := marker{f, make(map[int]int), make(map[spotName]string)}
	for _, fault := range r.Faults {
		if err := m.mark(fault, language); err != nil {
			return nil, fmt.Errorf("sheet: the workbook cannot be marked: %w", err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("sheet: the workbook cannot be marked: %w", err)
	}
	return out.Bytes(), nil
}

// copyOf opens a workbook for change, or makes one of text files.
func (r *Result) copyOf(data []byte) (*excelize.File, error) {
	if r.grids[0].File == "" {
		data, err := withUsualComments(data)
		if err != nil {
			return nil, err
		}
		return excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: Limits{}.Unpacked()})
	}
	f := excelize.NewFile()
	for i, g := range r.grids {
		name := g.Name
		if i == 0 {
			if err := f.SetSheetName("Sheet1", name); err != nil {
				return nil, err
			}
		} else if _, err := f.NewSheet(name); err != nil {
			return nil, err
		}
		for _, row := range g.Rows {
			for j, c := range row.Cells {
				if c.Text == "" {
					continue
				}
				if err := f.SetCellStr(name, cellName(row.Number, j+1), c.Text); err != nil {
					return nil, err
				}
			}
		}
	}
	return f, nil
}

type spotName struct{ sheet, cell string }

type marker struct {
	file   *excelize.File
	styles map[int]int // the marked look of each look
	texts  map[spotName]string
}

func (m *marker) mark(f Fault, language string) error {
	sheet := f.Sheet
	if sheet == "" {
		sheet = m.file.GetSheetName(0)
	}
	cell := cellName(max(1, f.Row), max(1, f.Column))
	look, err := m.file.GetCellStyle(sheet, cell)
	if err != nil {
		return err
	}
	marked, ok := m.styles[look]
	if !ok {
		style, err := m.file.GetStyle(look)
		if err != nil {
			return err
		}
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{markColour}}
		if marked, err = m.file.NewStyle(style); err != nil {
			return err
		}
		m.styles[look], m.styles[marked] = marked, marked
	}
	if err := m.file.SetCellStyle(sheet, cell, cell, marked); err != nil {
		return err
	}
	return m.comment(sheet, cell, f, language)
}

// comment puts the fault into the comment of its cell, after what is there already.
func (m *marker) comment(sheet, cell string, f Fault, language string) error {
	at := spotName{sheet, cell}
	before, known := m.texts[at]
	if !known {
		comments, err := m.file.GetComments(sheet)
		if err != nil {
			return err
		}
		for _, c := range comments {
			if c.Cell == cell {
				before = commentText(c)
			}
		}
	}
	text := f.Problem.In(language) + "\n→ " + f.Want.In(language)
	if before != "" {
		text = before + "\n\n" + text
		if err := m.file.DeleteComment(sheet, cell); err != nil {
			return err
		}
	}
	m.texts[at] = text
	const most = 30_000
	if r := []rune(text); len(r) > most {
		text = string(r[:most])
	}
	return m.file.AddComment(sheet, excelize.Comment{
		Cell: cell, Author: "Sangdam", Width: 320, Height: uint(40 + 22*wide.StringWidth(text)/38),
		Paragraph: []excelize.RichTextRun{{Text: text}},
	})
}

// commentText is all that a comment says, whatever its fonts.
func commentText(c excelize.Comment) string {
	text := c.Text
	for _, run := range c.Paragraph {
		text += run.Text
	}
	return text
}
