package lexicon

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"

	"sangdam/event"
)

// A Reading is a text understood once, to be compared many times: its concepts, and beside them its own words in each
// language, so that two texts in one language also meet on words that no table knows.
type Reading struct {
	Vector Vector
	words  [len(languageKinds)]terms
}

// languageKinds are the first letters of the keys of the terms of each language, in the order of rowLanguages.
var languageKinds = [4]string{"ef", "k", "z", "rst"}

// terms is a sparse vector of unit length over the terms of one language. Terms of the tables have their number;
// others a negative one made of their spelling.
type terms struct {
	ids     []int32
	weights []float32
}

// Read understands a text in all the languages it is given in. Those languages count alike.
func Read(text event.Text) Reading {
	x := knowledge()
	var r Reading
	if text.By == nil {
		r.Vector = Understand(text.Plain, "")
		r.words = x.ownWords(text.Plain, "")
		return r
	}
	var vectors []Vector
	for _, lang := range languagesOf(text) {
		vectors = append(vectors, Understand(text.By[lang], lang))
		for i, w := range x.ownWords(text.By[lang], lang) {
			// A language's own text comes before words of it quoted in another.
			if len(w.ids) > 0 && (r.words[i].ids == nil || rowLanguages[i] == lang) {
				r.words[i] = w
			}
		}
	}
	r.Vector = Mean(vectors...)
	return r
}

// languagesOf lists the languages of a text in a fixed order.
func languagesOf(text event.Text) []string {
	langs := make([]string, 0, len(text.By))
	for l := range text.By {
		langs = append(langs, l)
	}
	slices.Sort(langs)
	return langs
}

// ownWords weighs the terms of a text by how rare they are in the tables; a term they do not hold is as rare as can be.
func (x *index) ownWords(text, lang string) [len(languageKinds)]terms {
	var found [len(languageKinds)][]component
	rarest := float32(math.Log(1 + float64(x.near)/0.5))
	r := x.readers.Get().(*reader)
	r.stems.off = lang != "" && !slices.Contains(rowLanguages, lang)
	r.read(readable(text), func(t term) {
		l := languageOfKind(t.key[0])
		if id, ok := x.terms[string(t.key)]; ok {
			found[l] = append(found[l], component{id, t.weight * x.idf[id]})
			return
		}
		h := fnv.New32a()
		h.Write(t.key)
		found[l] = append(found[l], component{-1 - int32(h.Sum32()&math.MaxInt32), t.weight * rarest})
	})
	r.emit = nil
	x.readers.Put(r)
	var out [len(languageKinds)]terms
	for l, list := range found {
		slices.SortFunc(list, func(a, b component) int { return cmp.Compare(a.id, b.id) })
		list = slices.CompactFunc(list, func(a, b component) bool { return a.id == b.id })
		for _, c := range list {
			out[l].ids = append(out[l].ids, c.id)
			out[l].weights = append(out[l].weights, c.weight)
		}
		normalise(out[l].weights)
	}
	return out
}

func languageOfKind(kind byte) int {
	switch kind {
	case 'e', 'f':
		return 0
	case 'k':
		return 1
	case 'z':
		return 2
	}
	return 3
}
