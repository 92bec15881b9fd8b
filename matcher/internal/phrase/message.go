package phrase

import (
	"fmt"
	"strings"

	"sangdam/event"
)

// A Message is a template in the four languages of the product.
type Message struct{ parts [4][]part }

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

// Text fills the template in.
func (m Message) Text(args ...Arg) event.Text {
	by := make(map[string]string, len(languages))
	for i, lang := range languages {
		by[lang] = fill(m.parts[i], lang, args)
	}
	return event.Text{By: by}
}

func fill(parts []part, lang string, args []Arg) string {
	if len(parts) == 1 && parts[0].arg == "" {
		return parts[0].literal
	}
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

// Join puts texts one after another with a separator a language: parts of one sentence, or sentences.
func Join(separator string, texts ...event.Text) event.Text {
	by := make(map[string]string, len(languages))
	for _, lang := range languages {
		var b strings.Builder
		for _, t := range texts {
			s := t.In(lang)
			if s == "" {
				continue
			}
			if b.Len() > 0 {
				b.WriteString(separator)
			}
			b.WriteString(s)
		}
		by[lang] = b.String()
	}
	return event.Text{By: by}
}

// List writes words that are the same in all languages as a list, for example of codes.
func List(words []string) event.Text { return event.Text{Plain: strings.Join(words, ", ")} }
