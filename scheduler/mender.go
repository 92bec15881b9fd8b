package scheduler

import (
	"context"
	"slices"

	"sangdam/scheduler/internal/sat"
)

// A mender holds the formula of Mend.
type mender struct {
	in      *Instance
	wishes  []Wish
	solver  *sat.Solver
	at      [][]sat.Lit // by wish: a literal for each of its slots
	slots   [][]Slot    // by wish: ascending
	missed  []sat.Lit   // by wish: false only if it is held
	shifted []sat.Lit   // by wish: true if it is held in another slot than before
}

// A crowd is a set of interpreters and a slot in which a schedule asked more of them than there are.
type crowd struct {
	slot    Slot
	members []Interpreter // ascending
}

func newMender(in *Instance, wishes []Wish, tight []crowd, likely []Slot, seed uint64) *mender {
	m := &mender{in: in, wishes: wishes, solver: sat.New(sat.Options{Seed: seed})}
	for i, w := range wishes {
		m.addWish(w, likely[i])
	}
	m.limitPeople()
	m.limitRooms(tight)
	return m
}

// addWish makes the variables of a wish: it takes one of its slots at most.
func (m *mender) addWish(w Wish, likely Slot) {
	missed, shifted := sat.Pos(m.solver.NewVar()), sat.Pos(m.solver.NewVar())
	var at []sat.Lit
	var slots []Slot
	m.in.pairs[w.Pair].allowed.Each(func(t Slot) {
		v := m.solver.NewVar()
		m.solver.SetPhase(v, t == likely)
		at, slots = append(at, sat.Pos(v)), append(slots, t)
		if w.Slot != NoSlot && t != w.Slot {
			m.solver.AddClause(sat.Neg(v), shifted)
		}
	})
	m.solver.AddAtMost(at, 1)
	m.solver.AddClause(append([]sat.Lit{missed}, at...)...)
	m.at, m.slots = append(m.at, at), append(m.slots, slots)
	m.missed, m.shifted = append(m.missed, missed), append(m.shifted, shifted)
}

// limitPeople adds that nobody exceeds its parallel and its maximum, beside what is fixed.
func (m *mender) limitPeople() {
	n := len(m.in.days)
	seats := make([][]sat.Lit, len(m.in.participants)*n)
	all := make([][]sat.Lit, len(m.in.participants))
	taken := make([]int, len(seats))
	held := make([]int, len(all))
	for _, f := range m.in.fixed {
		a, b := m.in.Ends(f.Pair)
		for _, p := range [2]Participant{a, b} {
			taken[int(p)*n+int(f.Slot)]++
			held[p]++
		}
	}
	for i, w := range m.wishes {
		a, b := m.in.Ends(w.Pair)
		for _, p := range [2]Participant{a, b} {
			for k, t := range m.slots[i] {
				seats[int(p)*n+int(t)] = append(seats[int(p)*n+int(t)], m.at[i][k])
			}
			all[p] = append(all[p], m.at[i]...)
		}
	}
	for p := range all {
		who := &m.in.participants[p]
		for t := range n {
			m.atMost(seats[p*n+t], who.parallel-taken[p*n+t])
		}
		m.atMost(all[p], who.max-held[p])
	}
}

// limitRooms adds that a slot holds no more meetings than tables, and asks no more of any set of interpreters than it has.
func (m *mender) limitRooms(tight []crowd) {
	for t := range Slot(len(m.in.days)) {
		lits, fixed := m.inSlot(t, func(int32) bool { return true })
		m.atMost(lits, m.in.tableCap[t]-fixed)
		for h := range m.in.halls {
			lits, fixed := m.inSlot(t, m.in.halls[h].holds)
			m.atMost(lits, m.in.halls[h].limit[t]-fixed)
		}
	}
	for _, c := range tight {
		lits, fixed := m.inSlot(c.slot, func(class int32) bool { return class != 0 && m.in.onlyAmong(class, c) })
		m.atMost(lits, len(c.members)-fixed)
	}
}

// inSlot returns the literals of a slot whose pairs are of certain classes, and how many such meetings are fixed there.
func (m *mender) inSlot(t Slot, of func(class int32) bool) (lits []sat.Lit, fixed int) {
	for i, w := range m.wishes {
		if k, ok := slices.BinarySearch(m.slots[i], t); ok && of(m.in.pairs[w.Pair].class) {
			lits = append(lits, m.at[i][k])
		}
	}
	for _, f := range m.in.fixed {
		if f.Slot == t && of(m.in.pairs[f.Pair].class) {
			fixed++
		}
	}
	return lits, fixed
}

func (m *mender) atMost(lits []sat.Lit, k int) {
	if k < len(lits) {
		m.solver.AddAtMost(lits, max(0, k))
	}
}

// minimise proves the parts of the damage one after the other. What it starts from keeps every rule.
func (m *mender) minimise(ctx context.Context, from Mending, budget int64) Mending {
	out := Mending{Slots: from.Slots, Damage: from.Damage}
	parts := []struct {
		counts func(Wish) bool
		costs  []sat.Lit // by wish
		value  *int
		bound  *int
	}{
		{func(w Wish) bool { return m.in.pairs[w.Pair].must }, m.missed, &out.Damage.MustMissed, &out.Bound.MustMissed},
		{func(w Wish) bool { return w.Slot != NoSlot }, m.missed, &out.Damage.Lost, &out.Bound.Lost},
		{func(w Wish) bool { return w.Slot != NoSlot }, m.shifted, &out.Damage.Moved, &out.Bound.Moved},
	}
	for _, part := range parts {
		var costs []sat.Lit
		for i, w := range m.wishes {
			if part.counts(w) {
				costs = append(costs, part.costs[i])
			}
		}
		least := sat.MinimizeOLL(ctx, m.solver, sat.Goal{
			Costs: costs, Budget: sat.Budget{Conflicts: budget},
			Upper: func() int { return *part.value },
		})
		if slots := m.read(least.Model); slots != nil {
			if d := damage(m.in, m.wishes, slots); d.Compare(out.Damage) < 0 {
				out.Slots, out.Damage = slots, d
			}
		}
		*part.bound = least.Lower
		if *part.bound < *part.value {
			break
		}
		m.atMost(costs, *part.bound)
	}
	out.Conflicts = m.solver.Stats().Conflicts
	return out
}

// read returns the slots of a model, by wish; nil when there is none.
func (m *mender) read(model []bool) []Slot {
	if model == nil {
		return nil
	}
	out := make([]Slot, len(m.wishes))
	for i := range m.wishes {
		out[i] = NoSlot
		for k, l := range m.at[i] {
			if model[l.Var()] {
				out[i] = m.slots[i][k]
			}
		}
	}
	return out
}

// overtaxed returns, for slots whose meetings cannot all have an interpreter, a set of interpreters that is asked too much. It
// finds something only where there are more than maxHalls closed sets, so that the formula lacks some.
func overtaxed(in *Instance, wishes []Wish, slots []Slot) []crowd {
	bySlot := make([][]Pair, len(in.days))
	for _, f := range in.fixed {
		bySlot[f.Slot] = append(bySlot[f.Slot], f.Pair)
	}
	for i, t := range slots {
		if t != NoSlot {
			bySlot[t] = append(bySlot[t], wishes[i].Pair)
		}
	}
	var out []crowd
	matching := newInterpreterMatching(in)
	for t, pairs := range bySlot {
		for i := range matching.serves {
			matching.serves[i] = -1
		}
		for _, e := range pairs {
			clear(matching.seen)
			if in.pairs[e].class != 0 && !matching.augment(e, Slot(t)) {
				// Whoever the search from e came upon is busy with meetings that only others of them could serve.
				c := crowd{slot: Slot(t)}
				for i, seen := range matching.seen {
					if seen {
						c.members = append(c.members, Interpreter(i))
					}
				}
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// onlyAmong reports whether the interpreters of a class who are there in the slot of a crowd are all of its members.
func (in *Instance) onlyAmong(class int32, c crowd) bool {
	for _, i := range in.classes[class].able {
		if in.interpreters[i].Has(c.slot) {
			if _, member := slices.BinarySearch(c.members, i); !member {
				return false
			}
		}
	}
	return true
}
