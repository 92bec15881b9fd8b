package api

import (
	"golang.org/x/text/language"

	"sangdam/event"
	"sangdam/internal/lang"
)

var spoken = language.NewMatcher([]language.Tag{language.English, language.Korean, language.Chinese, language.Russian})

// languageOf returns the language in which faults are told: the best of Accept-Language, else English.
func languageOf(accept string) string {
	if accept == "" {
		return "en"
	}
	tags, _, err := language.ParseAcceptLanguage(accept)
	if err != nil {
		return "en"
	}
	tag, _, _ := spoken.Match(tags...)
	base, _ := tag.Base()
	return base.String()
}

var voices = func() map[string]*lang.Voice {
	out := map[string]*lang.Voice{}
	for _, code := range event.Languages {
		out[code] = lang.New(code)
	}
	return out
}()

// voiceOf returns the voice that an Accept-Language asks for.
func voiceOf(accept string) *lang.Voice { return voices[languageOf(accept)] }
