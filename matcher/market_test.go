package matcher

import (
	"testing"

	"sangdam/event"
)

func TestMarket(t *testing.T) {
	for _, c := range []struct {
		name    string
		markets []string
		country string
		known   bool
		value   float64
		why     string
	}{
		{"aimed at", []string{"CN", "RU"}, "RU", true, 1, "RU는 기업이 노리는 시장"},
		{"another", []string{"CN"}, "VN", true, 0, "VN은 기업이 노리는 시장이 아님"},
		{"silent", nil, "RU", false, 0, "목표 시장을 밝히지 않음"},
	} {
		v := viewOf(t, event.Session{}, event.Firm{Markets: c.markets}, event.Buyer{Country: c.country})
		o := seeMarket(v)
		checkGrade(t, c.name, o.firm, c.known, c.value)
		checkGrade(t, c.name+", for the buyer", o.buyer, false, 0)
		checkKorean(t, whyMarket(v, o).why, c.why)
	}
}
