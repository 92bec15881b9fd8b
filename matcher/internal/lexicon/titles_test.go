package lexicon

import (
	"bufio"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"sangdam/event"
)

// readTSV reads the rows of a table after its header line.
func readTSV(t testing.TB, name string, columns int) [][]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows [][]string
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<16)
	for n := 1; s.Scan(); n++ {
		cells := strings.Split(s.Text(), "\t")
		if len(cells) != columns {
			t.Fatalf("%s:%d: %d cells, want %d", name, n, len(cells), columns)
		}
		if n > 1 {
			rows = append(rows, cells)
		}
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}

// A retrieval is how well texts find their counterparts.
type retrieval struct {
	mrr   float64 // mean reciprocal rank
	top10 float64 // share of counterparts among the first ten
}

// retrieve ranks all targets for each query by a similarity; target[i] is the counterpart of query i. Equal similarities
// share the worst of their ranks. missed hears of each query whose counterpart is not first.
func retrieve(queries, targets []Reading, target []int, missed func(query, rank, first int)) retrieval {
	var r retrieval
	for i, q := range queries {
		own := q.Similarity(targets[target[i]])
		rank, first, best := 1, target[i], own
		for j := range targets {
			if j == target[i] {
				continue
			}
			if s := q.Similarity(targets[j]); s >= own {
				rank++
				if s >= best {
					best, first = s, j
				}
			}
		}
		r.mrr += 1 / float64(rank)
		if rank <= 10 {
			r.top10++
		}
		if rank > 1 && missed != nil {
			missed(i, rank, first)
		}
	}
	n := float64(len(queries))
	return retrieval{r.mrr / n, r.top10 / n}
}

// What the tables must at least reach on titles and phrases they were not written from.
const (
	wantAcross = 0.9
	wantWithin = 0.88
	wantTop10  = 0.97
)

// TestTitlesAcrossLanguages matches the wording of customs tariffs in one language against that in another: the titles of
// each batch with the titles of all batches.
func TestTitlesAcrossLanguages(t *testing.T) {
	rows := readTSV(t, "testdata/titles.tsv", 6)
	read := map[string][]Reading{}
	batches := map[string][]int{} // the rows of each batch
	for i, row := range rows {
		batches[row[5]] = append(batches[row[5]], i)
		for l, lang := range rowLanguages {
			read[lang] = append(read[lang], Read(event.Text{Plain: row[1+l]}))
		}
	}
	for a, from := range rowLanguages {
		for b, to := range rowLanguages {
			if from == to {
				continue
			}
			for _, batch := range slices.Sorted(maps.Keys(batches)) {
				own := batches[batch]
				var queries []Reading
				for _, i := range own {
					queries = append(queries, read[from][i])
				}
				r := retrieve(queries, read[to], own, func(q, rank, first int) {
					if os.Getenv("LEXICON_MISSES") != "" {
						i := own[q]
						t.Logf("%s-%s: %s at %d behind %s: %.60q / %.60q", from, to, rows[i][0], rank, rows[first][0], rows[i][1+a], rows[i][1+b])
					}
				})
				t.Logf("batch %s, %s to %s: MRR %.3f, top 10 %.3f", batch, from, to, r.mrr, r.top10)
				if r.mrr < wantAcross || r.top10 < wantTop10 {
					t.Errorf("batch %s, %s to %s: MRR %.3f, top 10 %.3f; want %.2f and %.2f", batch, from, to, r.mrr, r.top10, wantAcross, wantTop10)
				}
			}
		}
	}
}

// TestPhrasesWithinLanguage matches words of the trade against the wording of customs tariffs, in one language.
func TestPhrasesWithinLanguage(t *testing.T) {
	titles := readTSV(t, "testdata/titles.tsv", 6)
	at := map[string]int{}
	for i, row := range titles {
		at[row[0]] = i
	}
	phrases := readTSV(t, "testdata/phrases.tsv", 5)
	for l, lang := range rowLanguages {
		var targets, queries []Reading
		var target []int
		for _, row := range titles {
			targets = append(targets, Read(event.Text{Plain: row[1+l]}))
		}
		for n, row := range phrases {
			i, ok := at[row[0]]
			if !ok {
				t.Fatalf("phrases.tsv:%d: no title for %s", n+2, row[0])
			}
			queries, target = append(queries, Read(event.Text{Plain: row[1+l]})), append(target, i)
		}
		r := retrieve(queries, targets, target, func(i, rank, first int) {
			if os.Getenv("LEXICON_MISSES") != "" {
				t.Logf("%s: %s at %d behind %s: %q", lang, phrases[i][0], rank, titles[first][0], phrases[i][1+l])
			}
		})
		t.Logf("phrases in %s: MRR %.3f, top 10 %.3f", lang, r.mrr, r.top10)
		if r.mrr < wantWithin {
			t.Errorf("phrases in %s: MRR %.3f; want %.2f", lang, r.mrr, wantWithin)
		}
	}
}

// TestHeadingOfTitle asks for the heading itself: it should be the heaviest concept of its title.
func TestHeadingOfTitle(t *testing.T) {
	rows := readTSV(t, "testdata/titles.tsv", 6)
	for l, lang := range rowLanguages {
		first := 0
		for _, row := range rows {
			concepts := Concepts(Understand(row[1+l], lang))
			for _, c := range concepts[:min(1, len(concepts))] {
				if strings.HasPrefix(digits(c.HS), row[0]) {
					first++
				} else if os.Getenv("LEXICON_MISSES") != "" {
					t.Logf("%s: %s understood as %s%s: %.80q", lang, row[0], c.HS, c.Process, row[1+l])
				}
			}
		}
		share := float64(first) / float64(len(rows))
		t.Logf("%s: heading first in %.3f", lang, share)
		if share < wantAcross {
			t.Errorf("%s: heading first in %.3f of the titles, want %.2f", lang, share, wantAcross)
		}
	}
}
