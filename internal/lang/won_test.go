package lang

import "testing"

func TestWon(t *testing.T) {
	for _, c := range []struct {
		lang string
		won  float64
		want string
	}{
		{"ko", 33_252_000_000, "332억 5,200만 원"},
		{"ko", 33_252_004_999, "332억 5,200만 원"},
		{"ko", 9_999, "9,999 원"},
		{"ko", 0, "0 원"},
		{"zh", 33_252_000_000, "332亿5,200万韩元"},
		{"en", 33_252_000_000, "KRW 33,252 million"},
		{"en", 999_999, "KRW 999,999"},
		{"ru", 33_252_000_000, "33 252 млн вон"},
	} {
		if got := New(c.lang).Won(c.won); got != c.want {
			t.Errorf("%s: %v: %q, want %q", c.lang, c.won, got, c.want)
		}
	}
}
