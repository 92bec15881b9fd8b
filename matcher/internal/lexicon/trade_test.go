package lexicon

import (
	"maps"
	"os"
	"slices"
	"testing"

	"sangdam/event"
)

// What short phrases of the trade must at least reach against the wording of tariffs, in their own language and in another.
const (
	wantTrade      = 0.93
	wantTradeTop10 = 0.97
)

// TestTradeAcrossLanguages matches the shorthand of the trade, with its abbreviations, grades and makers' numbers, against the
// wording of customs tariffs, from each language to each, its own among them.
func TestTradeAcrossLanguages(t *testing.T) {
	titles := readTSV(t, "testdata/titles.tsv", 6)
	trade := readTSV(t, "testdata/trade.tsv", 6)
	at := map[string]int{}
	var targets [4][]Reading
	for i, row := range titles {
		at[row[0]] = i
		for l := range rowLanguages {
			targets[l] = append(targets[l], Read(event.Text{Plain: row[1+l]}))
		}
	}
	batches := map[string][]int{} // the phrases of each batch
	for n, row := range trade {
		if _, ok := at[row[0]]; !ok {
			t.Fatalf("trade.tsv:%d: no title for %s", n+2, row[0])
		}
		batches[row[5]] = append(batches[row[5]], n)
	}
	for _, batch := range slices.Sorted(maps.Keys(batches)) {
		own := batches[batch]
		var target []int
		for _, n := range own {
			target = append(target, at[trade[n][0]])
		}
		for a, from := range rowLanguages {
			var queries []Reading
			for _, n := range own {
				queries = append(queries, Read(event.Text{Plain: trade[n][1+a]}))
			}
			for b, to := range rowLanguages {
				r := retrieve(queries, targets[b], target, func(i, rank, first int) {
					if os.Getenv("LEXICON_MISSES") != "" {
						row := trade[own[i]]
						t.Logf("%s-%s: %s at %d behind %s: %q", from, to, row[0], rank, titles[first][0], row[1+a])
					}
				})
				t.Logf("trade batch %s, %s to %s: MRR %.3f, top 10 %.3f", batch, from, to, r.mrr, r.top10)
				if r.mrr < wantTrade || r.top10 < wantTradeTop10 {
					t.Errorf("trade batch %s, %s to %s: MRR %.3f, top 10 %.3f; want %.2f and %.2f", batch, from, to, r.mrr, r.top10, wantTrade, wantTradeTop10)
				}
			}
		}
	}
}
