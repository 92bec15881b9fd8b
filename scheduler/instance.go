package scheduler

import (
	"errors"
	"fmt"
	"slices"
)

// An Instance is a validated, immutable problem. Everything it hands out is a copy or a value.
type Instance struct {
	days         []int32
	participants []participant
	pairs        []pair
	tables       []SlotSet // available slots
	tableCap     []int     // available tables, by slot
	interpreters []SlotSet // available slots
	classes      []class   // pairs with the same able interpreters; classes[0] needs none
	halls        []hall    // what the interpreters can serve together, slot by slot
	hallsOf      [][]int32 // by class: the halls that hold it
	musts        int       // pairs to be placed before anything else
	fixed        []FixedMeeting
	fixedAt      []Slot // by pair; NoSlot when free
	precedences  []Precedence
	holdAll      bool
	limitSpread  bool
	spread       int
}

type participant struct {
	available SlotSet
	min, max  int // max is at most what its pairs and slots allow
	parallel  int
	host      bool
	pairs     []Pair
}

type pair struct {
	a, b    Participant
	score   int64
	must    bool
	allowed SlotSet // both available, the pair not barred, an able interpreter exists
	barred  SlotSet // slots the pair itself may not use
	class   int32   // index into classes
}

// A class is a set of pairs that the same interpreters can serve.
type class struct {
	able []Interpreter // ascending; nil for the class that needs none
}

// Limits on the size of an instance: what the dense indices and the integer bounds can hold.
const (
	maxSlots = 1 << 12
	maxPairs = 1 << 24
	maxScore = 1 << 20
	maxMin   = 1 << 20
)

// NewInstance validates a spec and returns the instance, or an error that joins every fault found.
// O(participants · slots + pairs · slots/64).
func NewInstance(spec Spec) (*Instance, error) {
	if err := errors.Join(spec.faults()...); err != nil {
		return nil, err
	}
	n := len(spec.Days)
	all := AllSlots(n)
	in := &Instance{
		days:        slices.Clone(spec.Days),
		fixed:       slices.Clone(spec.Fixed),
		precedences: slices.Clone(spec.Precedences),
		holdAll:     spec.HoldAll,
		limitSpread: spec.LimitBreakSpread,
		spread:      spec.BreakSpread,
		tableCap:    make([]int, n),
	}
	for _, t := range spec.Tables {
		free := all.minus(t.Unavailable)
		in.tables = append(in.tables, free)
		free.Each(func(s Slot) { in.tableCap[s]++ })
	}
	for _, i := range spec.Interpreters {
		in.interpreters = append(in.interpreters, all.minus(i.Unavailable))
	}
	for _, p := range spec.Participants {
		in.participants = append(in.participants, participant{
			available: all.minus(p.Unavailable), min: p.Min, max: p.Max, parallel: max(1, p.Parallel), host: p.Host,
		})
	}
	in.addPairs(spec)
	in.halls = findHalls(in.classes, in.interpreters, n)
	in.hallsOf = make([][]int32, len(in.classes))
	for h := range in.halls {
		for _, c := range in.halls[h].classes {
			in.hallsOf[c] = append(in.hallsOf[c], int32(h))
		}
	}
	in.fixedAt = make([]Slot, len(in.pairs))
	for e := range in.fixedAt {
		in.fixedAt[e] = NoSlot
	}
	for _, f := range in.fixed {
		in.fixedAt[f.Pair] = f.Slot
	}
	for i := range in.participants {
		p := &in.participants[i]
		p.parallel = min(p.parallel, max(1, len(p.pairs))) // more seats than pairs would only take memory
		seats := p.available.Len() * p.parallel
		if p.max == 0 || p.max > seats {
			p.max = seats
		}
		p.max = min(p.max, len(p.pairs))
	}
	if err := errors.Join(in.fixedFaults()...); err != nil {
		return nil, err
	}
	return in, nil
}

// addPairs builds the pairs, their classes of interpreters, and the incidence lists.
func (in *Instance) addPairs(spec Spec) {
	in.classes = []class{{}}
	served := []SlotSet{nil} // by class
	index := map[string]int32{}
	chosen := map[Pair]Interpreter{}
	for _, f := range spec.Fixed {
		if f.Interpreter != NoInterpreter {
			chosen[f.Pair] = f.Interpreter
		}
	}
	for e, s := range spec.Pairs {
		p := pair{a: s.A, b: s.B, score: s.Score, must: s.Must, barred: slices.Clone(s.Unavailable)}
		p.allowed = in.participants[s.A].available.and(in.participants[s.B].available).minus(s.Unavailable)
		if s.NeedsInterpreter {
			able := slices.Clone(s.Interpreters)
			if i, ok := chosen[Pair(e)]; ok {
				able = []Interpreter{i}
			}
			slices.Sort(able)
			able = slices.Compact(able)
			key := fmt.Sprint(able)
			c, ok := index[key]
			if !ok {
				c = int32(len(in.classes))
				index[key] = c
				in.classes = append(in.classes, class{able})
				served = append(served, in.servedBy(able))
			}
			p.class = c
			p.allowed = p.allowed.and(served[c])
		}
		if p.must {
			in.musts++
		}
		in.pairs = append(in.pairs, p)
		in.participants[s.A].pairs = append(in.participants[s.A].pairs, Pair(e))
		in.participants[s.B].pairs = append(in.participants[s.B].pairs, Pair(e))
	}
}

// servedBy returns the slots in which one of the interpreters at least is available.
func (in *Instance) servedBy(able []Interpreter) SlotSet {
	var out SlotSet
	for _, i := range able {
		in.interpreters[i].Each(func(t Slot) { out.Add(t) })
	}
	return out
}

// NumSlots, NumPairs, NumParticipants and NumTables give the size of the instance.
func (in *Instance) NumSlots() int        { return len(in.days) }
func (in *Instance) NumPairs() int        { return len(in.pairs) }
func (in *Instance) NumParticipants() int { return len(in.participants) }
func (in *Instance) NumTables() int       { return len(in.tables) }

// Ends returns the two participants of a pair.
func (in *Instance) Ends(e Pair) (a, b Participant) { return in.pairs[e].a, in.pairs[e].b }

// Score returns the score of a pair in units of 1/ScoreScale.
func (in *Instance) Score(e Pair) int64 { return in.pairs[e].score }

// Day returns the calendar day of a slot.
func (in *Instance) Day(t Slot) int32 { return in.days[t] }
