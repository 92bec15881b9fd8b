package scheduler

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// withFixed fixes some meetings of a schedule that keeps the rules, some with their table and interpreter.
func withFixed(t *testing.T, s Spec, r *rand.Rand) Spec {
	t.Helper()
	p := newPlacement(mustInstance(t, s))
	p.construct()
	for _, m := range p.schedule().Meetings() {
		if r.IntN(4) > 0 {
			continue
		}
		f := FixedMeeting(m)
		if r.IntN(2) == 0 {
			f.Table = NoTable
		}
		if r.IntN(2) == 0 {
			f.Interpreter = NoInterpreter
		}
		s.Fixed = append(s.Fixed, f)
	}
	return s
}

// crowded returns an instance in which much is in the way of much else, and some meetings are fixed.
func crowded(t *testing.T, seed, stream uint64) (*Instance, *rand.Rand) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, stream))
	s := randomSpec(r, 3+r.IntN(3), 3+r.IntN(4), 3+r.IntN(4))
	return mustInstance(t, withFixed(t, s, r)), r
}

func everyPair(in *Instance) []Pair {
	all := make([]Pair, len(in.pairs))
	for e := range all {
		all[e] = Pair(e)
	}
	return all
}

// sound checks a placement against a recomputation: the hard rules, what is fixed among them, its value and shape, and
// all that it counts.
func sound(t *testing.T, p *placement) {
	t.Helper()
	got, broken := Verify(p.in, p.schedule())
	if len(broken) > 0 {
		t.Fatalf("%v", broken)
	}
	want := p.value()
	s := p.shape()
	want.Breaks, want.Idle, want.TableChanges = s.breaks, s.idle, got.TableChanges
	if got != want {
		t.Fatalf("the placement says %+v, the schedule is %+v", want, got)
	}
	q := emptyPlacement(p.in)
	for e, at := range p.when {
		if at != NoSlot {
			q.put(Pair(e), at)
		}
	}
	same(t, p, q)
}

// same checks that two placements are the same but for who of a participant's meetings at one time sits on which seat.
func same(t *testing.T, p, q *placement) {
	t.Helper()
	if !slices.Equal(p.when, q.when) || !slices.Equal(p.held, q.held) || !slices.Equal(p.load, q.load) ||
		!slices.Equal(p.count, q.count) || p.score != q.score || p.size != q.size {
		t.Fatalf("placements differ: %v and %v", p.when, q.when)
	}
	for u := range p.in.participants {
		for slot := range p.slots {
			if a, b := p.sitting(u, slot), q.sitting(u, slot); !slices.Equal(a, b) {
				t.Fatalf("participant %d, slot %d: %v and %v", u, slot, a, b)
			}
		}
	}
}

func (p *placement) sitting(u, slot int) []int32 {
	var out []int32
	for s := p.seat[u]; s < p.seat[u+1]; s++ {
		out = append(out, p.at[int(s)*p.slots+slot])
	}
	slices.Sort(out)
	return out
}

// without returns o less p, part by part.
func (o Objective) without(p Objective) Objective {
	return Objective{
		o.MustMissed - p.MustMissed, o.Shortfall - p.Shortfall, o.Score - p.Score,
		o.Breaks - p.Breaks, o.Idle - p.Idle, o.TableChanges - p.TableChanges,
	}
}

func TestPackerStepsKeepTheRules(t *testing.T) {
	for seed := range uint64(60) {
		in, r := crowded(t, seed, 41)
		p := newPlacement(in)
		k := newPacker(p, r)
		wanted, planned := map[Pair]bool{}, slices.Clone(p.held)
		for _, e := range everyPair(in) {
			q := in.pairs[e]
			if p.when[e] == NoSlot && int(planned[q.a]) < in.participants[q.a].max && int(planned[q.b]) < in.participants[q.b].max {
				planned[q.a]++
				planned[q.b]++
				wanted[e] = true
				k.want(e)
			}
		}
		for range 60 {
			if len(k.waiting) == 0 {
				break
			}
			k.advance()
			sound(t, k.placement)
			for e := range in.pairs {
				waits := slices.Contains(k.waiting, Pair(e))
				if waits != (wanted[Pair(e)] && k.when[e] == NoSlot) || waits != (k.index[e] >= 0) {
					t.Fatalf("seed %d: pair %d in slot %d, wanted %v, waits %v", seed, e, k.when[e], wanted[Pair(e)], waits)
				}
			}
		}
	}
}

func TestPackerLeavesTheBestItSaw(t *testing.T) {
	for seed := range uint64(60) {
		in, r := crowded(t, seed, 42)
		p := newPlacement(in)
		k := newPacker(p, r)
		for _, e := range everyPair(in) {
			if p.when[e] == NoSlot {
				k.want(e)
			}
		}
		total := len(k.waiting) + p.size
		before := len(k.waiting)
		for range 5 {
			k.run(50)
			if len(k.waiting) > before {
				t.Fatalf("seed %d: %d waiting, %d before", seed, len(k.waiting), before)
			}
			if p.size+len(k.waiting) != total {
				t.Fatalf("seed %d: %d placed and %d waiting of %d", seed, p.size, len(k.waiting), total)
			}
			before = len(k.waiting)
		}
	}
}

// poolIs checks that the pool holds the candidates without a place.
func poolIs(t *testing.T, a *annealer) {
	t.Helper()
	for e := range a.when {
		at := slices.Index(a.pool, Pair(e))
		if (at >= 0) != (a.pooled[e] && a.when[e] == NoSlot) || int(a.index[e]) != at {
			t.Fatalf("pair %d in slot %d is at %d of the pool, by index at %d", e, a.when[e], at, a.index[e])
		}
	}
}

func TestAnnealerStepsCanBeTakenBack(t *testing.T) {
	steps, undone := 0, 0
	for seed := range uint64(80) {
		in, r := crowded(t, seed, 43)
		p := newPlacement(in)
		if seed%2 == 0 {
			p.construct()
		}
		a := newAnnealer(p, everyPair(in), r)
		for range 60 {
			if len(a.pool) == 0 {
				break
			}
			before, value := p.clone(), p.value()
			if !a.propose() {
				same(t, p, before)
				poolIs(t, a)
				continue
			}
			steps++
			sound(t, p)
			poolIs(t, a)
			if want := p.value().without(value); a.delta != want {
				t.Fatalf("seed %d: a step says %+v and makes %+v", seed, a.delta, want)
			}
			if r.IntN(2) == 0 {
				undone++
				a.undo()
				same(t, p, before)
				poolIs(t, a)
			}
		}
	}
	if steps < 500 || undone < 200 {
		t.Errorf("only %d steps, %d taken back", steps, undone)
	}
}

func TestAnnealingNeverMakesWorse(t *testing.T) {
	for seed := range uint64(40) {
		in, r := crowded(t, seed, 44)
		p := newPlacement(in)
		p.construct()
		before := p.value()
		newAnnealer(p, everyPair(in), r).run(500, ScoreScale/30, ScoreScale/3000)
		sound(t, p)
		if p.value().Compare(before) > 0 {
			t.Errorf("seed %d: %+v became %+v", seed, before, p.value())
		}
	}
}

func TestTraderStepsCanBeTakenBack(t *testing.T) {
	steps, undone := 0, 0
	for seed := range uint64(80) {
		in, r := crowded(t, seed, 45)
		p := newPlacement(in)
		p.construct()
		tr := &trader{annealer: newAnnealer(p, everyPair(in), r)}
		tr.leaving = tr.touch
		if p.size == 0 {
			continue
		}
		for range 60 {
			before, value, looks := p.clone(), p.value(), p.shape()
			if !tr.step() {
				same(t, p, before)
				poolIs(t, tr.annealer)
				continue
			}
			steps++
			sound(t, p)
			poolIs(t, tr.annealer)
			if want := p.value().without(value); tr.delta != want {
				t.Fatalf("seed %d: a step says %+v and makes %+v", seed, tr.delta, want)
			}
			around, now := tr.shapeAround(), p.shape()
			if around.breaks-tr.before.breaks != now.breaks-looks.breaks || around.idle-tr.before.idle != now.idle-looks.idle {
				t.Fatalf("seed %d: around those touched %+v became %+v, in all %+v became %+v", seed, tr.before, around, looks, now)
			}
			if r.IntN(2) == 0 {
				undone++
				tr.undo()
				same(t, p, before)
				poolIs(t, tr.annealer)
			}
		}
	}
	if steps < 500 || undone < 200 {
		t.Errorf("only %d steps, %d taken back", steps, undone)
	}
}
