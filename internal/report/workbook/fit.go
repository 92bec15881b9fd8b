package workbook

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
	"github.com/xuri/excelize/v2"
)

// wide measures as the font of the workbook shows: Hangul and Han take two places, Cyrillic one, whatever the locale of the process.
var wide = &runewidth.Condition{}

// usualSize is the size, in points, in which columns are measured.
const usualSize = 11

// linesIn is how many lines a text takes in a column, whose width is in characters of the usual size. Lines break between words, so
// that a line is seldom full; a text that fits in one is not broken. Capitals of Latin and Cyrillic may be wider than the digits that
// columns are measured in, Hangul and Han never are wider than two.
func linesIn(text string, width, size float64) int {
	const full = 0.9
	n := 0
	for line := range strings.Lines(text + "\n") {
		line = strings.TrimRight(line, "\n")
		cells, letters := wide.StringWidth(line), utf8.RuneCountInString(line)
		double := min(letters, max(0, cells-letters)) // letters of two places
		taken := float64(cells) * size / usualSize
		if (float64(2*double)+float64(cells-2*double)/full)*size/usualSize <= width {
			n++
			continue
		}
		n += max(1, int(math.Ceil(taken/(width*full))))
	}
	return n
}

// heightOf is the height of a row of so many lines, in points.
func heightOf(lines int, size float64) float64 {
	const most = 409 // of Excel
	return min(most, float64(lines)*size*1.45+4)
}

// fit makes a row high enough for its texts, each in a column of its width.
func (x *writer) fit(sheet string, row int, widths []float64, texts []string) error {
	lines := 1
	for i, text := range texts {
		lines = max(lines, linesIn(text, widths[i], 10))
	}
	return x.file.SetRowHeight(sheet, row, heightOf(lines, 10))
}

// widest is the width of a column that holds names, between two limits.
func widest(names []string, least, most float64) float64 {
	for _, name := range names {
		least = max(least, float64(wide.StringWidth(name))+1)
	}
	return min(least, most)
}

// banner lets the title and the note of a sheet wrap over its columns, where they are too long for one line.
func (x *writer) banner(sheet string, widths []float64) error {
	total := 0.0
	for _, w := range widths {
		total += w
	}
	for _, line := range []struct {
		row, style int
		size       float64
	}{{1, x.style.longTitle, 16}, {2, x.style.longNote, 9}} {
		row, size := line.row, line.size
		at, err := excelize.CoordinatesToCellName(1, row)
		if err != nil {
			return err
		}
		text, err := x.file.GetCellValue(sheet, at)
		if err != nil {
			return err
		}
		lines := linesIn(text, total, size)
		if lines == 1 || len(widths) == 1 {
			continue
		}
		last, err := excelize.CoordinatesToCellName(len(widths), row)
		if err != nil {
			return err
		}
		if err := x.file.MergeCell(sheet, at, last); err != nil {
			return err
		}
		if err := x.file.SetCellStyle(sheet, at, at, line.style); err != nil {
			return err
		}
		if err := x.file.SetRowHeight(sheet, row, heightOf(lines, size)); err != nil {
			return err
		}
	}
	return nil
}
