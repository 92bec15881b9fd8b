package phrase

import (
	"fmt"
	"slices"
	"strings"

	"sangdam/event"
)

// A Message is a template in the four languages of the product.
type Message struct {
	parts [4][]part
	fixed event.Text // the whole text, of a template without arguments
}

// A part is literal text, or the place of an argument with the particle that follows it in Korean.
type part struct {
	literal  string
	arg      string
	particle string
}

// languages are those of a Message, in the order of New's parameters.
var languages = [4]string{"ko", "en", "zh", "ru"}

// New reads templates. {name} stands for an argument; in Korean {name:을} is followed by the right form of the particle.
// Templates are part of the program, so one that cannot be read panics.
func New(ko, en, zh, ru string) Message {
	var m Message
	for i, template := range [4]string{ko, en, zh, ru} {
		m.parts[i] = parse(template)
	}
	if !slices.ContainsFunc(m.parts[0], func(p part) bool { return p.arg != "" }) {
		m.fixed = m.fill(nil)
	}
	return m
}

func parse(template string) []part {
	var parts []part
	for template != "" {
		before, rest, found := strings.Cut(template, "{")
		if before != "" {
			parts = append(parts, part{literal: before})
		}
		if !found {
			break
		}
		inside, after, closes := strings.Cut(rest, "}")
		if !closes {
			panic(fmt.Sprintf("phrase: a brace is not closed in %q", template))
		}
		name, particle, _ := strings.Cut(inside, ":")
		parts = append(parts, part{arg: name, particle: particle})
		template = after
	}
	return parts
}

// An Arg is the value of a template's argument.
type Arg struct {
	Name  string
	Value event.Text
}

// With is an argument in several languages.
func With(name string, value event.Text) Arg { return Arg{name, value} }

// Word is an argument that is the same in all languages: a code, a name, a number.
func Word(name, value string) Arg { return Arg{name, event.Text{Plain: value}} }

// Text fills the template in. The text of a template without arguments is shared: do not change its map.
func (m Message) Text(args ...Arg) event.Text {
	if !m.fixed.IsZero() {
		return m.fixed
	}
	return m.fill(args)
}

func (m Message) fill(args []Arg) event.Text {
	by := make(map[string]string, len(languages))
	for i, lang := range languages {
		by[lang] = fill(m.parts[i], lang, args)
	}
	return event.Text{By: by}
}

func fill(parts []part, lang string, args []Arg) string {
	var b strings.Builder
	for _, p := range parts {
		if p.arg == "" {
			b.WriteString(p.literal)
			continue
		}
		for _, a := range args {
			if a.Name == p.arg {
				word := a.Value.In(lang)
				b.WriteString(word)
				if p.particle != "" {
					b.WriteString(Particle(word, p.particle))
				}
				break
			}
		}
	}
	return b.String()
}

// Join puts the parts of one sentence one after another, with the semicolon of each language.
func Join(parts ...event.Text) event.Text { return join([4]string{"; ", "; ", "；", "; "}, parts) }

// And puts things of one kind one after another, with the comma of each language.
func And(parts ...event.Text) event.Text { return join([4]string{", ", ", ", "，", ", "}, parts) }

func join(separators [4]string, parts []event.Text) event.Text {
	by := make(map[string]string, len(languages))
	for i, lang := range languages {
		var b strings.Builder
		for _, t := range parts {
			s := t.In(lang)
			if s == "" {
				continue
			}
			if b.Len() > 0 {
				b.WriteString(separators[i])
			}
			b.WriteString(s)
		}
		by[lang] = b.String()
	}
	return event.Text{By: by}
}

// List writes words that are the same in all languages as a list, for example of codes.
func List(words []string) event.Text { return event.Text{Plain: strings.Join(words, ", ")} }
