package sheet

import (
	"encoding/json"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// multiples are the words that people put behind a number of money.
var multiples = []struct {
	words []string
	by    float64
}{
	{[]string{"억", "亿", "億"}, 1e8}, {[]string{"천만"}, 1e7}, {[]string{"백만", "million", "млн", "mn"}, 1e6},
	{[]string{"만", "万", "萬"}, 1e4}, {[]string{"천", "thousand", "тыс"}, 1e3},
}

// units are left aside.
var units = []string{"us$", "usd", "$", "долл. сша", "долл.", "долл", "달러", "불", "美元", "dollars", "건", "개", "명", "회", "次", "个", "場", "场"}

var plainNumber = regexp.MustCompile(`^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$`)

// parseNumber reads a number as people write it: 3,000,000 or 3 000 000 or 300만 or USD 0.5 million or 0,83 or 83%.
func parseNumber(s string) (float64, bool) {
	s = strings.ToLower(narrow(s))
	if plainNumber.MatchString(s) {
		return finite(s, 1)
	}
	for _, u := range units {
		s = clean(strings.ReplaceAll(s, u, ""))
	}
	for _, about := range []string{"약", "约", "около"} {
		s = clean(strings.TrimPrefix(s, about))
	}
	by := 1.0
	if rest, ok := strings.CutSuffix(s, "%"); ok {
		s, by = rest, 0.01
	}
	for _, m := range multiples {
		for _, word := range m.words {
			if rest, ok := strings.CutSuffix(strings.TrimSuffix(s, "."), word); ok && by == 1 {
				s, by = rest, m.by
			}
		}
	}
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\'' || r == '_' || r == '’' {
			return -1
		}
		return r
	}, clean(s))
	s, ok := withPoint(s)
	if !ok || !plainNumber.MatchString(s) {
		return 0, false
	}
	return finite(s, by)
}

func finite(s string, by float64) (float64, bool) {
	f, err := strconv.ParseFloat(s, 64)
	if by == 0.01 {
		f /= 100
	} else {
		f *= by
	}
	return f, err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
}

var grouped = regexp.MustCompile(`^[+-]?\d{1,3}([,.]\d{3})+$`)

// withPoint takes the separators of thousands away and makes a decimal comma a point. Where a single sign could be
// either, three digits after it make it a separator, unless nothing but a zero stands before.
func withPoint(s string) (string, bool) {
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case comma < 0 && strings.Count(s, ".") <= 1:
		return s, true
	case comma >= 0 && point >= 0: // the last one is the decimal sign, and stands once
		if comma > point {
			return strings.Replace(strings.ReplaceAll(s, ".", ""), ",", ".", 1), strings.Count(s, ",") == 1
		}
		return strings.ReplaceAll(s, ",", ""), strings.Count(s, ".") == 1
	case grouped.MatchString(s) && !strings.HasPrefix(strings.TrimLeft(s, "+-"), "0"):
		return strings.NewReplacer(",", "", ".", "").Replace(s), true
	case strings.Count(s, ",") == 1:
		return strings.Replace(s, ",", ".", 1), true
	}
	return s, false
}

// formatNumber writes a number as the documents do, without an exponent where that is not too long.
func formatNumber(f float64) json.Number {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if len(s) > 25 {
		s = strconv.FormatFloat(f, 'e', -1, 64)
	}
	return json.Number(s)
}

// officeDigits is how many digits of a number an office program keeps.
const officeDigits = 15

// rounded writes a number as an office program shows it, whose files hold more digits: 8480.71 is 8480.7099999999991 there.
// Where a document has more, the exact column keeps the rest.
func rounded(s string) string {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s
	}
	if f, err = strconv.ParseFloat(strconv.FormatFloat(f, 'g', officeDigits, 64), 64); err != nil {
		return s
	}
	return string(formatNumber(f))
}
