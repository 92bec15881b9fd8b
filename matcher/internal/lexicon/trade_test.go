package lexicon

import (
	"os"
	"testing"

	"sangdam/event"
)

// What short phrases of the trade must at least reach against the wording of tariffs, in their own language and in another.
const (
	wantTrade      = 0.8
	wantTradeTop10 = 0.9
)

// TestTradeAcrossLanguages matches the shorthand of the trade, with its abbreviations, grades and makers' numbers, against the
// wording of customs tariffs, from each language to each, its own among them.
func TestTradeAcrossLanguages(t *testing.T) {
	titles := readTSV(t, "testdata/titles.tsv", 6)
	trade := readTSV(t, "testdata/trade.tsv", 5)
	at := map[string]int{}
	var targets, queries [4][]Reading
	for i, row := range titles {
		at[row[0]] = i
		for l := range rowLanguages {
			targets[l] = append(targets[l], Read(event.Text{Plain: row[1+l]}))
		}
	}
	var target []int
	for n, row := range trade {
		i, ok := at[row[0]]
		if !ok {
			t.Fatalf("trade.tsv:%d: no title for %s", n+2, row[0])
		}
		target = append(target, i)
		for l := range rowLanguages {
			queries[l] = append(queries[l], Read(event.Text{Plain: row[1+l]}))
		}
	}
	for a, from := range rowLanguages {
		for b, to := range rowLanguages {
			r := retrieve(queries[a], targets[b], target, func(i, rank, first int) {
				if os.Getenv("LEXICON_MISSES") != "" {
					t.Logf("%s-%s: %s at %d behind %s: %q", from, to, trade[i][0], rank, titles[first][0], trade[i][1+a])
				}
			})
			t.Logf("trade, %s to %s: MRR %.3f, top 10 %.3f", from, to, r.mrr, r.top10)
			if r.mrr < wantTrade || r.top10 < wantTradeTop10 {
				t.Errorf("trade, %s to %s: MRR %.3f, top 10 %.3f; want %.2f and %.2f", from, to, r.mrr, r.top10, wantTrade, wantTradeTop10)
			}
		}
	}
}
