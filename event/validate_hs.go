package event

import "strings"

// maxHSDigits is more than any national extension of the Harmonized System has.
const maxHSDigits = 14

// hs checks Harmonized System codes. A spreadsheet that takes them for numbers loses the first or the last zero, which
// an odd length gives away.
func (l *faultList) hs(at *place, codes []string) {
	for i, code := range codes {
		l.hsCode(at.item(i), code)
	}
}

func (l *faultList) hsCode(at *place, code string) {
	digits := HSDigits(code)
	switch got := plain(cut(code)); {
	case !allBetween(digits, '0', '9'):
		l.add(at, CodeHSDigits, Args{"got": got})
	case len(digits) < 2:
		l.add(at, CodeHSShort, Args{"got": got})
	case len(digits) > maxHSDigits:
		l.add(at, CodeHSLong, Args{"got": got, "limit": plain(maxHSDigits)})
	case len(digits)%2 == 1:
		l.add(at, CodeHSOdd, Args{"got": got, "digits": plain(len(digits)), "example": plain(withZero(code))})
	case !isChapter(digits[:2]):
		l.add(at, CodeHSChapter, Args{"got": got, "chapter": plain(digits[:2])})
	}
}

// isChapter reports whether two digits are a chapter of the Harmonized System: 01 to 97 without 77, which is reserved.
func isChapter(digits string) bool { return "01" <= digits && digits <= "97" && digits != "77" }

// withZero gives a code of odd length the zero that it seems to have lost: the last one where the dot still stands after
// an even number of digits (8481.80 became 8481.8), else the first.
func withZero(code string) string {
	if dot := strings.LastIndexByte(code, '.'); dot > 0 && len(HSDigits(code[:dot]))%2 == 0 {
		return code + "0"
	}
	return "0" + code
}
