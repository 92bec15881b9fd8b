package ooxml

import (
	"sort"
	"strconv"
	"strings"

	"sangdam/internal/sheet/grid"
)

// An area is a rectangle of cells, both corners in it, counted from 1.
type area struct{ top, left, bottom, right int }

func parseArea(ref string) (area, bool) {
	from, to, ok := strings.Cut(ref, ":")
	if !ok {
		return area{}, false
	}
	a := area{rowOf(from), columnOf(from), rowOf(to), columnOf(to)}
	return a, 0 < a.top && a.top <= a.bottom && 0 < a.left && a.left <= a.right
}

// columnOf returns the column of a cell's name, 0 when it has none.
func columnOf(ref string) int {
	n := 0
	for _, c := range []byte(ref) {
		switch {
		case 'A' <= c && c <= 'Z':
			n = n*26 + int(c-'A') + 1
		case 'a' <= c && c <= 'z':
			n = n*26 + int(c-'a') + 1
		default:
			return n
		}
		if n > maxColumns {
			return maxColumns + 1
		}
	}
	return n
}

func rowOf(ref string) int {
	n, err := strconv.Atoi(strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$"))
	if err != nil {
		return 0
	}
	return n
}

// fillMerged gives the rows below the first of a merged area what its first cell says, since that is what the merger
// means in a table: one firm beside its three products. Only rows that hold something are filled, and only the first
// column: across, a merged cell is one wide cell. At most budget cells are filled.
func fillMerged(rows []grid.Row, merges []area, budget int) {
	for _, a := range merges {
		at := sort.Search(len(rows), func(i int) bool { return rows[i].Number >= a.top })
		if at == len(rows) || rows[at].Number != a.top {
			continue
		}
		first := rows[at].At(a.left)
		if first.Text == "" {
			continue
		}
		for i := at + 1; i < len(rows) && rows[i].Number <= a.bottom; i++ {
			if budget--; budget < 0 {
				return
			}
			row := &rows[i]
			for len(row.Cells) < a.left {
				row.Cells = append(row.Cells, grid.Cell{})
			}
			if row.Cells[a.left-1].Text == "" {
				row.Cells[a.left-1] = first
			}
		}
	}
}
