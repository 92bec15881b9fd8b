package lexicon

import (
	"cmp"
	"io/fs"
	"math"
	"slices"
	"strings"
	"sync"
)

// The weights of terms in a concept follow BM25 (Robertson and Zaragoza, 2009) without its factor k1+1: a term that is
// repeated gains less each time, and a concept described at length gains less from each term.
const (
	saturation   = 1.0  // k1
	lengthFactor = 0.45 // b
)

// A posting is one concept that a term points to.
type posting struct {
	concept int32
	weight  float32
}

// An index holds the concepts and, for each term, those it speaks for. It does not change once built.
type index struct {
	rows    []row            // one concept each, ordered by code, processes last
	byCode  map[string]int32 // code to concept
	chapter []int32          // of each row, the dimension of its chapter; -1 for a process
	dims    int              // rows and chapters together
	near    int              // the number of rows that tell how rare a term is

	terms    map[string]int32 // key of a term to its number
	idf      []float32        // by term
	postings [][]posting      // by term, ordered by concept
	stems    map[string]string
	phrases  map[string]bool
	readers  sync.Pool // of *reader
	scratch  sync.Pool // of *scratch
}

// knowledge is the index over the embedded tables, built when first needed.
var knowledge = sync.OnceValue(func() *index {
	tables, err := fs.Sub(data, "data")
	if err == nil {
		var rows []row
		if rows, err = readTables(tables); err == nil {
			return newIndex(rows)
		}
	}
	panic(err) // the tables are part of the program and checked by its tests
})

func newIndex(rows []row) *index {
	slices.SortStableFunc(rows, func(a, b row) int {
		return cmp.Or(boolCompare(a.process, b.process), strings.Compare(a.code, b.code))
	})
	x := &index{
		rows:    rows,
		byCode:  make(map[string]int32, len(rows)),
		terms:   make(map[string]int32, 1<<16),
		stems:   make(map[string]string, 1<<14),
		phrases: make(map[string]bool, 1<<12),
	}
	x.placeChapters()
	for i := range rows {
		x.byCode[rows[i].code] = int32(i)
		for _, t := range rows[i].terms["zh"] {
			if t = respelt(t); isPhrase(t) {
				x.phrases[t] = true
			}
		}
	}
	x.weigh()
	x.readers.New = func() any { return &reader{stems: stemmer{known: x.stems}, phrases: x.phrases} }
	x.scratch.New = func() any { return &scratch{scores: make([]float32, x.dims)} }
	return x
}

func boolCompare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// placeChapters gives each chapter that has a row a dimension after those of the rows.
func (x *index) placeChapters() {
	x.dims = len(x.rows)
	x.chapter = make([]int32, len(x.rows))
	seen := map[string]int32{}
	for i := range x.rows {
		if x.rows[i].process {
			x.chapter[i] = -1
			continue
		}
		c := x.rows[i].code[:2]
		d, ok := seen[c]
		if !ok {
			d = int32(x.dims)
			seen[c] = d
			x.dims++
		}
		x.chapter[i] = d
	}
}

// A count is how much a term weighs in one row before anything is known of the others.
type count struct {
	concept int32
	lang    uint8
	tf      float32
}

// weigh counts the terms of all rows and turns the counts into postings. How rare a term is, and how long a row is for its
// language, is told by the rows of the trades that the tables are for: a far row more changes no weight in another.
func (x *index) weigh() {
	var counts [][]count // by term
	lengths := make([][4]float32, len(x.rows))
	var total [4]float32
	r := &reader{stems: stemmer{known: x.stems, learn: true}, phrases: x.phrases}
	for i := range x.rows {
		near := !x.rows[i].far()
		if near {
			x.near++
		}
		for l, lang := range rowLanguages {
			for _, text := range x.rows[i].terms[lang] {
				r.read(respelt(text), func(t term) {
					id, ok := x.terms[string(t.key)]
					if !ok {
						id = int32(len(counts))
						x.terms[string(t.key)] = id
						counts = append(counts, nil)
					}
					lengths[i][l] += t.weight
					if near {
						total[l] += t.weight
					}
					c := counts[id]
					if n := len(c); n > 0 && c[n-1].concept == int32(i) {
						c[n-1].tf++
						return
					}
					counts[id] = append(c, count{int32(i), uint8(l), 1})
				})
			}
		}
	}
	n := float64(x.near)
	x.idf = make([]float32, len(counts))
	x.postings = make([][]posting, len(counts))
	for id, c := range counts {
		df := 0.0
		for _, t := range c {
			if !x.rows[t.concept].far() {
				df++
			}
		}
		df = max(1, df)
		x.idf[id] = float32(math.Log(1 + (n-df+0.5)/(df+0.5)))
		list := make([]posting, len(c))
		for k, t := range c {
			norm := 1 - lengthFactor + lengthFactor*lengths[t.concept][t.lang]*float32(x.near)/total[t.lang]
			list[k] = posting{t.concept, x.idf[id] * t.tf / (t.tf + saturation*norm)}
		}
		x.postings[id] = list
	}
}
