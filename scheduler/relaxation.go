package scheduler

import (
	"sangdam/scheduler/internal/lp"
)

// A relaxation is the time-indexed linear program of an instance: a column x[e,t] in [0, 1] for every pair and slot
// allowed to it, and the rows (docs/model.md)
//
//	H1  Σ_t x[e,t] <= 1                       a pair
//	H2  Σ_{e at u} x[e,t] <= parallel[u]      a participant and slot
//	H4  Σ_{e at u, t} x[e,t] <= max[u]        a participant
//	H5  Σ_e x[e,t] <= tables[t]               a slot
//	H6  Σ_{e in S} x[e,t] <= limit[S,t]       a closed set S of classes and a slot (hall.go)
//
// Rows that cannot bind are left out. What is fixed has a column with lower bound 1. The aim adds the parts of the
// objective that come before, as rows:
//
//	O1  -Σ_{e must, t} x[e,t] <= missed - musts            a row a must when none may be missed
//	O2  -Σ_{e at u, t} x[e,t] - s[u] <= -min[u], Σ_u s[u] <= shortfall
type relaxation struct {
	in   *Instance
	lp   *lp.Problem
	aim  aim
	unit int64  // what the worth of a placement is a multiple of
	pair []Pair // by column; -1 for the column s[u] of a participant
	slot []Slot // by column
	// first column of a pair; its columns are contiguous, in the order of slots
	start []int32
	rows  rowIndex
}

// An aim is the part of the objective that is optimised, with what the parts before it came to.
type aim struct {
	part      part
	missed    int // at most so many musts missed, when part is past mustsPart
	shortfall int // at most so much shortfall, when part is scorePart
}

type part int8

const (
	mustsPart     part = iota // most musts placed
	shortfallPart             // least shortfall
	scorePart                 // most score
)

// worth is the integer that the relaxation maximises, of a placement's value: musts placed, shortfall negated, or score.
func (a aim) worth(in *Instance, o Objective) int64 {
	switch a.part {
	case mustsPart:
		return int64(in.musts - o.MustMissed)
	case shortfallPart:
		return -int64(o.Shortfall)
	default:
		return o.Score
	}
}

// meets reports whether a value keeps what the parts before came to.
func (a aim) meets(o Objective) bool {
	return (a.part == mustsPart || o.MustMissed <= a.missed) && (a.part != scorePart || o.Shortfall <= a.shortfall)
}

// A rowIndex says which row states what; -1 where a rule cannot bind.
type rowIndex struct {
	pair  []int32 // by pair
	seat  []int32 // by participant · slots + slot
	most  []int32 // by participant
	table []int32 // by slot
	hall  []int32 // by hall · slots + slot
	least []int32 // by participant
	must  []int32 // by pair
	short int32   // the row over all shortfalls
}

// newRelaxation builds the program of an aim. O(pairs · slots).
func newRelaxation(in *Instance, goal aim) *relaxation {
	r := &relaxation{in: in, aim: goal}
	slots := len(in.days)
	use := make([]int32, len(in.participants)*slots) // columns by participant and slot
	load := make([]int32, slots)
	hallLoad := make([]int32, len(in.halls)*slots)
	for e := range in.pairs {
		p := &in.pairs[e]
		in.slotsOf(Pair(e)).Each(func(t Slot) {
			use[int(p.a)*slots+int(t)]++
			use[int(p.b)*slots+int(t)]++
			load[t]++
			for _, h := range in.hallsOf[p.class] {
				hallLoad[int(h)*slots+int(t)]++
			}
		})
	}
	var rhs []int64
	row := func(limit int) int32 {
		rhs = append(rhs, int64(limit))
		return int32(len(rhs) - 1)
	}
	none := func(n int) []int32 {
		out := make([]int32, n)
		for i := range out {
			out[i] = -1
		}
		return out
	}
	r.rows = rowIndex{
		pair: none(len(in.pairs)), seat: none(len(use)), most: none(len(in.participants)),
		table: none(slots), hall: none(len(hallLoad)), least: none(len(in.participants)), must: none(len(in.pairs)),
	}
	for e := range in.pairs {
		if in.slotsOf(Pair(e)).Len() > 1 {
			r.rows.pair[e] = row(1)
		}
	}
	for u := range in.participants {
		p := &in.participants[u]
		seats := 0
		for t := range slots {
			if n := int(use[u*slots+t]); n > p.parallel {
				r.rows.seat[u*slots+t] = row(p.parallel)
				seats += p.parallel
			} else {
				seats += n
			}
		}
		if p.max < min(seats, len(p.pairs)) {
			r.rows.most[u] = row(p.max)
		}
	}
	for t := range slots {
		if int(load[t]) > in.tableCap[t] {
			r.rows.table[t] = row(in.tableCap[t])
		}
		for h := range in.halls {
			if int(hallLoad[h*slots+t]) > in.halls[h].limit[t] {
				r.rows.hall[h*slots+t] = row(in.halls[h].limit[t])
			}
		}
	}
	for u := range in.participants {
		if in.participants[u].min > 0 && goal.part != mustsPart {
			r.rows.least[u] = row(-in.participants[u].min)
		}
	}
	r.rows.short = -1
	if goal.part == scorePart && goal.shortfall > 0 {
		r.rows.short = row(goal.shortfall)
	}
	if goal.part != mustsPart {
		r.addMustRows(row)
	}
	r.lp = lp.New(rhs)
	for e := range in.pairs {
		r.start = append(r.start, int32(r.lp.NumColumns()))
		in.slotsOf(Pair(e)).Each(func(t Slot) { r.addColumn(Pair(e), t) })
	}
	r.start = append(r.start, int32(r.lp.NumColumns()))
	if goal.part == shortfallPart || r.rows.short >= 0 {
		r.addShortfalls()
	}
	r.unit = r.lp.Unit()
	return r
}

// addMustRows asks for every must when none may be missed, else for all but so many of them together.
func (r *relaxation) addMustRows(row func(int) int32) {
	together := int32(-1)
	if r.aim.missed > 0 {
		together = row(r.aim.missed - r.in.musts)
	}
	for e := range r.in.pairs {
		if r.in.pairs[e].must {
			if r.rows.must[e] = together; together < 0 {
				r.rows.must[e] = row(-1)
			}
		}
	}
}

// addShortfalls adds the columns s[u].
func (r *relaxation) addShortfalls() {
	cost := int64(0)
	if r.aim.part == shortfallPart {
		cost = -1
	}
	for u, row := range r.rows.least {
		if row < 0 {
			continue
		}
		r.lp.AddColumn(cost, int32(r.in.participants[u].min))
		r.pair = append(r.pair, -1)
		r.slot = append(r.slot, NoSlot)
		r.lp.Add(row, -1)
		if r.rows.short >= 0 {
			r.lp.Add(r.rows.short, 1)
		}
	}
}

// slotsOf returns the slots that a pair may use: its fixed one, else those allowed.
func (in *Instance) slotsOf(e Pair) SlotSet {
	if t := in.fixedAt[e]; t != NoSlot {
		return Slots(t)
	}
	return in.pairs[e].allowed
}

func (r *relaxation) addColumn(e Pair, t Slot) {
	in, slots := r.in, len(r.in.days)
	p := &in.pairs[e]
	cost := int64(0)
	switch {
	case r.aim.part == scorePart:
		cost = p.score
	case r.aim.part == mustsPart && p.must:
		cost = 1
	}
	j := r.lp.AddColumn(cost, 1)
	if in.fixedAt[e] != NoSlot {
		r.lp.Lower[j] = 1
	}
	r.pair = append(r.pair, e)
	r.slot = append(r.slot, t)
	add := func(row int32) {
		if row >= 0 {
			r.lp.Add(row, 1)
		}
	}
	take := func(row int32) {
		if row >= 0 {
			r.lp.Add(row, -1)
		}
	}
	take(r.rows.must[e])
	take(r.rows.least[p.a])
	take(r.rows.least[p.b])
	add(r.rows.pair[e])
	add(r.rows.seat[int(p.a)*slots+int(t)])
	add(r.rows.seat[int(p.b)*slots+int(t)])
	add(r.rows.most[p.a])
	add(r.rows.most[p.b])
	add(r.rows.table[t])
	for _, h := range in.hallsOf[p.class] {
		add(r.rows.hall[int(h)*slots+int(t)])
	}
}
