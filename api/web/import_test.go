package web

import (
	"testing"

	"sangdam/event"
)

func TestAChangeInAnotherLanguageIsTold(t *testing.T) {
	before := event.Text{By: map[string]string{"ko": "한별", "en": "Hanbyeol"}}
	for _, c := range []struct {
		name            string
		after           event.Text
		language        string
		wantOld, wantIs string
	}{
		{"in the reader's language", event.Text{By: map[string]string{"ko": "샛별", "en": "Hanbyeol"}}, "ko", "한별", "샛별"},
		{"in another", event.Text{By: map[string]string{"ko": "샛별", "en": "Hanbyeol"}}, "en", "Korean: 한별", "Korean: 샛별"},
		{"gone in another", event.Text{By: map[string]string{"ko": "한별"}}, "ko", "영어: Hanbyeol", "영어: –"},
		{"plain", event.Text{Plain: "Saebyeol"}, "ru", "Hanbyeol", "Saebyeol"},
	} {
		if old, is := apart(before, c.after, c.language); old != c.wantOld || is != c.wantIs {
			t.Errorf("%s: %q became %q, want %q became %q", c.name, old, is, c.wantOld, c.wantIs)
		}
	}
}
