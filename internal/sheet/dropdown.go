package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// offered are the codes that the drop-down lists show; others can be typed.
var offered = map[Kind][]string{
	KindCountry:   {"KR", "CN", "RU", "JP", "VN", "US", "DE", "IN", "ID", "TH", "MY", "SG", "PH", "TW", "HK", "MN", "KZ", "UZ", "TR", "AE", "SA", "PL", "CZ", "HU", "RS", "UA", "FR", "GB", "IT", "ES", "NL", "MX", "BR", "CL", "CA", "AU", "ZA", "EG", "KE"},
	KindLanguages: {"ko", "en", "zh", "ru", "ja", "vi", "th", "id", "de", "fr", "es", "pt", "it", "pl", "tr", "ar", "kk", "uz", "mn", "hi"},
	KindString: {"Asia/Seoul", "Asia/Shanghai", "Asia/Tokyo", "Asia/Ho_Chi_Minh", "Asia/Bangkok", "Asia/Jakarta", "Asia/Kuala_Lumpur", "Asia/Singapore",
		"Asia/Manila", "Asia/Taipei", "Asia/Hong_Kong", "Asia/Ulaanbaatar", "Asia/Almaty", "Asia/Tashkent", "Asia/Kolkata", "Asia/Dubai", "Asia/Riyadh",
		"Asia/Vladivostok", "Asia/Novosibirsk", "Europe/Moscow", "Europe/Istanbul", "Europe/Warsaw", "Europe/Prague", "Europe/Budapest", "Europe/Belgrade",
		"Europe/Berlin", "Europe/Paris", "Europe/London", "Africa/Johannesburg", "Africa/Cairo", "Africa/Nairobi", "America/New_York", "America/Chicago",
		"America/Los_Angeles", "America/Mexico_City", "America/Sao_Paulo", "America/Santiago", "America/Toronto", "Australia/Sydney"},
}

var codesName = w("코드표", "Codes", "代码表", "Коды")

// codeLists writes the sheet of codes with their names, and remembers where each list is.
func (b *book) codeLists(name string) error {
	tag := language.MustParse(b.languages[0])
	lists := []struct {
		kind  Kind
		title string
		name  func(code string) string
	}{
		{KindCountry, b.say(sheetOf("sessions").column("country").Heading), func(code string) string { return display.Regions(tag).Name(language.MustParseRegion(code)) }},
		{KindLanguages, b.say(sheetOf("interpreters").column("languages").Heading), func(code string) string { return display.Languages(tag).Name(language.MustParseBase(code)) }},
		{KindString, b.say(sheetOf("sessions").column("time_zone").Heading), nil},
	}
	column := 1
	for _, l := range lists {
		if err := b.file.SetCellValue(name, cellName(1, column), l.title); err != nil {
			return err
		}
		for i, code := range offered[l.kind] {
			if err := b.file.SetCellStr(name, cellName(i+2, column), code); err != nil {
				return err
			}
			if l.name == nil {
				continue
			}
			if err := b.file.SetCellStr(name, cellName(i+2, column+1), l.name(code)); err != nil {
				return err
			}
		}
		b.codes[l.kind] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", name, ColumnName(column), ColumnName(column), len(offered[l.kind])+1)
		column += 2
	}
	for i, width := range []float64{10, 22, 10, 22, 24} {
		if err := b.file.SetColWidth(name, ColumnName(i+1), ColumnName(i+1), width); err != nil {
			return err
		}
	}
	return b.file.SetCellStyle(name, "A1", "E1", b.styles.heading)
}

// spareRows is how far below the rows a drop-down list is offered.
const spareRows = 2000

// dropDown offers what may stand in a column: the words of a choice, the ids of another sheet, or usual codes. It only
// offers; what else is typed is judged when the file is read.
func (b *book) dropDown(sheet string, c *Column, column, rows int) error {
	list := excelize.NewDataValidation(true)
	list.SetSqref(fmt.Sprintf("%s:%s", cellName(2, column), cellName(rows+spareRows, column)))
	list.ShowErrorMessage = false
	switch target := idColumns[c.Refers]; {
	case c.Kind == KindChoice || c.Kind == KindYesNo:
		words := []string{b.say(yesWord), b.say(noWord)}
		if c.Kind == KindChoice {
			words = nil
			for _, choice := range c.Choices {
				words = append(words, b.say(choice.Name))
			}
		}
		if err := list.SetDropList(words); err != nil {
			return err
		}
	case c.Kind == KindID && target:
		first := 2
		if b.template {
			first = 3
		}
		list.SetSqrefDropList(fmt.Sprintf("'%s'!$A$%d:$A$%d", b.say(sheetOf(c.Refers).Name), first, rows+spareRows))
	case c.Kind == KindCountry || c.Key == "time_zone":
		list.SetSqrefDropList(b.codes[c.Kind])
	default:
		return nil
	}
	return b.file.AddDataValidation(sheet, list)
}

// idColumns are the sheets whose first column holds ids of their own.
var idColumns = map[string]bool{"sessions": true, "firms": true, "buyers": true}
