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
	first   []int32     // by wish: the column of its first slot; columns count literals of at in order
	columns int32
	literal []sat.Lit // by column
	limits  []limit   // of the columns, for the relaxation
	always  sat.Lit   // true; made with the literals of breaks
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
	m.first = append(m.first, m.columns)
	var at []sat.Lit
	var slots []Slot
	var columns []int32
	m.in.pairs[w.Pair].allowed.Each(func(t Slot) {
		v := m.solver.NewVar()
		m.solver.SetPhase(v, t == likely)
		at, slots, columns = append(at, sat.Pos(v)), append(slots, t), append(columns, m.columns)
		m.columns++
		if w.Slot != NoSlot && t != w.Slot {
			m.solver.AddClause(sat.Neg(v), shifted)
		}
	})
	m.literal = append(m.literal, at...)
	m.solver.AddClause(append([]sat.Lit{missed}, at...)...)
	if w.Slot != NoSlot {
		leaves := []sat.Lit{missed, shifted}
		if k, ok := slices.BinarySearch(slots, w.Slot); ok {
			leaves = append(leaves, at[k])
		}
		m.solver.AddClause(leaves...)
	}
	m.at, m.slots = append(m.at, at), append(m.slots, slots)
	m.missed, m.shifted = append(m.missed, missed), append(m.shifted, shifted)
	m.atMost(columns, 1)
}

// limitPeople adds that nobody exceeds its parallel and its maximum, beside what is fixed.
func (m *mender) limitPeople() {
	n := len(m.in.days)
	seats := make([][]int32, len(m.in.participants)*n)
	all := make([][]int32, len(m.in.participants))
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
				c := m.first[i] + int32(k)
				seats[int(p)*n+int(t)] = append(seats[int(p)*n+int(t)], c)
				all[p] = append(all[p], c)
			}
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
		columns, fixed := m.inSlot(t, func(int32) bool { return true })
		m.atMost(columns, m.in.tableCap[t]-fixed)
		for h := range m.in.halls {
			columns, fixed := m.inSlot(t, m.in.halls[h].holds)
			m.atMost(columns, m.in.halls[h].limit[t]-fixed)
		}
	}
	for _, c := range tight {
		columns, fixed := m.inSlot(c.slot, func(class int32) bool { return class != 0 && m.in.onlyAmong(class, c) })
		m.atMost(columns, len(c.members)-fixed)
	}
}

// inSlot returns the columns of a slot whose pairs are of certain classes, and how many such meetings are fixed there.
func (m *mender) inSlot(t Slot, of func(class int32) bool) (columns []int32, fixed int) {
	for i, w := range m.wishes {
		if k, ok := slices.BinarySearch(m.slots[i], t); ok && of(m.in.pairs[w.Pair].class) {
			columns = append(columns, m.first[i]+int32(k))
		}
	}
	for _, f := range m.in.fixed {
		if f.Slot == t && of(m.in.pairs[f.Pair].class) {
			fixed++
		}
	}
	return columns, fixed
}

// atMost adds a rule to the formula and to its relaxation.
func (m *mender) atMost(columns []int32, k int) {
	if k >= len(columns) {
		return
	}
	lits := make([]sat.Lit, len(columns))
	for i, c := range columns {
		lits[i] = m.literal[c]
	}
	m.solver.AddAtMost(lits, max(0, k))
	m.limits = append(m.limits, limit{columns, max(0, k)})
}

// minimise proves the parts of the damage one after the other. What it starts from keeps every rule.
func (m *mender) minimise(ctx context.Context, from Mending, budget int64) Mending {
	out := Mending{Slots: from.Slots, Damage: from.Damage}
	musts := worth{of: func(i int, _ Slot) bool { return m.in.pairs[m.wishes[i].Pair].must }}
	held := worth{of: func(i int, _ Slot) bool { return m.wishes[i].Slot != NoSlot }}
	stays := worth{of: func(i int, t Slot) bool { return m.wishes[i].Slot == t }}
	allMusts, allHeld := 0, 0
	for i := range m.wishes {
		if musts.of(i, NoSlot) {
			allMusts++
		}
		if held.of(i, NoSlot) {
			allHeld++
		}
	}
	least := m.least(ctx, musts, nil, allMusts, out.Damage.MustMissed)
	if !m.settle(ctx, m.costs(musts, m.missed), least, &out, budget, func(d *Damage) *int { return &d.MustMissed }) {
		return m.counted(out)
	}
	musts.least = allMusts - out.Damage.MustMissed
	least = m.least(ctx, held, []worth{musts}, allHeld, out.Damage.Lost)
	if !m.settle(ctx, m.costs(held, m.missed), least, &out, budget, func(d *Damage) *int { return &d.Lost }) {
		return m.counted(out)
	}
	held.least = allHeld - out.Damage.Lost
	least = m.least(ctx, stays, []worth{musts, held}, held.least, out.Damage.Moved)
	if !m.settle(ctx, m.costs(held, m.shifted), least, &out, budget, func(d *Damage) *int { return &d.Moved }) {
		return m.counted(out)
	}
	stays.least = held.least - out.Damage.Moved
	if m.value(ctx, []worth{musts, held, stays}, &out, budget) {
		m.settleGaps(ctx, &out, budget)
	}
	return m.counted(out)
}

func (m *mender) counted(out Mending) Mending {
	out.Conflicts = m.solver.Stats().Conflicts
	return out
}

// costs are the literals of the wishes of a kind.
func (m *mender) costs(kind worth, lits []sat.Lit) []sat.Lit {
	var out []sat.Lit
	for i := range m.wishes {
		if kind.of(i, NoSlot) || m.wishes[i].Slot != NoSlot && kind.of(i, m.wishes[i].Slot) {
			out = append(out, lits[i])
		}
	}
	return out
}

// take puts the model of the solver into out where it does less damage, and reports whether it did.
func (m *mender) take(out *Mending) bool {
	slots := m.read(m.solver.Model())
	if slots == nil {
		return false
	}
	d := damage(m.in, m.wishes, slots)
	if d.Compare(out.Damage) >= 0 {
		return false
	}
	out.Slots, out.Damage = slots, d
	return true
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
