// Package lang is how the product speaks to people: which language is wanted, the messages in Korean, English, Chinese
// and Russian with their plurals, and numbers and money as a reader of each language writes them.
package lang

import (
	"fmt"
	"slices"
	"strings"

	"sangdam/event"
)

// Default is the language when nothing says which one is wanted.
const Default = "ko"

// An UnknownError is a language that the product does not speak.
type UnknownError struct{ Language string }

func (e UnknownError) Error() string {
	return fmt.Sprintf("unknown language %q; known are %s", e.Language, strings.Join(event.Languages, ", "))
}

// Choose returns the language to speak: the one asked for; else that of the first of LC_ALL, LC_MESSAGES and LANG that is
// set, as POSIX orders them; else Korean. The C and POSIX locales, and locales of other languages, get English, which is
// what programs speak there. A language that is asked for but not spoken is an UnknownError.
func Choose(asked string, getenv func(string) string) (string, error) {
	if asked != "" {
		code := primary(asked)
		if !slices.Contains(event.Languages, code) {
			return "", UnknownError{asked}
		}
		return code, nil
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := getenv(name)
		if locale == "" {
			continue
		}
		if code := primary(locale); slices.Contains(event.Languages, code) {
			return code, nil
		}
		return "en", nil
	}
	return Default, nil
}

// primary returns the language of a locale (ko_KR.UTF-8) or of a language tag (ko-KR).
func primary(locale string) string {
	if end := strings.IndexAny(locale, "_-.@"); end >= 0 {
		locale = locale[:end]
	}
	return strings.ToLower(locale)
}
