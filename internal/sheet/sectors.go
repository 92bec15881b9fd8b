package sheet

import (
	"regexp"
	"slices"
	"strings"

	"sangdam/event"
)

// A Sector is one that the program knows without the event saying so.
type Sector struct {
	ID     string
	Name   event.Text
	Parent string   // the id of the sector that it belongs to; empty: none
	Also   []string // other ids of it
}

// A vocabulary knows sectors by id and by name. The zero value knows none, and takes every word as it is.
type vocabulary struct {
	ids   map[string]bool       // as asID writes them
	names map[string]string     // ids by folded name; empty where a name is of several
	weak  map[string]string     // ids by folded part of a name, which any name goes before
	shown map[string]event.Text // what a sector is called, by id
	words []string              // the folded names, in the order in which they were learnt
}

// asID writes a word as ids of sectors are compared: small letters with hyphens.
func asID(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == ' ' {
			return '-'
		}
		return r
	}, strings.ToLower(s))
}

// with returns a vocabulary that knows more sectors, whose names go before those that were known.
func (v vocabulary) with(more []Sector) vocabulary {
	out := vocabulary{make(map[string]bool), make(map[string]string), make(map[string]string), make(map[string]event.Text), v.words[:len(v.words):len(v.words)]}
	for id := range v.ids {
		out.ids[id] = true
	}
	for name, id := range v.names {
		out.names[name] = id
	}
	for part, id := range v.weak {
		out.weak[part] = id
	}
	for id, name := range v.shown {
		out.shown[id] = name
	}
	fresh := make(map[string]bool)
	for _, s := range more {
		out.learn(s, fresh)
	}
	return out
}

var inBracketsAtEnd = regexp.MustCompile(`\s*[(（][^()（）]*[)）]\s*$`)

// learn adds a sector: by its ids, its name in every language, and the parts of a name of two, 용접·접합.
func (v *vocabulary) learn(s Sector, fresh map[string]bool) {
	name := func(word string) {
		word = folded(word)
		if word == "" {
			return
		}
		before, known := v.names[word]
		switch {
		case !known:
			v.words = append(v.words, word)
			v.names[word] = s.ID
		case !fresh[word] || before == s.ID:
			v.names[word] = s.ID
		default:
			v.names[word] = ""
		}
		fresh[word] = true
	}
	for _, id := range append([]string{s.ID}, s.Also...) {
		v.ids[asID(id)] = true
		name(id)
	}
	v.shown[s.ID] = s.Name
	texts := []string{s.Name.Plain}
	for _, code := range inOrder(languagesOf(s.Name)) {
		texts = append(texts, s.Name.By[code])
	}
	for _, text := range texts {
		name(text)
		bare := inBracketsAtEnd.ReplaceAllString(text, "")
		for _, part := range append(strings.Split(bare, "·"), bare) {
			if part = folded(part); part == "" || part == folded(text) {
				continue
			}
			if other, known := v.weak[part]; known && other != s.ID {
				v.weak[part] = ""
			} else {
				v.weak[part] = s.ID
			}
		}
	}
}

func languagesOf(t event.Text) []string {
	codes := make([]string, 0, len(t.By))
	for code := range t.By {
		codes = append(codes, code)
	}
	return codes
}

// knows reports whether a word is the id of a sector.
func (v vocabulary) knows(word string) bool { return v.ids[asID(word)] }

// resolve returns the id of the sector that a word names; ok is false where it names none, or several.
func (v vocabulary) resolve(word string) (id string, ok bool) {
	if v.knows(word) {
		return word, true
	}
	key := folded(word)
	for _, ending := range []string{"", "산업", "분야", "업"} {
		bare, ends := strings.CutSuffix(key, ending)
		if !ends {
			continue
		}
		if id := v.names[bare]; id != "" {
			return id, true
		}
		if _, named := v.names[bare]; !named && v.weak[bare] != "" {
			return v.weak[bare], true
		}
	}
	return "", false
}

// resolved puts ids in the place of the names in a list of sectors, also where names are divided by a sign that stands inside
// names, 항공우주/주조. What is not known stays.
func (v vocabulary) resolved(list any) any {
	words, _ := list.([]any)
	if len(words) == 0 || len(v.ids) == 0 {
		return list
	}
	out := make([]any, 0, len(words))
	for _, w := range words {
		word, _ := w.(string)
		for _, part := range v.divided(word) {
			id, ok := v.resolve(part)
			switch {
			case !ok:
				out = append(out, part)
			case id == word || !slices.Contains(out, any(id)):
				out = append(out, id)
			}
		}
	}
	return out
}

// divided is a word itself, or its parts where one of them is a sector and the whole is none.
func (v vocabulary) divided(word string) []string {
	if _, ok := v.resolve(word); ok {
		return []string{word}
	}
	parts := split(word, true)
	if slices.ContainsFunc(parts, func(part string) bool { _, ok := v.resolve(part); return ok }) {
		return parts
	}
	return []string{word}
}

// nearest returns the sector whose name or id is most like a word, as people call it: 항공우주 (aerospace).
func (v vocabulary) nearest(word string) (event.Text, bool) {
	near, ok := event.Nearest(folded(word), v.words)
	id := v.names[near]
	if !ok || id == "" {
		return event.Text{}, false
	}
	by := make(map[string]string)
	for _, code := range event.Languages {
		by[code] = id
		if name := v.shown[id].In(code); name != "" && folded(name) != folded(id) {
			by[code] = name + " (" + id + ")"
		}
	}
	return event.Text{By: by}, true
}
