package workbook

import "github.com/xuri/excelize/v2"

// officeFont is on every Windows and has Hangul, Latin and Cyrillic; elsewhere the program chooses one of its own.
const officeFont = "Malgun Gothic"

// palette are light colours on which black letters read well (contrast above 12), far apart from each other; beyond them
// sectors share.
var palette = []string{"D6E4F5", "FBE3CF", "DDEFD5", "F4D9E4", "E4DDF3", "FFF1C2", "D3EEEE", "EAE0D2", "E2E6EA", "F9D9D2"}

// styles are the looks of cells, by their number in the file.
type styles struct {
	title, note, longTitle, longNote, heading, time, cell, text, wrap, number, money, score, good, bad int
	sectors                                                                                            []int // of a meeting in the grid
	swatches                                                                                           []int // of the legend
}

func newStyles(f *excelize.File) (styles, error) {
	var s styles
	if err := f.SetDefaultFont(officeFont); err != nil {
		return s, err
	}
	thin := []excelize.Border{}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		thin = append(thin, excelize.Border{Type: side, Color: "A6A6A6", Style: 1})
	}
	middle := &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}
	top := &excelize.Alignment{Vertical: "top"}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	font := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Family: officeFont, Size: size, Bold: bold, Color: colour}
	}
	whole, dollars, score := "0", "#,##0", "0.0000"
	looks := []struct {
		id   *int
		look excelize.Style
	}{
		{&s.title, excelize.Style{Font: font(16, true, "1F4E79"), Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&s.note, excelize.Style{Font: font(9, false, "595959"), Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&s.longTitle, excelize.Style{Font: font(16, true, "1F4E79"), Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}},
		{&s.longNote, excelize.Style{Font: font(9, false, "595959"), Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&s.heading, excelize.Style{Border: thin, Alignment: middle, Fill: fill("1F4E79"), Font: font(10, true, "FFFFFF")}},
		{&s.time, excelize.Style{Border: thin, Alignment: middle, Fill: fill("F2F2F2"), Font: font(10, true, "262626")}},
		{&s.cell, excelize.Style{Border: thin, Alignment: middle, Font: font(9, false, "262626")}},
		{&s.text, excelize.Style{Border: thin, Alignment: top, NumFmt: 49, Font: font(10, false, "262626")}},
		{&s.wrap, excelize.Style{Border: thin, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}, NumFmt: 49, Font: font(10, false, "262626")}},
		{&s.number, excelize.Style{Border: thin, Alignment: top, CustomNumFmt: &whole, Font: font(10, false, "262626")}},
		{&s.money, excelize.Style{Border: thin, Alignment: top, CustomNumFmt: &dollars, Font: font(10, false, "262626")}},
		{&s.score, excelize.Style{Border: thin, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "top"}, CustomNumFmt: &score, Font: font(10, false, "262626")}},
		{&s.good, excelize.Style{Border: thin, Alignment: middle, Fill: fill("DDEFD5"), Font: font(10, true, "1E5631")}},
	}
	for _, l := range looks {
		id, err := f.NewStyle(&l.look)
		if err != nil {
			return s, err
		}
		*l.id = id
	}
	for _, colour := range palette {
		cell, err := f.NewStyle(&excelize.Style{Border: thin, Alignment: middle, Fill: fill(colour), Font: font(9, false, "262626")})
		if err != nil {
			return s, err
		}
		swatch, err := f.NewStyle(&excelize.Style{Border: thin, Alignment: middle, Fill: fill(colour), Font: font(9, true, "262626")})
		if err != nil {
			return s, err
		}
		s.sectors, s.swatches = append(s.sectors, cell), append(s.swatches, swatch)
	}
	var err error
	s.bad, err = f.NewConditionalStyle(&excelize.Style{Fill: fill("F8B4AB"), Font: font(10, true, "7A1212")})
	return s, err
}
