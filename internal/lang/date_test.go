package lang

import (
	"testing"
	"time"
)

func TestDaysAndCountries(t *testing.T) {
	day := time.Date(2019, time.October, 29, 23, 30, 0, 0, time.FixedZone("", 8*3600))
	for _, c := range []struct{ lang, day, date, country string }{
		{"ko", "2019년 10월 29일 (화)", "2019년 10월 29일", "중국"},
		{"en", "Tuesday, 29 October 2019", "29 October 2019", "China"},
		{"zh", "2019年10月29日 星期二", "2019年10月29日", "中国"},
		{"ru", "вторник, 29 октября 2019 г.", "29 октября 2019 г.", "Китай"},
	} {
		v := New(c.lang)
		if got := v.Day(day); got != c.day {
			t.Errorf("%s: day %q, want %q", c.lang, got, c.day)
		}
		if got := v.Date(day); got != c.date {
			t.Errorf("%s: date %q, want %q", c.lang, got, c.date)
		}
		if got := v.Country("CN"); got != c.country {
			t.Errorf("%s: country %q, want %q", c.lang, got, c.country)
		}
		if got := v.Country("??"); got != "??" {
			t.Errorf("%s: an unknown country is %q", c.lang, got)
		}
	}
}
