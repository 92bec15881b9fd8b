package scheduler

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
)

// seated returns a placement of a random instance whose tables are out of use at times, with hosts and pinned tables on
// demand.
func seated(t *testing.T, seed uint64, hosts, pins bool) (*placement, *rand.Rand) {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 61))
	s := randomSpec(r, 2+r.IntN(3), 2+r.IntN(4), 2+r.IntN(5))
	for i := range s.Tables {
		for slot := range Slot(len(s.Days)) {
			if r.IntN(4) == 0 {
				s.Tables[i].Unavailable.Add(slot)
			}
		}
	}
	if r.IntN(3) == 0 { // the same two once more
		s.Pairs = append(s.Pairs, s.Pairs...)
	}
	for i := range s.Participants {
		s.Participants[i].Host = hosts && r.IntN(2) == 0
	}
	if pins {
		s = withFixed(t, s, r)
	}
	p := newPlacement(mustInstance(t, s))
	p.construct()
	return p, r
}

func TestSeatingKeepsTheRules(t *testing.T) {
	for seed := range uint64(400) {
		p, _ := seated(t, seed, seed%2 == 0, seed%3 > 0)
		if _, broken := Verify(p.in, p.schedule()); len(broken) > 0 {
			t.Fatalf("seed %d: %v", seed, broken)
		}
	}
}

// A tie is a link with the participant that it is counted for.
type tie struct {
	from, to Pair
	worth    int64
}

// ties lists the links of a plan that could be kept, those of two participants between the same meetings one by one.
func (s *seatingPlan) ties() []tie {
	var out []tie
	for e := range s.next {
		for end, u := range [2]Participant{s.in.pairs[e].a, s.in.pairs[e].b} {
			if f := s.next[e][end]; f >= 0 && s.when[f] != s.when[e] {
				out = append(out, tie{Pair(e), f, s.in.worth(u)})
			}
		}
	}
	return out
}

// excludes reports whether two ties cannot both be kept: they would bring two meetings of one slot to one table.
func (s *seatingPlan) excludes(a, b tie) bool {
	return (a.from == b.from && a.to != b.to && s.when[a.to] == s.when[b.to]) ||
		(a.to == b.to && a.from != b.from && s.when[a.from] == s.when[b.from])
}

func TestKeptLinksAreWorthMost(t *testing.T) {
	compared := 0
	for seed := range uint64(600) {
		p, _ := seated(t, seed, seed%2 == 0, false)
		s := newSeatingPlan(p)
		all := s.ties()
		if len(all) > 12 {
			continue
		}
		compared++
		want := int64(0)
		for set := range 1 << len(all) {
			sum, allowed := int64(0), true
			for i := range all {
				if set>>i&1 == 0 {
					continue
				}
				sum += all[i].worth
				for j := range i {
					allowed = allowed && (set>>j&1 == 0 || !s.excludes(all[i], all[j]))
				}
			}
			if allowed {
				want = max(want, sum)
			}
		}
		got, kept := int64(0), s.keptLinks()
		for i, l := range kept {
			for _, x := range all {
				if x.from == l.from && x.to == l.to {
					got += x.worth
				}
			}
			for _, m := range kept[:i] {
				if s.excludes(tie{l.from, l.to, 0}, tie{m.from, m.to, 0}) {
					t.Fatalf("seed %d: links %v and %v cannot both be kept", seed, l, m)
				}
			}
		}
		if got != want {
			t.Errorf("seed %d: links worth %d are kept, want %d", seed, got, want)
		}
	}
	if compared < 200 {
		t.Errorf("only %d seatings compared", compared)
	}
}

func (s *seatingPlan) worthKept() int64 {
	n := int64(0)
	for _, x := range s.ties() {
		if s.table[x.from] == s.table[x.to] {
			n += x.worth
		}
	}
	return n
}

func TestSwappingTablesNeverLosesLinks(t *testing.T) {
	gained := 0
	for seed := range uint64(400) {
		p, r := seated(t, seed, seed%2 == 0, seed%3 > 0)
		s := newSeatingPlan(p)
		for e, at := range p.when { // anyhow, so that there is something to gain
			if at == NoSlot || s.pinned[e] {
				continue
			}
			var free []Table
			for table := range s.in.tables {
				if s.free(Pair(e), Table(table)) {
					free = append(free, Table(table))
				}
			}
			s.seat(Pair(e), free[r.IntN(len(free))])
		}
		fixed := slices.Clone(s.table)
		before := s.worthKept()
		s.improve()
		after := s.worthKept()
		if after < before {
			t.Errorf("seed %d: links worth %d became %d", seed, before, after)
		}
		if after > before {
			gained++
		}
		for e, at := range s.when {
			if at == NoSlot {
				continue
			}
			if s.pinned[e] && s.table[e] != fixed[e] {
				t.Errorf("seed %d: pair %d left its table", seed, e)
			}
			if !s.in.tables[s.table[e]].Has(at) || s.at[int(s.table[e])*s.slots+int(at)] != Pair(e) {
				t.Errorf("seed %d: pair %d cannot be at table %d", seed, e, s.table[e])
			}
		}
	}
	if gained < 50 {
		t.Errorf("only %d seatings gained anything", gained)
	}
}

// fewestTableChanges tries every way to seat the meetings of a placement.
func fewestTableChanges(p *placement) int {
	var ms []Meeting
	for e, at := range p.when {
		if at != NoSlot {
			ms = append(ms, Meeting{Pair(e), at, NoTable, NoInterpreter})
		}
	}
	fewest := 1 << 30
	var from func(i int)
	from = func(i int) {
		if i == len(ms) {
			o, _ := Verify(p.in, NewSchedule(ms))
			fewest = min(fewest, o.TableChanges)
			return
		}
		for table := range p.in.tables {
			taken := slices.ContainsFunc(ms[:i], func(m Meeting) bool { return m.Slot == ms[i].Slot && m.Table == Table(table) })
			if !taken && p.in.tables[table].Has(ms[i].Slot) {
				ms[i].Table = Table(table)
				from(i + 1)
			}
		}
	}
	from(0)
	return fewest
}

func TestTableChangesBoundAgainstExhaustiveSearch(t *testing.T) {
	met, positive := 0, 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 62))
		s := Spec{Days: make([]int32, 2+r.IntN(2)), Participants: make([]ParticipantSpec, 4), Tables: make([]TableSpec, 1+r.IntN(3))}
		if r.IntN(3) == 0 {
			s.Days[len(s.Days)-1] = 1
		}
		s.Participants[0].Parallel = 1 + r.IntN(2)
		for range 3 + r.IntN(3) { // the same two may meet more than once
			a := Participant(r.IntN(2))
			s.Pairs = append(s.Pairs, PairSpec{A: a, B: a + 1 + Participant(r.IntN(int(4-a)-1)), Score: int64(1 + r.IntN(9))})
		}
		in := mustInstance(t, s)
		best, fewest := exhaustive(in), 1<<30
		everyPlacement(in, func(p *placement) {
			v := p.value()
			looks := p.shape()
			v.Breaks, v.Idle = looks.breaks, looks.idle
			if v == best {
				fewest = min(fewest, fewestTableChanges(p))
			}
		})
		res := Solve(context.Background(), in, Options{Seed: seed})
		if res.Bound.TableChanges > fewest {
			t.Errorf("seed %d: bound of %d table changes, but %d can be had", seed, res.Bound.TableChanges, fewest)
		}
		if res.Objective.TableChanges < fewest {
			t.Errorf("seed %d: %d table changes, but exhaustive search finds no fewer than %d", seed, res.Objective.TableChanges, fewest)
		}
		if res.Bound.TableChanges == fewest {
			met++
			if fewest > 0 {
				positive++
			}
		}
	}
	if met < 100 || positive < 10 {
		t.Errorf("the bound is met only %d times, %d times above zero", met, positive)
	}
}
