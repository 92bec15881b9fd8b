package plan

import (
	"fmt"

	"sangdam/event"
)

// say fills one set of arguments into a sentence in each language; the verbs are indexed (%[1]s), so that every language
// orders its words as it likes.
func say(ko, en, zh, ru string, args ...any) event.Text {
	by := make(map[string]string, 4)
	for _, l := range [...]struct{ lang, format string }{{"ko", ko}, {"en", en}, {"zh", zh}, {"ru", ru}} {
		by[l.lang] = fmt.Sprintf(l.format, args...)
	}
	return event.Text{By: by}
}
