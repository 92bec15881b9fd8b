package sheet

import (
	"slices"
	"strings"

	"sangdam/internal/sheet/grid"
)

// namesOfSheet are the names that were read as ids in one sheet: the first cell, how many cells, and each name once with its id.
type namesOfSheet struct {
	at    spot
	count int
	pairs []string
}

// seeNames keeps which names of a row were read as ids.
func (r *reader) seeNames(at spot, rec record) {
	for _, n := range rec.naming {
		i := slices.IndexFunc(r.namesSeen, func(s *namesOfSheet) bool { return s.at.table == at.table })
		if i < 0 {
			i = len(r.namesSeen)
			r.namesSeen = append(r.namesSeen, &namesOfSheet{at: spot{at.table, at.row, at.table.where(n.column, "")}})
		}
		seen := r.namesSeen[i]
		seen.count++
		if pair := shortened(n.word) + " → " + n.id; !slices.Contains(seen.pairs, pair) {
			seen.pairs = append(seen.pairs, pair)
		}
	}
}

// noteNames tells once a sheet which names stood where ids belong, and what they were taken for.
func (r *reader) noteNames() {
	for _, seen := range r.namesSeen {
		r.note(seen.at.table, grid.Spot{Row: seen.at.row, Column: seen.at.column}, "names", args{"Count": seen.count, "Pairs": listed(seen.pairs)})
	}
}

// listed writes the first few of many.
func listed(words []string) string {
	const few = 12
	if len(words) > few {
		words = append(slices.Clone(words[:few]), "…")
	}
	return strings.Join(words, ", ")
}
