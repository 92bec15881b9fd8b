package scheduler

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func members(s SlotSet) []Slot {
	var out []Slot
	s.Each(func(t Slot) { out = append(out, t) })
	return out
}

func TestSlotSetIsASet(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 31))
	draw := func() (SlotSet, map[Slot]bool) {
		var s SlotSet
		in := map[Slot]bool{}
		for range r.IntN(40) {
			slot := Slot(r.IntN(200))
			s.Add(slot)
			in[slot] = true
		}
		return s, in
	}
	for range 200 {
		a, inA := draw()
		b, inB := draw()
		before := slices.Clone(a)
		both, left := a.and(b), a.minus(b)
		if a.Len() != len(inA) {
			t.Fatalf("%v has %d members, not %d", members(a), len(inA), a.Len())
		}
		for slot := Slot(-70); slot < 300; slot++ {
			if a.Has(slot) != inA[slot] {
				t.Fatalf("slot %d in %v: %v", slot, members(a), a.Has(slot))
			}
			if both.Has(slot) != (inA[slot] && inB[slot]) {
				t.Fatalf("slot %d: in the intersection of %v and %v: %v", slot, members(a), members(b), both.Has(slot))
			}
			if left.Has(slot) != (inA[slot] && !inB[slot]) {
				t.Fatalf("slot %d: in %v without %v: %v", slot, members(a), members(b), left.Has(slot))
			}
		}
		if m := members(a); !slices.IsSorted(m) || len(m) != a.Len() {
			t.Fatalf("each gives %v", m)
		}
		both.Add(3)
		left.Add(5)
		if !slices.Equal(a, before) {
			t.Fatal("an intersection or a difference shares memory with its operand")
		}
	}
}

func TestAllSlots(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 128} {
		s := AllSlots(n)
		if s.Len() != n || s.Has(Slot(n)) || (n > 0 && !s.Has(Slot(n-1))) {
			t.Errorf("AllSlots(%d) is %v", n, members(s))
		}
	}
	if got := members(Slots(9, 2, 70, 2)); !slices.Equal(got, []Slot{2, 9, 70}) {
		t.Errorf("Slots(9, 2, 70, 2) is %v", got)
	}
}
