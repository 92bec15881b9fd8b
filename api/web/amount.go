package web

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"sangdam/event"
)

// errAmount is a text that is no amount of money.
var errAmount = errors.New("web: not an amount")

// units are what may follow a number, as people write large amounts in the four languages.
var units = map[string]float64{
	"": 1, "천": 1e3, "만": 1e4, "백만": 1e6, "억": 1e8, "万": 1e4, "亿": 1e8, "k": 1e3, "m": 1e6, "тыс": 1e3, "тыс.": 1e3, "млн": 1e6,
}

var (
	amountShape = regexp.MustCompile(`^\$?([0-9][0-9.,]*)(\pL*\.?)$`)
	thousands   = regexp.MustCompile(`^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)
)

// readAmount reads an amount in US dollars as people type it: 5600000, 5,600,000, 560만, 5.6m, 5,6 млн. ok is false when there is none.
func readAmount(text string) (usd float64, ok bool, err error) {
	text = strings.Join(strings.Fields(strings.ToLower(text)), "")
	for _, word := range []string{"달러", "usd", "美元", "долл."} {
		text = strings.TrimSuffix(text, word)
	}
	if text == "" {
		return 0, false, nil
	}
	found := amountShape.FindStringSubmatch(text)
	if found == nil {
		return 0, false, errAmount
	}
	unit, known := units[found[2]]
	number := found[1]
	if thousands.MatchString(number) {
		number = strings.ReplaceAll(number, ",", "")
	} else {
		number = strings.Replace(number, ",", ".", 1)
	}
	value, err := strconv.ParseFloat(number, 64)
	if err != nil || !known {
		return 0, false, errAmount
	}
	return value * unit, true, nil
}

// writeAmount writes an amount as readAmount reads it.
func writeAmount(usd event.Maybe[float64]) string {
	value, ok := usd.Get()
	if !ok {
		return ""
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}
