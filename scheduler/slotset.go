package scheduler

import (
	"math/bits"
	"slices"
)

// A SlotSet is a set of slots, one bit a slot. The zero value is the empty set.
type SlotSet []uint64

// Slots returns the set of the given slots.
func Slots(slots ...Slot) SlotSet {
	var s SlotSet
	for _, t := range slots {
		s.Add(t)
	}
	return s
}

// AllSlots returns the set {0, …, n-1}.
func AllSlots(n int) SlotSet {
	s := make(SlotSet, (n+63)/64)
	for t := range n {
		s.Add(Slot(t))
	}
	return s
}

// Has reports whether t is in the set.
func (s SlotSet) Has(t Slot) bool {
	w := int(t) >> 6
	return t >= 0 && w < len(s) && s[w]>>(uint(t)&63)&1 == 1
}

// Add puts t, which must not be negative, into the set, growing it as needed.
func (s *SlotSet) Add(t Slot) {
	for int(t)>>6 >= len(*s) {
		*s = append(*s, 0)
	}
	(*s)[t>>6] |= 1 << (uint(t) & 63)
}

// Len returns the number of slots in the set.
func (s SlotSet) Len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// minus returns s \ o as a new set.
func (s SlotSet) minus(o SlotSet) SlotSet {
	out := slices.Clone(s)
	for w := range out {
		if w < len(o) {
			out[w] &^= o[w]
		}
	}
	return out
}

// and returns the intersection as a new set.
func (s SlotSet) and(o SlotSet) SlotSet {
	out := make(SlotSet, min(len(s), len(o)))
	for w := range out {
		out[w] = s[w] & o[w]
	}
	return out
}

// Each calls f with every slot of the set, in order.
func (s SlotSet) Each(f func(Slot)) {
	for w, word := range s {
		for word != 0 {
			f(Slot(w<<6 + bits.TrailingZeros64(word)))
			word &= word - 1
		}
	}
}
