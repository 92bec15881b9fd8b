package scheduler

import (
	"cmp"
	"fmt"
	"slices"
)

// A Violation is a hard rule that a schedule breaks, by its number in docs/model.md.
type Violation struct {
	Rule         string
	Meetings     []Meeting   // those concerned
	Participant  Participant // -1 when the rule concerns none
	Slot         Slot        // NoSlot when the rule concerns none
	Got, Allowed int
}

func (v Violation) String() string {
	return fmt.Sprintf("%s: participant %d, slot %d: %d, allowed %d, in %v", v.Rule, v.Participant, v.Slot, v.Got, v.Allowed, v.Meetings)
}

// The hard rules, as numbered in docs/model.md.
const (
	RuleRange       = "H0"  // an index that the instance does not have
	RuleOnce        = "H1"  // a pair meets at most once
	RuleParallel    = "H2"  // nobody is in more meetings in a slot than its parallel
	RuleAvailable   = "H3"  // both are available, and the pair is not barred from the slot
	RuleMaximum     = "H4"  // nobody exceeds its maximum
	RuleTable       = "H5"  // a usable table, one meeting a slot
	RuleInterpreter = "H6"  // an able and available interpreter where needed, none elsewhere, one meeting a slot
	RuleFixed       = "H7"  // what is fixed stands where it is fixed
	RuleHold        = "H8"  // with HoldAll every pair is held
	RulePrecedence  = "H9"  // before is before after
	RuleSpread      = "H10" // numbers of breaks differ by no more than the spread
)

// Verify recomputes everything from instance and schedule alone and shares no code with the search: the violations of
// hard rules, and the objective. O(m log m) for m meetings, plus the size of the instance.
func Verify(in *Instance, s *Schedule) (Objective, []Violation) {
	v := verifier{in: in, day: map[int64][]Meeting{}}
	v.meetings(s.meetings)
	v.people()
	return v.objective, v.found
}

type verifier struct {
	in        *Instance
	placed    map[Pair]Meeting
	day       map[int64][]Meeting // by participant and calendar day
	held      []int               // by participant
	breaks    []int               // by participant
	objective Objective
	found     []Violation
}

func (v *verifier) violate(rule string, who Participant, slot Slot, got, allowed int, ms ...Meeting) {
	v.found = append(v.found, Violation{rule, ms, who, slot, got, allowed})
}

func (v *verifier) meetings(ms []Meeting) {
	in := v.in
	v.placed = make(map[Pair]Meeting, len(ms))
	v.held = make([]int, len(in.participants))
	type seat struct {
		kind byte
		id   int32
		slot Slot
	}
	seats := map[seat][]Meeting{}
	for _, m := range ms {
		if m.Pair < 0 || int(m.Pair) >= len(in.pairs) || m.Slot < 0 || int(m.Slot) >= len(in.days) ||
			m.Table < 0 || int(m.Table) >= len(in.tables) || m.Interpreter < NoInterpreter || int(m.Interpreter) >= len(in.interpreters) {
			v.violate(RuleRange, -1, m.Slot, 0, 0, m)
			continue
		}
		p := in.pairs[m.Pair]
		if first, twice := v.placed[m.Pair]; twice {
			v.violate(RuleOnce, -1, m.Slot, 2, 1, first, m)
			continue
		}
		v.placed[m.Pair] = m
		v.objective.Score += p.score
		for _, who := range []Participant{p.a, p.b} {
			v.held[who]++
			day := int64(who)<<32 | int64(in.days[m.Slot])
			v.day[day] = append(v.day[day], m)
			seats[seat{'p', int32(who), m.Slot}] = append(seats[seat{'p', int32(who), m.Slot}], m)
			if !in.participants[who].available.Has(m.Slot) {
				v.violate(RuleAvailable, who, m.Slot, 1, 0, m)
			}
		}
		table := seat{'t', int32(m.Table), m.Slot}
		seats[table] = append(seats[table], m)
		if !in.tables[m.Table].Has(m.Slot) {
			v.violate(RuleTable, -1, m.Slot, 1, 0, m)
		}
		v.interpreter(m)
		if m.Interpreter != NoInterpreter {
			key := seat{'i', int32(m.Interpreter), m.Slot}
			seats[key] = append(seats[key], m)
		}
		if p.barred.Has(m.Slot) {
			v.violate(RuleAvailable, -1, m.Slot, 1, 0, m)
		}
	}
	for key, at := range seats {
		switch {
		case key.kind == 't' && len(at) > 1:
			v.violate(RuleTable, -1, key.slot, len(at), 1, at...)
		case key.kind == 'i' && len(at) > 1:
			v.violate(RuleInterpreter, -1, key.slot, len(at), 1, at...)
		case key.kind == 'p' && len(at) > in.participants[key.id].parallel:
			v.violate(RuleParallel, Participant(key.id), key.slot, len(at), in.participants[key.id].parallel, at...)
		}
	}
	slices.SortStableFunc(v.found, func(a, b Violation) int {
		return cmp.Or(
			cmp.Compare(a.Slot, b.Slot), cmp.Compare(a.Meetings[0].Pair, b.Meetings[0].Pair),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Participant, b.Participant),
		)
	})
}

// interpreter checks H6 for one meeting: able, available, and only where needed.
func (v *verifier) interpreter(m Meeting) {
	c := v.in.pairs[m.Pair].class
	switch {
	case c == 0 && m.Interpreter != NoInterpreter:
		v.violate(RuleInterpreter, -1, m.Slot, 1, 0, m)
	case c != 0 && m.Interpreter == NoInterpreter:
		v.violate(RuleInterpreter, -1, m.Slot, 0, 1, m)
	case c != 0 && (!slices.Contains(v.in.classes[c].able, m.Interpreter) || !v.in.interpreters[m.Interpreter].Has(m.Slot)):
		v.violate(RuleInterpreter, -1, m.Slot, 1, 0, m)
	}
}

// people checks what concerns a participant over the whole schedule, and sums the objective.
func (v *verifier) people() {
	in := v.in
	for _, f := range in.fixed {
		m, ok := v.placed[f.Pair]
		if !ok || m.Slot != f.Slot || (f.Table != NoTable && m.Table != f.Table) ||
			(f.Interpreter != NoInterpreter && m.Interpreter != f.Interpreter) {
			v.violate(RuleFixed, -1, f.Slot, 0, 1, Meeting(f))
		}
	}
	for e, p := range in.pairs {
		if _, ok := v.placed[Pair(e)]; !ok {
			if p.must {
				v.objective.MustMissed++
			}
			if in.holdAll {
				v.violate(RuleHold, -1, NoSlot, 0, 1, Meeting{Pair(e), NoSlot, NoTable, NoInterpreter})
			}
		}
	}
	for _, p := range in.precedences {
		before, ok := v.placed[p.Before]
		after, also := v.placed[p.After]
		if ok && also && before.Slot >= after.Slot {
			v.violate(RulePrecedence, -1, after.Slot, int(before.Slot), int(after.Slot)-1, before, after)
		}
	}
	v.breaks = make([]int, len(in.participants))
	for key, ms := range v.day {
		v.oneDay(Participant(key>>32), ms)
	}
	least, most := 0, 0
	for i, p := range in.participants {
		v.objective.Shortfall += max(0, p.min-v.held[i])
		if v.held[i] > p.max {
			v.violate(RuleMaximum, Participant(i), NoSlot, v.held[i], p.max)
		}
		if v.breaks[i] < v.breaks[least] {
			least = i
		}
		if v.breaks[i] > v.breaks[most] {
			most = i
		}
	}
	if in.limitSpread && len(v.breaks) > 0 && v.breaks[most]-v.breaks[least] > in.spread {
		v.violate(RuleSpread, Participant(most), NoSlot, v.breaks[most]-v.breaks[least], in.spread)
	}
}

// oneDay adds the breaks, idle slots and table changes of a participant on a day.
func (v *verifier) oneDay(who Participant, ms []Meeting) {
	slices.SortFunc(ms, func(a, b Meeting) int {
		if a.Slot != b.Slot {
			return int(a.Slot - b.Slot)
		}
		return int(a.Table - b.Table)
	})
	for i := 1; i < len(ms); i++ {
		if gap := int(ms[i].Slot - ms[i-1].Slot); gap > 1 {
			v.breaks[who]++
			v.objective.Breaks++
			v.objective.Idle += gap - 1
		}
		if ms[i].Table != ms[i-1].Table {
			v.objective.TableChanges++
		}
	}
}
