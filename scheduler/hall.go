package scheduler

import "slices"

// A hall is a set of classes of pairs together with what their interpreters can serve: in slot t at most limit[t]
// meetings of these classes.
//
// The meetings of a slot can all be given an able interpreter if and only if, for every set S of classes, there are no
// more meetings of S than available interpreters able to serve some class of S (Hall 1935; the deficiency form).
// It is enough to ask this of the closed sets: those that hold every class whose interpreters all serve S already.
type hall struct {
	classes []int32
	limit   []int // by slot
}

// maxHalls bounds how many closed sets are kept. Beyond it the rules are necessary but no longer sufficient, and the
// placement asks for a matching as well.
const maxHalls = 128

// findHalls enumerates the closed sets of classes by closing unions, smallest index first. O(maxHalls · classes · slots).
func findHalls(classes []class, interpreters []SlotSet, slots int) []hall {
	var unions [][]Interpreter
	add := func(u []Interpreter) {
		for _, v := range unions {
			if slices.Equal(u, v) {
				return
			}
		}
		unions = append(unions, u)
	}
	for _, c := range classes[1:] {
		add(c.able)
	}
	for i := 0; i < len(unions) && len(unions) < maxHalls; i++ {
		for _, c := range classes[1:] {
			u := append(slices.Clone(unions[i]), c.able...)
			slices.Sort(u)
			add(slices.Compact(u))
		}
	}
	var out []hall
	for _, u := range unions {
		h := hall{limit: make([]int, slots)}
		for c := 1; c < len(classes); c++ {
			if subset(classes[c].able, u) {
				h.classes = append(h.classes, int32(c))
			}
		}
		for _, i := range u {
			interpreters[i].Each(func(t Slot) { h.limit[t]++ })
		}
		out = append(out, h)
	}
	return out
}

func subset(a, b []Interpreter) bool {
	for _, i := range a {
		if _, ok := slices.BinarySearch(b, i); !ok {
			return false
		}
	}
	return true
}

// holds reports whether the set has the class.
func (h *hall) holds(class int32) bool {
	_, ok := slices.BinarySearch(h.classes, class)
	return ok
}
