package lang

import "testing"

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ lang, whole, decimal, percent string }{
		{"ko", "1,234,567", "0.8312", "0.31%"},
		{"en", "1,234,567", "0.8312", "0.31%"},
		{"zh", "1,234,567", "0.8312", "0.31%"},
		{"ru", "1 234 567", "0,8312", "0,31 %"},
	} {
		v := New(c.lang)
		if got := v.Int(1234567); got != c.whole {
			t.Errorf("%s: whole number %q, want %q", c.lang, got, c.whole)
		}
		if got := v.Decimal(0.83124, 4); got != c.decimal {
			t.Errorf("%s: decimal %q, want %q", c.lang, got, c.decimal)
		}
		if got := v.Percent(0.0031); got != c.percent {
			t.Errorf("%s: percent %q, want %q", c.lang, got, c.percent)
		}
	}
}

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		usd            float64
		ko, en, zh, ru string
	}{
		{0, "0 달러", "USD 0", "0美元", "0 долл. США"},
		{9500, "9,500 달러", "USD 9,500", "9,500美元", "9 500 долл. США"},
		{250000, "25만 달러", "USD 250,000", "25万美元", "250 000 долл. США"},
		{5.6e6, "560만 달러", "USD 5.6 million", "560万美元", "5,6 млн долл. США"},
		{24e6, "2,400만 달러", "USD 24 million", "2,400万美元", "24 млн долл. США"},
		{12.34e6, "1,234만 달러", "USD 12.34 million", "1,234万美元", "12,34 млн долл. США"},
		{110e6, "1억 1,000만 달러", "USD 110 million", "1亿1,000万美元", "110 млн долл. США"},
		{24123456, "2,412만 3,456 달러", "USD 24,123,456", "2,412万3,456美元", "24 123 456 долл. США"},
		{1000.05, "1,000.05 달러", "USD 1,000.05", "1,000.05美元", "1 000,05 долл. США"},
		{-5.6e6, "-560만 달러", "USD -5.6 million", "-560万美元", "-5,6 млн долл. США"},
	} {
		for lang, want := range map[string]string{"ko": c.ko, "en": c.en, "zh": c.zh, "ru": c.ru} {
			if got := New(lang).Money(DollarsToCents(c.usd)); got != want {
				t.Errorf("%s: %.2f is %q, want %q", lang, c.usd, got, want)
			}
		}
	}
}

func TestSumsOfCentsAreExact(t *testing.T) {
	var sum Cents
	for range 1000 {
		sum += DollarsToCents(0.1)
	}
	if want := DollarsToCents(100); sum != want {
		t.Errorf("a thousand times ten cents is %d, want %d", sum, want)
	}
}
