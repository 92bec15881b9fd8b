package lang

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sangdam/event"
)

// forms are the plural forms that each language must give, by the rules of Unicode's CLDR for whole numbers.
var forms = map[string][]string{"ko": {"other"}, "zh": {"other"}, "en": {"one", "other"}, "ru": {"few", "many", "one", "other"}}

// readCatalog returns the forms of every message of a language; a message without plurals has the form "".
func readCatalog(t *testing.T, code string) map[string]map[string]string {
	t.Helper()
	out := map[string]map[string]string{}
	for _, name := range catalogs(code) {
		data, err := messageFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var raw map[string]json.RawMessage
		if err := json.Unmarshal(data, &raw); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for id, value := range raw {
			if out[id] != nil {
				t.Errorf("%s: %s stands in another file too", name, id)
			}
			out[id] = readForms(t, name, id, value)
		}
	}
	return out
}

// readForms reads one message: a string, or an object of plural forms.
func readForms(t *testing.T, name, id string, value json.RawMessage) map[string]string {
	t.Helper()
	var plain string
	if json.Unmarshal(value, &plain) == nil {
		return map[string]string{"": plain}
	}
	var plural map[string]string
	if err := json.Unmarshal(value, &plural); err != nil {
		t.Fatalf("%s: %s: %v", name, id, err)
	}
	return plural
}

var place = regexp.MustCompile(`{{\.\w+}}`)

func places(text string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(place.FindAllString(text, -1)))), " ")
}

func TestEveryMessageIsThereInEveryLanguage(t *testing.T) {
	english := readCatalog(t, "en")
	if len(english) < 100 {
		t.Fatalf("only %d messages are read", len(english))
	}
	for _, code := range event.Languages {
		catalog := readCatalog(t, code)
		for id := range catalog {
			if english[id] == nil {
				t.Errorf("%s has %s, which English lacks", code, id)
			}
		}
		for id, want := range english {
			got, ok := catalog[id]
			if !ok {
				t.Errorf("%s lacks %s", code, id)
				continue
			}
			_, plain := want[""]
			if wantForms := forms[code]; plain {
				if _, ok := got[""]; !ok {
					t.Errorf("%s: %s has plurals, in English it has none", code, id)
				}
			} else if gotForms := slices.Sorted(maps.Keys(got)); !slices.Equal(gotForms, wantForms) {
				t.Errorf("%s: %s has the forms %q, want %q", code, id, gotForms, wantForms)
			}
			for form, text := range got {
				if strings.TrimSpace(text) == "" {
					t.Errorf("%s: %s is empty", code, id)
				}
				// A form for one thing may do without the number.
				have, must := places(text), places(want["other"]+want[""])
				if have != must && (form != "one" || have != strings.TrimSpace(strings.ReplaceAll(must, "{{.N}}", ""))) {
					t.Errorf("%s: %s (%s) has the places %q, in English %q", code, id, form, have, must)
				}
			}
		}
	}
}

func TestPluralsOfRussian(t *testing.T) {
	v := New("ru")
	for n, want := range map[int]string{
		0: "0 встреч", 1: "1 встреча", 2: "2 встречи", 5: "5 встреч", 11: "11 встреч", 21: "21 встреча", 48: "48 встреч", 1003: "1 003 встречи",
	} {
		if got := v.Count("meetings", n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestAMissingMessageIsSeen(t *testing.T) {
	if got := New("ko").Say("no.such.message"); got != "<no.such.message>" {
		t.Errorf("got %q", got)
	}
	if New("en").Has("no.such.message") || !New("en").Has("about") {
		t.Error("Has does not tell what is there")
	}
}

func TestPlacesAreFilled(t *testing.T) {
	for _, code := range event.Languages {
		got := New(code).Say("file.absent")
		if strings.Contains(got, "{{") || strings.HasPrefix(got, "<") {
			t.Errorf("%s: %q", code, got)
		}
		if got := New(code).Count("input.faults", 1200, Args{"Name": "event.json"}); !strings.Contains(got, "event.json") ||
			!strings.Contains(got, New(code).Int(1200)) {
			t.Errorf("%s: %q", code, fmt.Sprint(got))
		}
	}
}
