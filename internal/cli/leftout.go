package cli

import (
	"cmp"
	"maps"
	"slices"

	"sangdam/event"
)

// countExcluded counts the pairs that are no candidates by their reason.
func countExcluded(pairs []event.Pair) map[event.Reason]int {
	counts := map[event.Reason]int{}
	for _, pair := range pairs {
		if pair.Excluded != nil {
			counts[*pair.Excluded]++
		}
	}
	return counts
}

// countUnplaced counts the candidates that found no place by their reason.
func countUnplaced(unplaced []event.Unplaced) map[event.Reason]int {
	counts := map[event.Reason]int{}
	for _, u := range unplaced {
		counts[u.Reason]++
	}
	return counts
}

// reasonTable lists reasons with how many pairs they keep out, the most frequent first, and what they mean.
func (p *program) reasonTable(counts map[event.Reason]int) *table {
	t := &table{columns: []column{
		{title: p.say("column.pairs"), right: true}, {title: p.say("column.reason")}, {title: p.say("column.meaning"), shrink: true},
	}}
	reasons := slices.SortedFunc(maps.Keys(counts), func(a, b event.Reason) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for _, r := range reasons {
		t.add(p.voice.Int(counts[r]), string(r), p.reasonMeaning(r))
	}
	return t
}

func (p *program) reasonMeaning(r event.Reason) string {
	if id := "reason." + string(r); p.voice.Has(id) {
		return p.say(id)
	}
	return ""
}
