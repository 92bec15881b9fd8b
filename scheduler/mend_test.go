package scheduler

import (
	"context"
	"math/rand/v2"
	"testing"
)

// leastDamage finds the least damage to wishes of a tiny instance by trying every pair in every slot.
func leastDamage(in *Instance, wishes []Wish) Damage {
	best := Damage{MustMissed: 1 << 30}
	slots := make([]Slot, len(wishes))
	everyPlacement(in, func(p *placement) {
		for i, w := range wishes {
			slots[i] = p.when[w.Pair]
		}
		if d := damage(in, wishes, slots); d.Compare(best) < 0 {
			best = d
		}
	})
	return best
}

// worthOf works out, by counting meetings, by how much more the minimums are missed than with all wishes held, and the score that is lost.
func worthOf(in *Instance, wishes []Wish, slots []Slot) (shortfall int, score int64) {
	all, held := make([]int, len(in.participants)), make([]int, len(in.participants))
	count := func(e Pair, of ...[]int) {
		for _, meetings := range of {
			meetings[in.pairs[e].a]++
			meetings[in.pairs[e].b]++
		}
	}
	for _, f := range in.fixed {
		count(f.Pair, all, held)
	}
	for i, w := range wishes {
		if count(w.Pair, all); slots[i] != NoSlot {
			count(w.Pair, held)
		} else {
			score += in.pairs[w.Pair].score
		}
	}
	for p := range all {
		least := in.participants[p].min
		shortfall += max(0, least-held[p]) - max(0, least-all[p])
	}
	return shortfall, score
}

// Of two meetings for which there is one place, the one that is worth more stays; a minimum comes before that.
func TestMendLosesWhatIsWorthLeast(t *testing.T) {
	for _, c := range []struct {
		least  [3]int // of the firms
		scores [3]int64
		lost   Pair
	}{
		{scores: [3]int64{500, 300, 400}, lost: 1},
		{scores: [3]int64{300, 500, 400}, lost: 0},
		{least: [3]int{0, 1, 0}, scores: [3]int64{500, 300, 400}, lost: 2},
		{least: [3]int{1, 1, 0}, scores: [3]int64{300, 400, 900}, lost: 2},
	} {
		spec := Spec{Days: []int32{1}, Participants: make([]ParticipantSpec, 6), Tables: make([]TableSpec, 2)}
		var wishes []Wish
		for i := range 3 {
			spec.Participants[i].Min = c.least[i]
			spec.Pairs = append(spec.Pairs, PairSpec{A: Participant(i), B: Participant(i + 3), Score: c.scores[i]})
			wishes = append(wishes, Wish{Pair(i), 0})
		}
		m, err := Mend(context.Background(), mustInstance(t, spec), wishes, MendOptions{})
		if err != nil || !m.Proven() || m.Damage.Lost != 1 || m.Slots[c.lost] != NoSlot {
			t.Errorf("%+v: %+v in %v, %v", c, m.Damage, m.Slots, err)
		}
	}
}

// Of two meetings in a slot that one must leave, the one goes that is then next to the others of its two.
func TestMendMovesWhatMakesTheFewestBreaks(t *testing.T) {
	for _, c := range []struct {
		others [2]Slot // of the firm of the first and of the second
		moved  Pair
	}{
		{others: [2]Slot{1, 3}, moved: 1},
		{others: [2]Slot{3, 1}, moved: 0},
	} {
		spec := Spec{Days: []int32{1, 1, 1, 1}, Participants: make([]ParticipantSpec, 6), Tables: make([]TableSpec, 4)}
		spec.Pairs = []PairSpec{{A: 0, B: 2, Score: 1}, {A: 1, B: 2, Score: 1}, {A: 0, B: 3, Score: 1}, {A: 1, B: 4, Score: 1}}
		for i := range 2 {
			spec.Fixed = append(spec.Fixed, FixedMeeting{Pair: Pair(2 + i), Slot: c.others[i], Table: NoTable, Interpreter: NoInterpreter})
		}
		spec.Pairs[0].Unavailable, spec.Pairs[1].Unavailable = Slots(1, 3), Slots(1, 3)
		m, err := Mend(context.Background(), mustInstance(t, spec), []Wish{{0, 0}, {1, 0}}, MendOptions{})
		if err != nil || !m.Proven() || m.Damage.Moved != 1 || m.Damage.Breaks != 1 || m.Slots[c.moved] != 2 {
			t.Errorf("%+v: %+v in %v, %v", c, m.Damage, m.Slots, err)
		}
	}
}

// What is fixed has its breaks, and they are proven although no wish has a place.
func TestMendWhereNoWishHasAPlace(t *testing.T) {
	spec := Spec{
		Days: []int32{1, 1, 1, 1}, Participants: make([]ParticipantSpec, 4), Tables: make([]TableSpec, 2),
		Pairs: []PairSpec{{A: 0, B: 1}, {A: 0, B: 2}, {A: 0, B: 3, Unavailable: AllSlots(4)}},
		Fixed: []FixedMeeting{
			{Pair: 0, Slot: 0, Table: NoTable, Interpreter: NoInterpreter}, {Pair: 1, Slot: 3, Table: NoTable, Interpreter: NoInterpreter},
		},
	}
	want := Damage{Breaks: 1, Idle: 2}
	for _, wishes := range [][]Wish{{{2, 1}}, {}} {
		want.Lost = len(wishes)
		m, err := Mend(context.Background(), mustInstance(t, spec), wishes, MendOptions{})
		if err != nil || m.Damage != want || !m.Proven() {
			t.Errorf("%d wishes: %+v, proven %+v, want %+v, %v", len(wishes), m.Damage, m.Bound, want, err)
		}
	}
}

// damaged draws an instance and wishes that are partly out of its reach.
func damaged(t *testing.T, seed uint64) (*Instance, []Wish) {
	r := rand.New(rand.NewPCG(seed, 31))
	spec, pairs := randomSpec(r, 1+r.IntN(4), 1+r.IntN(3), 1+r.IntN(3)), 6
	if seed%2 == 1 { // a day that is long enough for breaks
		spec, pairs = randomSpec(r, 1+r.IntN(3), 1+r.IntN(3), 4+r.IntN(2)), 5
		clear(spec.Days)
	}
	if len(spec.Pairs) > pairs {
		spec.Pairs = spec.Pairs[:pairs]
	}
	in := mustInstance(t, spec)
	var wishes []Wish
	for _, e := range r.Perm(len(in.pairs)) {
		if in.fixedAt[e] != NoSlot || r.IntN(6) == 0 {
			continue
		}
		wishes = append(wishes, Wish{Pair(e), Slot(r.IntN(len(in.days)+1)) - 1})
	}
	return in, wishes
}

func TestMendAgainstExhaustiveSearch(t *testing.T) {
	some := Damage{}
	for seed := range uint64(6000) {
		in, wishes := damaged(t, seed)
		m, err := Mend(context.Background(), in, wishes, MendOptions{Seed: seed})
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		want := leastDamage(in, wishes)
		if m.Damage != want || !m.Proven() {
			t.Errorf("seed %d: %+v, proven %+v; exhaustive search finds %+v", seed, m.Damage, m.Bound, want)
		}
		if got := damage(in, wishes, m.Slots); got != m.Damage {
			t.Errorf("seed %d: says %+v, is %+v", seed, m.Damage, got)
		}
		if shortfall, score := worthOf(in, wishes, m.Slots); shortfall != m.Damage.Shortfall || score != m.Damage.Score {
			t.Errorf("seed %d: says %+v, is %d short and loses %d", seed, m.Damage, shortfall, score)
		}
		p := newPlacement(in)
		for i, slot := range m.Slots {
			if slot == NoSlot {
				continue
			}
			if !p.fits(wishes[i].Pair, slot) {
				t.Fatalf("seed %d: pair %d does not fit in slot %d", seed, wishes[i].Pair, slot)
			}
			p.put(wishes[i].Pair, slot)
		}
		if g := p.shape(); g.breaks != m.Damage.Breaks || g.idle != m.Damage.Idle {
			t.Errorf("seed %d: says %+v, has %+v", seed, m.Damage, g)
		}
		some.MustMissed += want.MustMissed
		some.Lost += want.Lost
		some.Moved += want.Moved
		some.Shortfall += want.Shortfall
		some.Score += want.Score
		some.Breaks += want.Breaks
		some.Idle += want.Idle - want.Breaks
	}
	if some.MustMissed == 0 || some.Lost == 0 || some.Moved == 0 || some.Shortfall == 0 || some.Score == 0 || some.Breaks == 0 || some.Idle == 0 {
		t.Errorf("the draws never exercise a part: %+v", some)
	}
}

// A schedule that still fits is left alone, whatever its size.
func TestMendLeavesAloneWhatFits(t *testing.T) {
	for seed := range uint64(20) {
		spec, _ := drawn(t, seed, 32)
		in := mustInstance(t, spec)
		res := Solve(context.Background(), in, Options{Iterations: 300})
		var wishes []Wish
		for _, m := range res.Schedule.Meetings() {
			if in.fixedAt[m.Pair] == NoSlot {
				wishes = append(wishes, Wish{m.Pair, m.Slot})
			}
		}
		m, err := Mend(context.Background(), in, wishes, MendOptions{})
		if err != nil || m.Damage != (Damage{Breaks: res.Objective.Breaks, Idle: res.Objective.Idle}) || !m.Proven() {
			t.Errorf("seed %d: %+v, %v", seed, m, err)
		}
	}
}

// Where closed sets of interpreters are not all listed, the missing ones are found by matching.
func TestMendWithUnlistedSetsOfInterpreters(t *testing.T) {
	for seed := range uint64(200) {
		in, wishes := damaged(t, seed)
		want := leastDamage(in, wishes)
		in.halls, in.hallsOf = make([]hall, maxHalls), make([][]int32, len(in.classes)) // as if other sets had filled the list
		for h := range in.halls {
			in.halls[h].limit = make([]int, len(in.days))
		}
		m, err := Mend(context.Background(), in, wishes, MendOptions{Seed: seed})
		if err != nil || m.Damage != want || !m.Proven() {
			t.Errorf("seed %d: %+v, proven %+v, want %+v, %v", seed, m.Damage, m.Bound, want, err)
		}
	}
}

func TestMendStopped(t *testing.T) {
	done, cancel := context.WithCancel(context.Background())
	cancel()
	for seed := range uint64(50) {
		in, wishes := damaged(t, seed)
		m, err := Mend(done, in, wishes, MendOptions{})
		if err != nil || m.Damage != damage(in, wishes, m.Slots) || m.Bound.MustMissed > m.Damage.MustMissed {
			t.Errorf("seed %d: %+v, %v", seed, m, err)
		}
	}
}

func TestMendRefuses(t *testing.T) {
	spec := Spec{
		Days: []int32{1, 1}, Participants: make([]ParticipantSpec, 3), Tables: make([]TableSpec, 2),
		Pairs: []PairSpec{{A: 0, B: 1}, {A: 0, B: 2}},
		Fixed: []FixedMeeting{{Pair: 1, Slot: 0, Table: NoTable, Interpreter: NoInterpreter}},
	}
	in := mustInstance(t, spec)
	for name, wishes := range map[string][]Wish{
		"no such pair": {{Pair: 2}}, "no such slot": {{Pair: 0, Slot: 2}}, "twice": {{Pair: 0}, {Pair: 0}}, "fixed": {{Pair: 1}},
	} {
		if _, err := Mend(context.Background(), in, wishes, MendOptions{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	spec.HoldAll, spec.Fixed = true, nil
	if _, err := Mend(context.Background(), mustInstance(t, spec), nil, MendOptions{}); err == nil {
		t.Error("hold all: no error")
	}
}
