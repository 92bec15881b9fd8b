package lexicon

import (
	"os"
	"testing"

	"sangdam/event"
)

// TestWishesAcrossLanguages matches what buyers write in one language with the same wish in another, among all the wishes of
// the other language.
func TestWishesAcrossLanguages(t *testing.T) {
	rows := readTSV(t, "testdata/wishes.tsv", 5)
	var read [4][]Reading
	same := make([]int, len(rows))
	for i, row := range rows {
		same[i] = i
		for l := range rowLanguages {
			read[l] = append(read[l], Read(event.Text{Plain: row[1+l]}))
		}
	}
	for a, from := range rowLanguages {
		for b, to := range rowLanguages {
			if a == b {
				continue
			}
			r := retrieve(read[a], read[b], same, func(i, rank, first int) {
				if os.Getenv("LEXICON_MISSES") != "" {
					t.Logf("%s-%s: %s at %d behind %s: %q / %q", from, to, rows[i][0], rank, rows[first][0], rows[i][1+a], rows[i][1+b])
				}
			})
			t.Logf("wishes, %s to %s: MRR %.3f, top 10 %.3f", from, to, r.mrr, r.top10)
			if r.mrr < wantAcross || r.top10 < wantTop10 {
				t.Errorf("wishes, %s to %s: MRR %.3f, top 10 %.3f; want %.2f and %.2f", from, to, r.mrr, r.top10, wantAcross, wantTop10)
			}
		}
	}
}
