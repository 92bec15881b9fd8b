package sheet

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/xuri/excelize/v2"

	"sangdam/event"
)

// A book is a workbook being written.
type book struct {
	file      *excelize.File
	languages []string // of headings
	texts     []string // of the columns of texts, where no text says which
	template  bool
	styles    styles
	codes     map[Kind]string // where the codes of a kind are listed
	sectors   []Sector        // those listed beside the codes
}

// writeBook writes the instructions, every sheet, and the lists of codes that the drop-down lists show.
func writeBook(w io.Writer, c *content, opt WriteOptions, template bool) error {
	b := &book{file: excelize.NewFile(), languages: opt.languages(), texts: opt.texts(), template: template, codes: make(map[Kind]string), sectors: opt.Sectors}
	defer b.file.Close()
	if err := b.write(c); err != nil {
		return fmt.Errorf("sheet: writing the workbook: %w", err)
	}
	var out bytes.Buffer
	if err := b.file.Write(&out); err != nil {
		return fmt.Errorf("sheet: writing the workbook: %w", err)
	}
	return repack(w, out.Bytes())
}

func (b *book) write(c *content) error {
	var err error
	if b.styles, err = newStyles(b.file); err != nil {
		return err
	}
	names := []string{b.say(instructionsName)}
	for _, s := range sheets {
		names = append(names, b.say(s.Name))
	}
	names = append(names, b.say(codesName))
	if err := b.file.SetSheetName("Sheet1", names[0]); err != nil {
		return err
	}
	for _, name := range names[1:] {
		if _, err := b.file.NewSheet(name); err != nil {
			return err
		}
	}
	if err := b.instructions(names[0]); err != nil {
		return err
	}
	if err := b.codeLists(names[len(names)-1]); err != nil {
		return err
	}
	for _, s := range sheets {
		f, err := c.fill(s, b.languages[0], b.texts)
		if err != nil {
			return err
		}
		if err := b.sheet(b.say(s.Name), f); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) say(t event.Text) string { return t.In(b.languages[0]) }

// sheet writes one sheet: headings with help, an example in a template, then the rows.
func (b *book) sheet(name string, f filled) error {
	if err := b.dress(name, f); err != nil {
		return err
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	widths := make([]float64, len(f.columns))
	for i, p := range f.columns {
		widths[i] = b.width(p, f, i)
		if err := stream.SetColWidth(i+1, i+1, widths[i]); err != nil {
			return err
		}
		if err := stream.SetColStyle(i+1, i+1, b.styles.of(p.column)); err != nil {
			return err
		}
	}
	if err := stream.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: b.frozen(f), YSplit: 1, TopLeftCell: cellName(2, b.frozen(f)+1), ActivePane: "bottomRight",
	}); err != nil {
		return err
	}
	headings := make([]any, len(f.columns))
	for i, p := range f.columns {
		style := b.styles.heading
		if p.column.Required {
			style = b.styles.required
		}
		headings[i] = excelize.Cell{StyleID: style, Value: title(p.column, p.language, b.languages, "\n")}
	}
	if err := stream.SetRow("A1", headings, excelize.RowOpts{Height: 18 * float64(1+len(b.languages))}); err != nil {
		return err
	}
	row := 2
	if b.template {
		if err := stream.SetRow("A2", b.exampleRow(f), excelize.RowOpts{Height: 20}); err != nil {
			return err
		}
		row++
	}
	for _, cells := range f.rows {
		if err := stream.SetRow(cellName(row, 1), b.row(f, cells), rowOpts(f, cells, widths)...); err != nil {
			return err
		}
		row++
	}
	return stream.Flush()
}

// frozen is how many columns stay in sight: those that say whose a row is.
func (b *book) frozen(f filled) int {
	n := 0
	for n < len(f.columns) && n < 2 && (f.columns[n].column.Field == "" || f.columns[n].column.Key == "id") && f.columns[n].column.Kind == KindID {
		n++
	}
	return max(1, n)
}

// rowOpts make a row high enough for the texts that wrap in it; nothing where one line will do.
func rowOpts(f filled, cells []string, widths []float64) []excelize.RowOpts {
	const lineHeight, full, most = 17, 0.95, 409
	lines := 1
	for i, s := range cells {
		if f.columns[i].column.Kind != KindText {
			continue
		}
		n := 0
		for line := range strings.Lines(s) {
			n += 1 + int(float64(max(0, wide.StringWidth(strings.TrimRight(line, "\n"))-1))/(widths[i]*full))
		}
		lines = max(lines, n)
	}
	if lines == 1 {
		return nil
	}
	return []excelize.RowOpts{{Height: min(most, lineHeight*float64(lines))}}
}

// row turns texts into cells: numbers as numbers, everything else as text, so that no zero is lost and nothing runs as a
// formula.
func (b *book) row(f filled, cells []string) []any {
	out := make([]any, len(cells))
	for i, s := range cells {
		if s == "" {
			continue
		}
		column := f.columns[i].column
		var value any = s
		if numeric(column) {
			if x, err := strconv.ParseFloat(s, 64); err == nil {
				value = x
			}
		}
		out[i] = excelize.Cell{StyleID: b.styles.of(column), Value: value}
	}
	return out
}

func numeric(c *Column) bool { return c.Kind == KindNumber || c.Kind == KindWhole }

func (b *book) exampleRow(f filled) []any {
	out := make([]any, len(f.columns))
	for i, p := range f.columns {
		language := p.language
		if language == "" {
			language = b.languages[0]
		}
		s := p.column.Example.In(language)
		if i == 0 {
			s = exampleMarks[b.languages[0]] + " " + s
		}
		out[i] = excelize.Cell{StyleID: b.styles.example, Value: s}
	}
	return out
}

// width fits a column to its heading, its example and its first rows, in characters; Hangul and Han take two.
func (b *book) width(p physical, f filled, i int) float64 {
	const least, most, looked = 9, 44, 200
	widest := 0
	see := func(s string) {
		for line := range strings.Lines(s) {
			widest = max(widest, wide.StringWidth(strings.TrimRight(line, "\n")))
		}
	}
	see(title(p.column, p.language, b.languages, "\n") + "  ")
	if b.template {
		language := p.language
		if language == "" {
			language = b.languages[0]
		}
		example := p.column.Example.In(language)
		if i == 0 {
			example = exampleMarks[b.languages[0]] + " " + example
		}
		see(example)
	}
	for n, row := range f.rows {
		if n == looked {
			break
		}
		if i < len(row) {
			see(row[i])
		}
	}
	if p.column.Kind == KindExact {
		return least
	}
	return float64(min(max(widest+2, least), most))
}

// wide measures as the font of the workbook shows: Hangul and Han take two places, Cyrillic one, whatever the locale of the process.
var wide = &runewidth.Condition{}

// dress gives a sheet what the stream does not: help, drop-down lists, the colour of its tab, and how it prints.
func (b *book) dress(name string, f filled) error {
	colour := "A6A6A6"
	if slices.Contains(alwaysThere, f.sheet.Key) {
		colour = "1F4E79"
	}
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{TabColorRGB: &colour}); err != nil {
		return err
	}
	if err := b.print(name, "landscape", true); err != nil {
		return err
	}
	for i, p := range f.columns {
		if err := b.help(name, p, i+1); err != nil {
			return err
		}
		if err := b.dropDown(name, p.column, i+1, len(f.rows)); err != nil {
			return err
		}
	}
	return nil
}

// print sets a sheet to be printed on A4, as wide as one page, with its name and the pages counted below, and with the headings on
// each page.
func (b *book) print(name, orientation string, headings bool) error {
	a4, fit, one, any, side, head := 9, true, 1, 0, 0.4, 0.5
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := b.file.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &head, Bottom: &head}); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P / &N"}); err != nil {
		return err
	}
	if headings {
		if err := b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name}); err != nil {
			return err
		}
	}
	return b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &orientation, Size: &a4, FitToWidth: &one, FitToHeight: &any})
}

func (b *book) help(sheet string, p physical, column int) error {
	text := b.say(p.column.Help)
	if text == "" {
		return nil // an extra column
	}
	if p.column.Required {
		text = "* " + b.say(requiredWord) + "\n" + text
	}
	lines := uint(2 + wide.StringWidth(text)/30)
	return b.file.AddComment(sheet, excelize.Comment{
		Cell: cellName(1, column), Author: "Sangdam", Text: text, Width: 260, Height: 22 * lines,
		Paragraph: []excelize.RichTextRun{{Text: text}},
	})
}
