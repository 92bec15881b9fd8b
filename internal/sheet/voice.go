package sheet

import (
	"sangdam/event"
	"sangdam/internal/lang"
)

type args = lang.Args

var voices = func() map[string]*lang.Voice {
	by := make(map[string]*lang.Voice, len(event.Languages))
	for _, code := range event.Languages {
		by[code] = lang.New(code)
	}
	return by
}()

// say puts a message into the four languages. Arguments that are texts themselves are taken in each language.
func say(id string, a args) event.Text {
	by := make(map[string]string, len(event.Languages))
	for _, code := range event.Languages {
		filled := make(args, len(a))
		for name, value := range a {
			if t, ok := value.(event.Text); ok {
				value = t.In(code)
			}
			filled[name] = value
		}
		by[code] = voices[code].Say(id, filled)
	}
	return event.Text{By: by}
}
