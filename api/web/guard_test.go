package web

import "testing"

func TestTokensAreMaskedAndBelongToTheirSession(t *testing.T) {
	a, b := csrfToken("session"), csrfToken("session")
	if a == b {
		t.Error("the token is the same twice")
	}
	for _, c := range []struct {
		token, session string
		want           bool
	}{{a, "session", true}, {b, "session", true}, {a, "another", false}, {"", "session", false}, {"!", "session", false}, {a + "A", "session", false}} {
		if got := csrfHolds(c.token, c.session); got != c.want {
			t.Errorf("%q of %q: %t", c.token, c.session, got)
		}
	}
	if csrfToken("") != "" {
		t.Error("nobody has a token")
	}
}
