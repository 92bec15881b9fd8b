package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"sangdam/event"
)

//go:embed messages
var messageFiles embed.FS

var bundle = loadBundle()

// loadBundle reads the embedded messages. They are part of the program, so a broken one is a programmer's error.
func loadBundle() *i18n.Bundle {
	b := i18n.NewBundle(language.English)
	for _, code := range event.Languages {
		for _, name := range catalogs(code) {
			if _, err := b.LoadMessageFileFS(messageFiles, name); err != nil {
				panic(err)
			}
		}
	}
	return b
}

// catalogs returns the files with the messages of a language: one for each part of the program that speaks, by its name.
func catalogs(code string) []string {
	names, err := fs.Glob(messageFiles, "messages/*/"+code+".json")
	if err != nil {
		panic(err)
	}
	return names
}

// Args fill the places of a message by name. Whole numbers are written as the language writes them.
type Args map[string]any

// A Voice speaks one language. It may be used from several goroutines.
type Voice struct {
	lang      string
	localizer *i18n.Localizer
	printer   *message.Printer
}

// New returns the voice of one of event.Languages; any other gets the English one.
func New(code string) *Voice {
	tag, err := language.Parse(code)
	if err != nil {
		tag = language.English
	}
	return &Voice{
		lang:      code,
		localizer: i18n.NewLocalizer(bundle, code, "en"),
		printer:   message.NewPrinter(tag),
	}
}

// Language returns the code of the language.
func (v *Voice) Language() string { return v.lang }

// Text returns a text of a document in the language of the voice, or the next best.
func (v *Voice) Text(t event.Text) string { return t.In(v.lang) }

// Say returns a message. A message that does not exist is given by its id in angle brackets; the tests of this package
// hold that none of those that the program asks for is missing.
func (v *Voice) Say(id string, args ...Args) string {
	return v.say(id, nil, args)
}

// Count returns the form of a message that its language uses for n things; the number itself is {{.N}}.
func (v *Voice) Count(id string, n int, args ...Args) string {
	return v.say(id, n, append([]Args{{"N": n}}, args...))
}

// Has reports whether there is a message of that id, one without plurals.
func (v *Voice) Has(id string) bool {
	_, err := v.localizer.Localize(&i18n.LocalizeConfig{MessageID: id})
	return err == nil
}

func (v *Voice) say(id string, plural any, args []Args) string {
	data := map[string]any{}
	for _, a := range args {
		maps.Copy(data, a)
	}
	for name, value := range data {
		if n, ok := value.(int); ok {
			data[name] = v.Int(n)
		}
	}
	s, err := v.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: data, PluralCount: plural})
	if err != nil {
		return fmt.Sprintf("<%s>", id)
	}
	return s
}
