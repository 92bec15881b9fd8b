package matcher

import (
	"sangdam/matcher/internal/hs"
	"sangdam/matcher/internal/lexicon"
)

// A layout holds the topics of firms and buyers for fast comparison: what is equal is stored once, sectors and codes are
// compared once a pair of distinct sets, texts are sparse vectors over dense numbers. Fits computed from it are equal, bit for
// bit, to those of choose.
type layout struct {
	firms, buyers laidSide
	sectors       table // closeness of a firm's and a buyer's set of sectors
	codes         table // similarity of sets of codes
	concepts      int   // dimensions of the concepts
	terms         int   // dimensions of the words
}

// A laidSide is one side's topics, in the order of the side and its topics.
type laidSide struct {
	first   []int32 // of side i: its topics are first[i] to first[i+1]
	owner   []int32 // of a topic
	sectors []int32 // number of the distinct set, 0 for none
	codes   []int32
	text    []int32 // number of the distinct text
	texts   []laidText

	sectorSets [][]int32
	codeSets   [][]hs.Place
}

// A laidText is a text's vectors.
type laidText struct {
	understood bool
	concepts   sparse
	words      [4]sparse // by language
}

// A sparse vector lists the dimensions in which it is not zero.
type sparse []component

type component struct {
	id     int32
	weight float32
}

// lay builds the layout of a compiled event. Time and memory are linear in the topics, plus two numbers for each pair of
// distinct sets of sectors and of codes, up to a limit.
func (m *Matcher) lay() *layout { return m.layWithin(manySets) }

func (m *Matcher) layWithin(limit int) *layout {
	l := &layout{concepts: lexicon.Dimensions()}
	terms := map[[2]int32]int32{}
	l.firms, l.buyers = laySide(m.firms, terms), laySide(m.buyers, terms)
	l.terms = len(terms)
	l.sectors = tabulate(l.firms.sectorSets, l.buyers.sectorSets, m.words.sectors.Closeness, limit)
	l.codes = tabulate(l.firms.codeSets, l.buyers.codeSets, hs.Place.Similarity, limit)
	return l
}

func laySide(sides []side, terms map[[2]int32]int32) laidSide {
	l := laidSide{first: []int32{0}, sectorSets: [][]int32{nil}, codeSets: [][]hs.Place{nil}}
	sectors, codes, texts := map[string]int32{"": 0}, map[string]int32{"": 0}, map[*lexicon.Reading]int32{}
	var key []byte
	for i := range sides {
		for j := range sides[i].topics {
			t := &sides[i].topics[j]
			key = key[:0]
			for _, s := range t.sectors {
				key = append(key, byte(s), byte(s>>8))
			}
			l.sectors = append(l.sectors, number(sectors, key, func() { l.sectorSets = append(l.sectorSets, t.sectors) }))
			key = key[:0]
			for _, c := range t.codes {
				key = append(append(key, c.String()...), ' ')
			}
			l.codes = append(l.codes, number(codes, key, func() { l.codeSets = append(l.codeSets, t.codes) }))
			text, known := texts[t.text]
			if !known {
				text = int32(len(l.texts))
				texts[t.text] = text
				l.texts = append(l.texts, layText(t.text, terms))
			}
			l.text = append(l.text, text)
			l.owner = append(l.owner, int32(i))
		}
		l.first = append(l.first, int32(len(l.owner)))
	}
	return l
}

// number returns the number of a set by its key; a new one is added by add.
func number(numbers map[string]int32, key []byte, add func()) int32 {
	n, ok := numbers[string(key)]
	if !ok {
		n = int32(len(numbers))
		numbers[string(key)] = n
		add()
	}
	return n
}

// textOf is the text of a topic.
func (l *laidSide) textOf(topic int) *laidText { return &l.texts[l.text[topic]] }

func layText(r *lexicon.Reading, terms map[[2]int32]int32) laidText {
	t := laidText{understood: r.Vector.Len() > 0}
	concepts, shares := r.Vector.Components()
	words, weights := r.Words()
	size := len(concepts)
	for lang := range words {
		size += len(words[lang])
	}
	all := make(sparse, 0, size) // one piece of memory a text
	for i, id := range concepts {
		all = append(all, component{id, shares[i]})
	}
	t.concepts = all
	for lang := range words {
		start := len(all)
		for i, id := range words[lang] { // in the order of the reading, in which sums are taken
			key := [2]int32{int32(lang), id}
			n, ok := terms[key]
			if !ok {
				n = int32(len(terms))
				terms[key] = n
			}
			all = append(all, component{n, weights[lang][i]})
		}
		t.words[lang] = all[start:]
	}
	return t
}
