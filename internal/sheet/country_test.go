package sheet

import (
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"sangdam/event"
)

// TestCountriesAreThoseOfUnicode holds the list of codes that documents may use against that of Unicode, which counts in what ISO 3166-1
// reserves without assigning it and lacks most of what it leaves to users, and the names by which sheets know countries.
func TestCountriesAreThoseOfUnicode(t *testing.T) {
	reserved := map[string]bool{"AC": true, "CP": true, "CQ": true, "DG": true, "EA": true, "EZ": true, "IC": true, "TA": true, "UN": true}
	countries := 0
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			region, err := language.ParseRegion(code)
			want := err == nil && region.IsCountry() && region.Canonicalize().String() == code && display.English.Regions().Name(region) != "" && !reserved[code]
			if want {
				countries++
			}
			users := code == "AA" || code == "ZZ" || a == 'X' || a == 'Q' && b >= 'M'
			if got := event.IsCountry(code); got != (want || users) {
				t.Errorf("%s is a country: %v, want %v", code, got, !got)
			}
		}
	}
	if countries != 250 { // 249 and XK
		t.Errorf("%d countries", countries)
	}
	for _, name := range []string{"EU", "UN", "OO", "AB"} {
		if code, ok := parseCountry(name); ok {
			t.Errorf("a sheet reads %s as %s", name, code)
		}
	}
}
