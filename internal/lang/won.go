package lang

import "math"

// Won writes an amount in Korean won as a sentence of the language would, rounded: 332억 4,000만 원 and 332亿4,000万韩元 to ten
// thousand, KRW 33,240 million and 33 240 млн вон to a million; a smaller amount to one won.
func (v *Voice) Won(won float64) string {
	switch v.lang {
	case "ko", "zh":
		unit := " 원"
		between := " "
		if v.lang == "zh" {
			unit, between = "韩元", ""
		}
		hundredMillion, tenThousand := "억", "만"
		if v.lang == "zh" {
			hundredMillion, tenThousand = "亿", "万"
		}
		if math.Abs(won) >= 10_000 {
			won = math.Round(won/10_000) * 10_000
		}
		return v.myriads(Cents(math.Round(won)*100), hundredMillion, tenThousand, between) + unit
	case "ru":
		if math.Abs(won) >= 1e6 {
			return v.Int(int(math.Round(won/1e6))) + " млн вон"
		}
		return v.Int(int(math.Round(won))) + " вон"
	default:
		if math.Abs(won) >= 1e6 {
			return "KRW " + v.Int(int(math.Round(won/1e6))) + " million"
		}
		return "KRW " + v.Int(int(math.Round(won)))
	}
}
