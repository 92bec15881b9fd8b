package event

import "strings"

// countryCodes are the codes of ISO 3166-1 alpha-2 that are assigned. Codes of what is no single country (EU, UN) are not
// among them.
const countryCodes = `
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ
BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ
DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY
HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY
MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ
NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA
RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ
TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ
VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`

var countries = func() map[string]bool {
	set := map[string]bool{}
	for _, code := range strings.Fields(countryCodes) {
		set[code] = true
	}
	return set
}()

// IsCountry reports whether a string is the ISO 3166-1 alpha-2 code of a country, in capital letters, or one of those that the standard leaves
// to its users: AA, QM to QZ, XA to XZ and ZZ.
func IsCountry(s string) bool {
	return countries[s] || len(s) == 2 && (s == "AA" || s == "ZZ" || s[0] == 'Q' && 'M' <= s[1] && s[1] <= 'Z' || s[0] == 'X' && 'A' <= s[1] && s[1] <= 'Z')
}

// takenForCountries are codes that people write for a country and that are none: of a language, mostly.
var takenForCountries = map[string]string{"UK": "GB", "EN": "GB", "KO": "KR", "JA": "JP", "CS": "CZ", "EL": "GR", "DA": "DK"}

// country checks that a code is that of a country.
func (l *faultList) country(at *place, code string) {
	switch {
	case IsCountry(code):
	case len(code) != 2 || !allBetween(code, 'A', 'Z'):
		l.add(at, CodeBadCountry, Args{"got": plain(cut(code))})
	case takenForCountries[code] != "":
		l.add(at, CodeMistypedCountry, Args{"got": plain(code), "nearest": plain(takenForCountries[code])})
	default:
		l.add(at, CodeUnknownCountry, Args{"got": plain(code)})
	}
}
