package plan

import (
	"math/bits"

	"sangdam/scheduler"
)

// slotSet returns the slots in which free is true.
func slotSet(free []bool) scheduler.SlotSet {
	set := make(scheduler.SlotSet, (len(free)+63)/64)
	for t, ok := range free {
		if ok {
			set.Add(scheduler.Slot(t))
		}
	}
	return set
}

// both returns the slots of a that are in b too.
func both(a, b scheduler.SlotSet) scheduler.SlotSet {
	out := make(scheduler.SlotSet, min(len(a), len(b)))
	for w := range out {
		out[w] = a[w] & b[w]
	}
	return out
}

// without returns the slots of a that are not in b.
func without(a, b scheduler.SlotSet) scheduler.SlotSet {
	out := make(scheduler.SlotSet, len(a))
	for w := range out {
		out[w] = a[w]
		if w < len(b) {
			out[w] &^= b[w]
		}
	}
	return out
}

// none reports whether the set is empty.
func none(s scheduler.SlotSet) bool {
	for _, w := range s {
		if w != 0 {
			return false
		}
	}
	return true
}

// list returns the slots of the set, ascending.
func list(s scheduler.SlotSet) []int {
	out := make([]int, 0, s.Len())
	for w, word := range s {
		for ; word != 0; word &= word - 1 {
			out = append(out, w<<6+bits.TrailingZeros64(word))
		}
	}
	return out
}

// has reports whether slot t is in the set.
func has(s scheduler.SlotSet, t int) bool { return s.Has(scheduler.Slot(t)) }
