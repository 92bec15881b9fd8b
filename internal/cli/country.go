package cli

import (
	"cmp"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countryName is the name of a country in the reader's language, or its code.
func (p *program) countryName(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	tag, err := language.Parse(p.voice.Language())
	if err != nil {
		return code
	}
	return cmp.Or(display.Regions(tag).Name(region), code)
}
