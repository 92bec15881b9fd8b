package workbook

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// sheetNames hands out names that Excel takes: at most 31 characters, none of []:*?/\ and no apostrophe at an end, each once
// whatever the case.
type sheetNames map[string]bool

const longestName = 31

func (n *sheetNames) take(wanted string) string {
	if *n == nil {
		*n = sheetNames{"history": true, "sheet1": true} // the first is Excel's own
	}
	clean := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`[]:*?/\`, r):
			return '·'
		case r < ' ' || r == utf8.RuneError:
			return -1
		}
		return r
	}, wanted)
	clean = strings.Trim(cutUnits(strings.TrimSpace(clean), longestName), "' ")
	if clean == "" {
		clean = "-"
	}
	name := clean
	for i := 2; (*n)[strings.ToLower(name)]; i++ {
		end := fmt.Sprintf(" (%d)", i)
		name = cutUnits(clean, longestName-len(end)) + end
	}
	(*n)[strings.ToLower(name)] = true
	return name
}

// cutUnits cuts a text to so many UTF-16 units, by which Excel counts.
func cutUnits(s string, most int) string {
	units := 0
	for i, r := range s {
		units++
		if r > 0xFFFF {
			units++
		}
		if units > most {
			return s[:i]
		}
	}
	return s
}

// A page is how a sheet is printed.
type page struct {
	landscape bool
	whole     bool   // on one page, however small
	repeat    string // rows printed on every page, e.g. "$1:$4"; empty: none
	area      string // e.g. "$A$1:$K$20"
}

// add makes a sheet with a title, ready for A4.
func (x *writer) add(wanted, title, note string) (string, error) {
	name := x.names.take(wanted)
	if _, err := x.file.NewSheet(name); err != nil {
		return "", err
	}
	err := x.put(name, 1, 1, title, x.style.title)
	if err == nil {
		err = x.put(name, 1, 2, note, x.style.note)
	}
	if err == nil {
		err = x.file.SetRowHeight(name, 1, 26)
	}
	return name, err
}

// put writes one cell; texts stay texts, whatever they begin with.
func (x *writer) put(sheet string, column, row int, value any, style int) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	if s, ok := value.(string); ok {
		err = x.file.SetCellStr(sheet, at, clip(s))
	} else {
		err = x.file.SetCellValue(sheet, at, value)
	}
	if err != nil {
		return err
	}
	return x.file.SetCellStyle(sheet, at, at, style)
}

// clip keeps a text within what a cell holds, and takes out what XML cannot.
func clip(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return cutUnits(s, excelize.TotalCellChars)
}

func (x *writer) formula(sheet string, column, row int, formula string, style int) error {
	at, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	if err := x.file.SetCellFormula(sheet, at, formula); err != nil {
		return err
	}
	return x.file.SetCellStyle(sheet, at, at, style)
}

// headings writes a row of headings and makes the columns wide enough for them and for what is below.
func (x *writer) headings(sheet string, row int, titles []string, widths []float64) error {
	given := make([]float64, len(widths))
	for i, t := range titles {
		given[i] = max(widths[i], float64(wide.StringWidth(t))+2)
		if err := x.put(sheet, i+1, row, t, x.style.heading); err != nil {
			return err
		}
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := x.file.SetColWidth(sheet, column, column, given[i]); err != nil {
			return err
		}
	}
	return x.banner(sheet, given)
}

// print sets a sheet up for A4: one page wide, as many high as it takes.
func (x *writer) print(sheet string, p page) error {
	a4, one, many, fit := 9, 1, 0, true
	orientation := "portrait"
	if p.whole {
		many = 1
	}
	if p.landscape {
		orientation = "landscape"
	}
	if err := x.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := x.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &one, FitToHeight: &many}); err != nil {
		return err
	}
	side, head := 0.4, 0.5
	if err := x.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &head, Bottom: &head}); err != nil {
		return err
	}
	if err := x.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}); err != nil {
		return err
	}
	names := []excelize.DefinedName{{Name: "_xlnm.Print_Area", RefersTo: quoted(sheet) + "!" + p.area, Scope: sheet}}
	if p.repeat != "" {
		names = append(names, excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted(sheet) + "!" + p.repeat, Scope: sheet})
	}
	for i := range names {
		if err := x.file.SetDefinedName(&names[i]); err != nil {
			return err
		}
	}
	return nil
}

// freeze keeps rows and columns in view.
func (x *writer) freeze(sheet string, columns, rows int) error {
	at, err := excelize.CoordinatesToCellName(columns+1, rows+1)
	if err != nil {
		return err
	}
	return x.file.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: at, ActivePane: "bottomRight"})
}

// quoted is a sheet's name as formulas have it.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }

// area is the absolute range from A1 to a cell.
func area(columns, rows int) string {
	last, err := excelize.CoordinatesToCellName(columns, rows, true)
	if err != nil {
		return "$A$1"
	}
	return "$A$1:" + last
}
