package lang

import (
	"fmt"
	"math"
	"strings"
)

// Cents are an amount of money in hundredths of a US dollar. Sums of it are exact.
type Cents int64

// DollarsToCents turns an amount of a document, in dollars, into cents, to the nearest one.
func DollarsToCents(usd float64) Cents { return Cents(math.Round(usd * 100)) }

// Dollars writes an amount to the dollar, or to the cent when it has some, with the separators of the language and
// without the unit: 5,600,000.
func (v *Voice) Dollars(c Cents) string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	s := sign + v.Int(int(c/100))
	if cents := c % 100; cents != 0 {
		point := strings.Trim(v.Decimal(0.5, 1), "05")
		s += fmt.Sprintf("%s%02d", point, cents)
	}
	return s
}

// Money writes an amount as a sentence of the language would, with nothing rounded away: 560만 달러, USD 5.6 million,
// 560万美元, 5,6 млн долл. США. Korean and Chinese count in ten thousands; English and Russian in millions where at most
// two digits follow the point, else in dollars.
func (v *Voice) Money(c Cents) string {
	switch v.lang {
	case "ko":
		return v.myriads(c, "억", "만", " ") + " 달러"
	case "zh":
		return v.myriads(c, "亿", "万", "") + "美元"
	case "ru":
		if s, ok := v.millions(c); ok {
			return s + " млн долл. США"
		}
		return v.Dollars(c) + " долл. США"
	default:
		if s, ok := v.millions(c); ok {
			return "USD " + s + " million"
		}
		return "USD " + v.Dollars(c)
	}
}

// myriads writes an amount in units of 10^8 and 10^4 dollars, and what is left.
func (v *Voice) myriads(c Cents, hundredMillion, tenThousand, between string) string {
	if c < 0 {
		return "-" + v.myriads(-c, hundredMillion, tenThousand, between)
	}
	var parts []string
	for _, unit := range []struct {
		size Cents
		name string
	}{{1_0000_0000_00, hundredMillion}, {1_0000_00, tenThousand}} {
		if n := c / unit.size; n > 0 {
			parts = append(parts, v.Int(int(n))+unit.name)
			c %= unit.size
		}
	}
	if c > 0 || len(parts) == 0 {
		parts = append(parts, v.Dollars(c))
	}
	return strings.Join(parts, between)
}

// millions writes an amount of a million dollars and more in millions, if two digits after the point are enough for it.
func (v *Voice) millions(c Cents) (string, bool) {
	const million = 1_000_000_00
	if c < million && c > -million || c%(million/100) != 0 {
		return "", false
	}
	hundredths := int(c / (million / 100))
	digits := 2
	for digits > 0 && hundredths%10 == 0 {
		hundredths /= 10
		digits--
	}
	return v.Decimal(float64(hundredths)/math.Pow10(digits), digits), true
}
