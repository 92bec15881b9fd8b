package lexicon

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
	"sangdam/event"
)

func TestNothingUnderstood(t *testing.T) {
	for _, text := range []string{"", " ", "!?", "qwxyz", "ㅋㅋ", "и для", "的", "및"} {
		v := Understand(text, "")
		if v.Len() != 0 || len(Concepts(v)) != 0 {
			t.Errorf("%q evokes %d concepts", text, v.Len())
		}
		if got := v.Cosine(Understand(russianPumps, "")); got != 0 {
			t.Errorf("%q is like pumps: %g", text, got)
		}
	}
}

// The words of official headings stand among drafting in each language; what counts is the goods.
func TestOfficialWording(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Насосы жидкостные с расходомерами или без них; подъемники жидкостей", "8413"},
		{"액체펌프(계기를 갖추었는지에 상관없으며)와 액체엘리베이터", "8413"},
		{"液体泵,不论是否装有计量装置;液体提升机", "8413"},
		{"Ball or roller bearings", "8482"},
		{"Части летательных аппаратов товарной позиции 8801, 8802 или 8806", "8807"},
	} {
		got := Concepts(Understand(c.text, ""))
		if len(got) == 0 || got[0].HS != c.want {
			t.Errorf("%q: %v, want %s first", c.text, got, c.want)
		}
	}
}

func TestLanguageOutsideTheFour(t *testing.T) {
	a, b := Understand("pumping", "en"), Understand("pumping", "sv")
	if a.Len() == 0 {
		t.Fatal("the stem of pumping is unknown")
	}
	if slices.Equal(a.weights, b.weights) {
		t.Error("a Swedish text was stemmed as English")
	}
}

func TestConceptsNameTheirWords(t *testing.T) {
	got := Concepts(Understand("гидроцилиндры и шариковые подшипники", "ru"))
	for _, c := range []struct{ hs, word string }{{"8412.21", "гидроцилиндры"}, {"8482", "подшипники"}} {
		i := slices.IndexFunc(got, func(g Concept) bool { return g.HS == c.hs })
		if i < 0 {
			t.Errorf("no %s in %v", c.hs, got)
			continue
		}
		if !slices.ContainsFunc(got[i].Words, func(w string) bool { return w == c.word || w == "шариковые подшипники" }) {
			t.Errorf("%s by %q, want %q", c.hs, got[i].Words, c.word)
		}
		for _, lang := range event.Languages {
			if got[i].Name.By[lang] == "" {
				t.Errorf("%s has no name in %s", c.hs, lang)
			}
		}
	}
	if !slices.IsSortedFunc(got, func(a, b Concept) int { return int(math.Copysign(1, b.Weight-a.Weight)) }) {
		t.Error("concepts are not in order of weight")
	}
}

func TestProcessesAreConcepts(t *testing.T) {
	for text, want := range map[string]string{"열처리": "heat-treatment", "сварка": "welding", "精密铸造": "casting", "3D printing": "additive-manufacturing"} {
		got := Concepts(Understand(text, ""))
		if !slices.ContainsFunc(got, func(c Concept) bool { return c.Process == want }) {
			t.Errorf("%q: no %s in %v", text, want, got)
		}
	}
}

func TestNameOfCode(t *testing.T) {
	for code, want := range map[string]string{"8412.21": "8412.21", "841221": "8412.21", "8412.2190": "8412.21", "8429.20": "8429", "8429": "8429"} {
		got, ok := Name(code)
		row := knowledge().rows[knowledge().byCode[digits(want)]]
		if !ok || got.By["ko"] != row.name().By["ko"] {
			t.Errorf("%s is called %v, want the name of %s", code, got, want)
		}
	}
	for _, code := range []string{"", "84", "9999", "841"} {
		if got, ok := Name(code); ok {
			t.Errorf("%q is called %v", code, got)
		}
	}
}

// Whatever the text: unit length, ascending concepts, no negative weight, the same again.
func TestVectorsAreSound(t *testing.T) {
	words := []string{"насос", "펌프", "泵", "pump", " ", ", ", "유압", "工程机械", "автомобиль", "\xff", "8413", "̈", "-", "및"}
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, w := range rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(words), rapid.String()), 0, 12).Draw(t, "words") {
			text += w
		}
		v, again := Understand(text, ""), Understand(text, "")
		if !slices.Equal(v.ids, again.ids) || !slices.Equal(v.weights, again.weights) {
			t.Fatal("two readings differ")
		}
		var sum float64
		for i, w := range v.weights {
			if w < 0 || i > 0 && v.ids[i-1] >= v.ids[i] || int(v.ids[i]) >= Dimensions() {
				t.Fatalf("component %d: %d, %g", i, v.ids[i], w)
			}
			sum += float64(w) * float64(w)
		}
		if v.Len() > 0 && math.Abs(sum-1) > 1e-4 {
			t.Fatalf("squared length %g", sum)
		}
		Concepts(v)
		if m := Similarity(event.Text{Plain: text}, event.Text{Plain: "pump"}); m.Value < 0 || m.Value > 1 {
			t.Fatalf("similarity %g", m.Value)
		}
	})
}
