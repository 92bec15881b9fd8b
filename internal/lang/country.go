package lang

import (
	"cmp"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Country returns the name of a country by its ISO 3166-1 code, or the code where no name is known.
func (v *Voice) Country(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	tag, err := language.Parse(v.lang)
	if err != nil {
		return code
	}
	return cmp.Or(display.Regions(tag).Name(region), code)
}
