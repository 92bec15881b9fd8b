package web_test

import (
	"cmp"
	"os"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/lang"
)

// walked are the languages in which every flow is walked from end to end: Korean first, and Russian, whose words are the longest and
// whose plurals have the most forms. The other two are looked at on every page by the tests of width. WALKED_LANGUAGES names others, for the
// race detector, which learns nothing from a second language.
var walked = strings.Fields(cmp.Or(os.Getenv("WALKED_LANGUAGES"), "ko ru"))

// A flow is walked in one language, on a server of its own that holds the delegation of 2019.
type flow struct {
	*webtest.Server
	*lang.Voice
	browser *webtest.Browser
	id      string // of the event
}

// inBoth walks a flow in each of the walked languages, side by side. The event is changed by the given functions before it is taken in.
func inBoth(t *testing.T, walk func(t *testing.T, f *flow), change ...func(*event.Event)) {
	t.Helper()
	fromNothing(t, func(t *testing.T, f *flow) {
		f.id = f.LoadJinju(t, change...)
		walk(t, f)
	})
}

// fromNothing is inBoth on servers without any event.
func fromNothing(t *testing.T, walk func(t *testing.T, f *flow)) {
	t.Helper()
	for _, language := range walked {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			s := webtest.Start(t)
			walk(t, &flow{Server: s, Voice: lang.New(language), browser: s.Open(t)})
		})
	}
}

// page opens a tab in the flow's language.
func (f *flow) page(t *testing.T, v webtest.View) *webtest.Page {
	t.Helper()
	v.Language = f.Language()
	return f.browser.Page(t, v)
}

// at returns the address of a page of the event.
func (f *flow) at(path string) string { return "/events/" + f.id + "/" + path }

// phone is how companies look at their pages.
var phone = webtest.View{Width: 390, Height: 844, Nobody: true}

// told fails the test unless a text of a page holds a message; spaces that do not break count as others.
func told(t *testing.T, text, message string) {
	t.Helper()
	if plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace; !strings.Contains(plain(text), plain(message)) {
		t.Errorf("%q is missing in %q", message, text)
	}
}
