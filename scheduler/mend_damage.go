package scheduler

import (
	"cmp"
	"slices"
)

// firstFit keeps what can be kept, the most valuable first, then puts the musts and then the rest where there is room.
func firstFit(in *Instance, wishes []Wish) Mending {
	p := newPlacement(in)
	slots := make([]Slot, len(wishes))
	order := make([]int, len(wishes))
	for i := range wishes {
		slots[i], order[i] = NoSlot, i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(in.pairs[wishes[j].Pair].score, in.pairs[wishes[i].Pair].score)
	})
	for _, i := range order {
		if w := wishes[i]; w.Slot != NoSlot && p.fits(w.Pair, w.Slot) {
			p.put(w.Pair, w.Slot)
			slots[i] = w.Slot
		}
	}
	for _, must := range []bool{true, false} {
		for _, i := range order {
			w := wishes[i]
			for t := Slot(0); t < Slot(len(in.days)) && slots[i] == NoSlot && in.pairs[w.Pair].must == must; t++ {
				if p.fits(w.Pair, t) {
					p.put(w.Pair, t)
					slots[i] = t
				}
			}
		}
	}
	return Mending{Slots: slots, Damage: damage(in, wishes, slots)}
}

// damage counts what slots, by wish, come to. O(wishes + participants · slots).
func damage(in *Instance, wishes []Wish, slots []Slot) Damage {
	var d Damage
	missed := make([]int, len(in.participants))
	for i, w := range wishes {
		switch {
		case slots[i] != NoSlot:
			if w.Slot != NoSlot && slots[i] != w.Slot {
				d.Moved++
			}
		default:
			if in.pairs[w.Pair].must {
				d.MustMissed++
			}
			if w.Slot != NoSlot {
				d.Lost++
			}
			d.Score += in.pairs[w.Pair].score
			a, b := in.Ends(w.Pair)
			missed[a]++
			missed[b]++
		}
	}
	for p, spare := range spares(in, wishes) {
		d.Shortfall += max(0, missed[p]-max(0, spare))
	}
	for _, used := range usedSlots(in, wishes, slots) {
		g := in.gapsIn(used)
		d.Breaks += g.breaks
		d.Idle += g.idle
	}
	return d
}

// spares are how many wishes each participant can miss without falling (further, where negative) short of its minimum.
func spares(in *Instance, wishes []Wish) []int {
	spare := make([]int, len(in.participants))
	for p := range spare {
		spare[p] = -in.participants[p].min
	}
	count := func(e Pair) {
		a, b := in.Ends(e)
		spare[a]++
		spare[b]++
	}
	for _, w := range wishes {
		count(w.Pair)
	}
	for _, f := range in.fixed {
		count(f.Pair)
	}
	for p := range spare {
		if in.participants[p].min == 0 {
			spare[p] = len(wishes) // nothing is asked of it
		}
	}
	return spare
}
