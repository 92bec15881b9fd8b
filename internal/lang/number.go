package lang

import (
	"strings"

	"golang.org/x/text/number"
)

// Int writes a whole number with the separators of the language.
func (v *Voice) Int(n int) string { return v.plain(v.printer.Sprint(number.Decimal(n))) }

// Decimal writes a number with a fixed count of digits after the point.
func (v *Voice) Decimal(x float64, digits int) string {
	return v.plain(v.printer.Sprint(number.Decimal(x, number.Scale(digits))))
}

// Percent writes a share as per cent with at most two digits after the point: 0.0031 is 0.31 %.
func (v *Voice) Percent(share float64) string {
	return v.plain(v.printer.Sprint(number.Percent(share, number.MaxFractionDigits(2))))
}

// plain writes the no-break spaces with which Russian groups digits as plain ones, which every terminal shows and every
// search finds.
func (v *Voice) plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
