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
	sessions, sectors := sheetOf("sessions"), sheetOf("sectors")
	country, tongue := codeColumn{title: b.say(sessions.column("country").Heading), width: 10}, codeColumn{title: b.say(sheetOf("interpreters").column("languages").Heading), width: 10}
	countries, tongues := codeColumn{width: 22}, codeColumn{width: 22}
	for _, code := range offered[KindCountry] {
		country.cells, countries.cells = append(country.cells, code), append(countries.cells, display.Regions(tag).Name(language.MustParseRegion(code)))
	}
	for _, code := range offered[KindLanguages] {
		tongue.cells, tongues.cells = append(tongue.cells, code), append(tongues.cells, display.Languages(tag).Name(language.MustParseBase(code)))
	}
	country.kind, tongue.kind = KindCountry, KindLanguages
	columns := []codeColumn{country, countries, tongue, tongues,
		{kind: KindString, title: b.say(sessions.column("time_zone").Heading), width: 24, cells: offered[KindString]}}
	if len(b.sectors) > 0 {
		names := codeColumn{kind: KindSectors, title: b.say(sectors.column("name").Heading), width: 28}
		ids := codeColumn{title: b.say(sectors.column("id").Heading), width: 26}
		parents := codeColumn{title: b.say(sectors.column("parent").Heading), width: 28}
		called := make(map[string]string)
		for _, s := range b.sectors {
			called[s.ID] = b.say(s.Name)
			names.cells, ids.cells, parents.cells = append(names.cells, called[s.ID]), append(ids.cells, s.ID), append(parents.cells, called[s.Parent])
		}
		columns = append(columns, names, ids, parents)
	}
	return b.codeColumns(name, columns)
}

// A codeColumn is one of the sheet of codes; those of a kind make a drop-down list.
type codeColumn struct {
	kind  Kind
	title string
	width float64
	cells []string
}

func (b *book) codeColumns(name string, columns []codeColumn) error {
	for i, c := range columns {
		at := ColumnName(i + 1)
		if err := b.file.SetColWidth(name, at, at, c.width); err != nil {
			return err
		}
		for j, text := range append([]string{c.title}, c.cells...) {
			if err := b.file.SetCellStr(name, cellName(j+1, i+1), text); err != nil {
				return err
			}
		}
		if c.kind != "" {
			b.codes[c.kind] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", name, at, at, len(c.cells)+1)
		}
	}
	if err := b.print(name, "landscape", true); err != nil {
		return err
	}
	return b.file.SetCellStyle(name, "A1", cellName(1, len(columns)), b.styles.heading)
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
	case (c.Kind == KindSectors || c.Kind == KindSector) && len(b.sectors) > 0:
		list.SetSqrefDropList(b.codes[KindSectors])
	case c.Kind == KindCountry || c.Key == "time_zone":
		list.SetSqrefDropList(b.codes[c.Kind])
	default:
		return nil
	}
	return b.file.AddDataValidation(sheet, list)
}

// idColumns are the sheets whose first column holds ids of their own.
var idColumns = map[string]bool{"sessions": true, "firms": true, "buyers": true}
