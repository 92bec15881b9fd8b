package web

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// The rows of a list say which item of the document they were made from: LIST.ROW.was is its stamp, and base.LIST those of all items there were.
// So, when another organizer was first, what they did is told row by row and nothing of it is lost.

// A rowMark is what another organizer did to a row of a form meanwhile.
type rowMark string

const (
	rowAdded rowMark = "added" // or changed beyond recognition: the row is theirs
	rowGone  rowMark = "gone"  // it comes back when the form is saved
)

// addItem adds the row of an item of the document and returns what the names of its fields begin with.
func (f filled) addItem(list string, item any) (at string) {
	row := itoa(len(f.rows[list]))
	f.rows[list] = append(f.rows[list], row)
	at = list + "." + row + "."
	f.values[at+"was"] = stampOf(item)
	f.values["base."+list] += f.values[at+"was"] + "\n"
	return at
}

// itemsBy are items by their stamps, so that a row finds the one that it was made from by LIST.ROW.was; a new row finds the zero value.
func itemsBy[T any](items []T) map[string]T {
	out := make(map[string]T, len(items))
	for _, item := range items {
		out[stampOf(item)] = item
	}
	return out
}

// meet puts what is stored now beside the rows of a list that were made from what was stored before. Rows that others changed are found by the
// fields of the key; what is stored now of each row is written into told. Rows of theirs that the form lacks are added to it, those they removed
// are marked. Rows that the form removed stay removed. O(rows of both).
func (f filled) meet(list string, stored, told filled, key ...string) {
	base, theirs := map[string]bool{}, map[string]string{} // stamps of then, rows by stamps of now
	for _, was := range f.words("base." + list) {
		base[was] = true
	}
	keyOf := func(f filled, row string) string {
		parts := make([]string, len(key))
		for i, field := range key {
			parts[i] = f.get(list + "." + row + "." + field)
		}
		return strings.Join(parts, "\n")
	}
	var fresh []string // rows of theirs that were not there before
	changed := map[string][]string{}
	for _, row := range stored.rows[list] {
		was := stored.get(list + "." + row + ".was")
		if theirs[was] = row; !base[was] {
			fresh = append(fresh, row)
			changed[keyOf(stored, row)] = append(changed[keyOf(stored, row)], row)
		}
	}
	met := map[string]bool{}
	for _, row := range f.rows[list] {
		at := list + "." + row + "."
		was := f.get(at + "was")
		if was == "" {
			continue
		}
		if same := theirs[was]; same != "" {
			stored.copyRow(list, same, told, row)
			continue
		}
		same := changed[keyOf(f, row)]
		if len(same) == 0 {
			f.marks[list+"."+row], f.values[at+"was"] = rowGone, ""
			continue
		}
		changed[keyOf(f, row)] = same[1:]
		met[same[0]] = true
		stored.copyRow(list, same[0], told, row)
		f.values[at+"was"] = stored.get(list + "." + same[0] + ".was")
	}
	for _, row := range fresh {
		if !met[row] {
			own := f.freeRow(list)
			f.rows[list] = append(f.rows[list], own)
			f.marks[list+"."+own] = rowAdded
			stored.copyRow(list, row, f, own)
			stored.copyRow(list, row, told, own)
		}
	}
	f.values["base."+list] = stored.values["base."+list]
}

// against is what a form is compared with when another organizer was first: what is stored now, its lists as meet puts them beside the form's.
func (f filled) against(stored filled, lists []string, key ...string) filled {
	told := stored.clone()
	for _, list := range lists {
		maps.DeleteFunc(told.values, func(name, _ string) bool { return strings.HasPrefix(name, list+".") })
		for _, row := range f.rows[list] {
			f.copyRow(list, row, told, row)
		}
		f.meet(list, stored, told, key...)
	}
	return told
}

// copyRow copies the fields of a row to one of another form.
func (f filled) copyRow(list, row string, to filled, as string) {
	from, at := list+"."+row+".", list+"."+as+"."
	for name := range f.values {
		if field, of := strings.CutPrefix(name, from); of {
			to.values[at+field] = f.values[name]
		}
	}
}

// freeRow is a name for a new row, as the script of the page would give it.
func (f filled) freeRow(list string) string {
	for n := len(f.rows[list]); ; n++ {
		if name := "n" + itoa(n); !slices.Contains(f.rows[list], name) {
			return name
		}
	}
}

// clone is a form of its own that holds the same.
func (f filled) clone() filled {
	return filled{values: maps.Clone(f.values), rows: maps.Clone(f.rows), marks: maps.Clone(f.marks)}
}

// itemAt reads a location below a list of the document: "controls[2].hs[0]" is item 2 and what is located below it, "hs[0]". It is -1 for any other.
func itemAt(list, location string) (i int, below string) {
	rest, ok := strings.CutPrefix(location, list+"[")
	index, below, closed := strings.Cut(rest, "]")
	i, err := strconv.Atoi(index)
	if !ok || !closed || err != nil || i < 0 {
		return -1, ""
	}
	return i, strings.TrimPrefix(below, ".")
}
