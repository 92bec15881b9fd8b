package event

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Fault is one thing wrong in a document: where, what, and what would be right, in the languages of the product.
type Fault struct {
	Location string // e.g. buyers[3].needs[0].hs[1]; empty: the document as a whole
	Line     int    // from 1; 0 when there is no text to point into
	Column   int    // in characters, from 1
	Code     Code
	Args     Args
}

// A Code names a kind of fault for programs.
type Code string

// Args are the words that a fault's message is filled with, by the name of their place in it.
type Args map[string]Text

// plain is a word that is the same in every language.
func plain(a any) Text {
	if f, ok := a.(float64); ok && math.Abs(f) < 1e15 {
		return Text{Plain: strconv.FormatFloat(f, 'f', -1, 64)}
	}
	return Text{Plain: fmt.Sprint(a)}
}

// Problem says what is wrong.
func (f Fault) Problem() Text {
	return f.say(func(p phrase) string { return p.problem })
}

// Want says what would be right.
func (f Fault) Want() Text {
	return f.say(func(p phrase) string { return p.want })
}

// Text says what is wrong and what would be right.
func (f Fault) Text() Text {
	problem, want := f.Problem().By, f.Want().By
	return words(
		problem["ko"]+". "+want["ko"],
		problem["en"]+"; "+want["en"],
		problem["zh"]+"。"+want["zh"],
		problem["ru"]+"; "+want["ru"],
	)
}

func (f Fault) say(part func(phrase) string) Text {
	m := messages[f.Code]
	by := make(map[string]string, len(Languages))
	for _, lang := range Languages {
		by[lang] = f.fill(part(m.in(lang)), lang)
	}
	return Text{By: by}
}

func (f Fault) fill(pattern, lang string) string {
	var pairs []string
	for name, word := range f.Args {
		pairs = append(pairs, "{"+name+"}", word.In(lang))
	}
	filled := strings.NewReplacer(pairs...).Replace(pattern)
	if lang == "ko" {
		return withParticles(filled)
	}
	return filled
}

// In returns the whole fault in a language: line, location, problem and want.
func (f Fault) In(lang string) string {
	var where []string
	if f.Line > 0 {
		line := plain(f.Line)
		by := Text{By: map[string]string{
			"ko": line.Plain + "행", "en": "line " + line.Plain, "zh": "第 " + line.Plain + " 行", "ru": "строка " + line.Plain,
		}}
		where = append(where, by.In(lang))
	}
	if f.Location != "" {
		where = append(where, f.Location)
	}
	where = append(where, f.Text().In(lang))
	return strings.Join(where, ": ")
}

// Error returns the fault in English.
func (f Fault) Error() string { return f.In("en") }

// Faults are all the faults of a document, in its order. Beyond MaxFaults the rest are only counted, by a last one
// of CodeMore.
type Faults []Fault

// MaxFaults is the number of faults that are told one by one.
const MaxFaults = 100

// Error returns the faults in English, one a line.
func (fs Faults) Error() string { return fs.In("en") }

// In returns the faults in a language, one a line.
func (fs Faults) In(lang string) string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = f.In(lang)
	}
	return strings.Join(lines, "\n")
}

// Text is In of every language.
func (fs Faults) Text() Text {
	by := make(map[string]string, len(Languages))
	for _, lang := range Languages {
		by[lang] = fs.In(lang)
	}
	return Text{By: by}
}

// capped keeps the first MaxFaults and counts the rest together with those that were already left out.
func (fs Faults) capped(leftOut int) Faults {
	if len(fs) > MaxFaults {
		leftOut += len(fs) - MaxFaults
		fs = fs[:MaxFaults:MaxFaults]
	}
	if leftOut > 0 {
		fs = append(fs, Fault{Code: CodeMore, Args: Args{"count": plain(leftOut)}})
	}
	return fs
}

// A phrase is a message in one language.
type phrase struct{ problem, want string }

// A message is what a code says, in the four languages.
type message struct{ ko, en, zh, ru phrase }

func (m message) in(lang string) phrase {
	by := map[string]phrase{"ko": m.ko, "en": m.en, "zh": m.zh, "ru": m.ru}
	return cmp.Or(by[lang], m.en)
}
