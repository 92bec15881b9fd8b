package matcher

import "sangdam/matcher/internal/lexicon"

// A Concept is one thing that a text was understood to speak of: goods of a heading of the Harmonized System, or a process; its
// names in four languages, its weight, and the words of the text that evoked it.
type Concept = lexicon.Concept

// An Understanding is how a text was read.
type Understanding struct {
	Text     string
	Concepts []Concept // the heaviest first; empty when nothing was understood
}

// Explain reads a text as the matcher does. lang is an ISO 639-1 code, or empty: then each word is read by its script.
func Explain(text, lang string) Understanding {
	return Understanding{text, lexicon.Concepts(lexicon.Understand(text, lang))}
}
