package sheet

import "github.com/xuri/excelize/v2"

// styles are the looks of cells, by their number in the file.
type styles struct {
	heading, required, example, text, wrapped, number, title, plain int
}

// officeFont is on every Windows and has Hangul, Latin and Cyrillic; elsewhere the program chooses one of its own.
const officeFont = "Malgun Gothic"

const textFormat = 49 // "@": what is typed stays as it is typed

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	if err := f.SetDefaultFont(officeFont); err != nil {
		return s, err
	}
	thin := []excelize.Border{}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		thin = append(thin, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
	}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	grouped := "#,##0.######"
	for _, style := range []struct {
		id   *int
		look excelize.Style
	}{
		{&s.heading, excelize.Style{NumFmt: textFormat, Border: thin, Alignment: middle, Fill: fill("5B7FA6"), Font: &excelize.Font{Family: officeFont, Bold: true, Color: "FFFFFF"}}},
		{&s.required, excelize.Style{NumFmt: textFormat, Border: thin, Alignment: middle, Fill: fill("1F4E79"), Font: &excelize.Font{Family: officeFont, Bold: true, Color: "FFFFFF"}}},
		{&s.example, excelize.Style{NumFmt: textFormat, Border: thin, Alignment: &excelize.Alignment{Vertical: "center"}, Fill: fill("FFF7DB"), Font: &excelize.Font{Family: officeFont, Italic: true, Color: "7F7F7F"}}},
		{&s.text, excelize.Style{NumFmt: textFormat, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&s.wrapped, excelize.Style{NumFmt: textFormat, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&s.number, excelize.Style{CustomNumFmt: &grouped, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&s.title, excelize.Style{Font: &excelize.Font{Family: officeFont, Bold: true, Size: 16, Color: "1F4E79"}}},
		{&s.plain, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
	} {
		id, err := f.NewStyle(&style.look)
		if err != nil {
			return s, err
		}
		*style.id = id
	}
	return s, nil
}

// of is the look of a column's cells.
func (s styles) of(c *Column) int {
	switch {
	case numeric(c):
		return s.number
	case c.Kind == KindText || c.Kind == KindSectors || c.Kind == KindList:
		return s.wrapped
	}
	return s.text
}
