package lexicon

import (
	"slices"
	"testing"
)

// An abbreviation is read as the word that it stands for, in whatever case.
func TestShorthand(t *testing.T) {
	for _, c := range []struct{ short, long string }{
		{"ball vlvs", "ball valves"},
		{"dumpling M/C", "dumpling machine"},
		{"лист г/к, труба б/ш", "лист горячекатаный, труба бесшовный"},
		{"Ж/Д рельсы", "железнодорожный рельсы"},
		{"лист нерж.", "лист нержавеющий"},
		{"SUS304 pipe", "stainless pipe"},
	} {
		short, long := Understand(c.short, ""), Understand(c.long, "")
		if short.Len() == 0 || short.Cosine(long) < 0.9 {
			t.Errorf("%q and %q: %.3f, want at least 0.9", c.short, c.long, short.Cosine(long))
		}
	}
}

// What only looks like two letters parted by a slash stays.
func TestSlashesStay(t *testing.T) {
	for _, text := range []string{"", "/", "г/", "/к", "г/кг", "аг/к", "км/ч", "1/2", "г/k", "насос/клапан"} {
		if got := withoutSlashes(text); got != text {
			t.Errorf("%q is read as %q", text, got)
		}
	}
}

// Every abbreviation stands for a word of the tables, and is no word of them itself.
func TestShorthandIsKnown(t *testing.T) {
	x := knowledge()
	for short, word := range shorthand {
		if len(x.read(word, "")) == 0 {
			t.Errorf("%s stands for %s, which no table has", short, word)
		}
		if len(x.read(readable(short), "")) == 0 {
			t.Errorf("%s is not read as %s", short, word)
		}
	}
}

// A decimal figure is one word, whether with a point or a comma, and not two figures that mean something else. Figures that are
// multiplied with each other are none.
func TestFigures(t *testing.T) {
	keys := func(text string) (keys []string) {
		r := reader{stems: stemmer{known: map[string]string{}}}
		r.read(readable(text), func(t term) { keys = append(keys, string(t.key)) })
		return keys
	}
	for _, c := range []struct {
		text string
		want []string
	}{
		{"406,4 mm", []string{"e406.4", "emm", "e406.4 mm"}},
		{"406.4 mm", []string{"e406.4", "emm", "e406.4 mm"}},
		{"1,000 V", []string{"e1000", "ev", "e1000 v"}},
		{"8801, 8802", []string{"e8801", "e8802"}},
		{"8801.", []string{"e8801"}},
		{".5", []string{"e5"}},
		{"84.25", []string{"e8425"}},
		{"600х600 мм", []string{"rмм"}},
		{"600*1200", nil},
		{"600x600", []string{"e600x600", "f600x6"}},
		{"х600", []string{"e600"}},
	} {
		if got := keys(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q is cut into %q, want %q", c.text, got, c.want)
		}
	}
}
