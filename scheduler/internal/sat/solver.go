package sat

import (
	"io"
	"math/rand/v2"
)

// Options steer a solver. The zero value is a sensible default for every field.
type Options struct {
	// Seed of the solver's own random numbers, which only the rephasing uses.
	Seed uint64
	// Proof receives a DRAT proof in its text form; nil: no proof. With a proof, cardinality and linear constraints are
	// translated to clauses, since DRAT knows nothing else; WriteFormula tells what the proof is about.
	Proof io.Writer
	// PhaseTrue makes true the first value tried of a variable without a phase of its own; default false.
	PhaseTrue bool
	// NoInprocessing leaves out probing and vivification.
	NoInprocessing bool
}

// A Budget limits one search. Zero in a field means no limit.
type Budget struct {
	Conflicts int64
}

// Stats counts the work of a solver since New.
type Stats struct {
	Conflicts    int64
	Decisions    int64
	Propagations int64
	Restarts     int64
	Learnt       int64 // learnt clauses at present, without binary ones
	Reductions   int64
	Vivified     int64 // clauses shortened by vivification
	Failed       int64 // literals refuted by probing
	Fixed        int64 // variables fixed at level 0
}

// varState is what an assigned variable needs to remember.
type varState struct {
	level int32
	pos   int32 // in the trail
	why   why
}

// A Solver holds a formula and what was learnt about it. Make one with New.
type Solver struct {
	opt   Options
	rng   *rand.Rand
	stats Stats
	ok    bool // false once the formula is refuted without assumptions

	// the assignment
	vals   []int8 // by literal: 1 true, -1 false, 0 open
	vars   []varState
	trail  []Lit
	levels []int32 // where each decision level begins in the trail
	head   int     // next of the trail for clauses
	lhead  int     // next of the trail for linear constraints

	// the formula
	mem     arena
	watches [][]watch // by literal: visited when it becomes false
	bins    [][]Lit   // by literal: what must hold when it becomes false
	cliques [][]Lit   // at most one of each
	inside  [][]int32 // by literal: the cliques it is in
	lins    []linear
	slacks  []slack // of lins, apart from them for locality
	occs    [][]occ // by literal: the linear constraints it is in
	learnts []ref
	clauses []ref

	// decisions
	heap    varHeap
	queue   varQueue
	phases  phases
	mode    mode
	assumed []Lit

	// the analysis
	marks    []uint8 // by variable
	marked   []Var
	lemma    []Lit
	scratch  []Lit // explanations, used as a stack
	stamps   []int64
	stamp    int64
	atLevel  []levelMark
	usedAt   []int32 // levels with an entry in atLevel
	ignore   ref     // clause under vivification
	noccs    []int32 // by literal: occurrences in lemmas, for vivification
	ticks    int64   // cache lines touched by propagation, a clock that is the same on every machine
	core     []Lit
	model    []int8
	emitted  int // units of the trail already in the proof
	proof    *proof
	reducing reducing
	tidying  tidying
}

// New returns an empty solver.
func New(opt Options) *Solver {
	s := &Solver{opt: opt, ok: true, rng: rand.New(rand.NewPCG(opt.Seed, 0x5a17)), ignore: noRef}
	s.mem = make(arena, 0, 1<<12)
	s.heap.inc = 1
	s.queue.init()
	s.stamps = make([]int64, 2) // by level; one level a variable, one of assumptions, and level 0
	s.atLevel = make([]levelMark, 2)
	s.mode.init()
	s.reducing.init()
	s.tidying.init()
	if opt.Proof != nil {
		s.proof = newProof(opt.Proof)
	}
	return s
}

// NewVar adds a variable.
func (s *Solver) NewVar() Var {
	v := Var(len(s.vars))
	s.vals = append(s.vals, 0, 0)
	s.vars = append(s.vars, varState{})
	s.watches = append(s.watches, nil, nil)
	s.bins = append(s.bins, nil, nil)
	s.inside = append(s.inside, nil, nil)
	s.occs = append(s.occs, nil, nil)
	s.marks = append(s.marks, 0)
	s.stamps = append(s.stamps, 0)
	s.atLevel = append(s.atLevel, levelMark{})
	s.phases.grow(s.opt.PhaseTrue)
	s.heap.grow(v)
	s.queue.grow(v)
	return v
}

// Value returns the value of v in the last model found. Without a model it is false.
func (s *Solver) Value(v Var) bool { return int(v) < len(s.model) && s.model[v] > 0 }

// ValueLit returns the value of l in the last model found.
func (s *Solver) ValueLit(l Lit) bool { return s.Value(l.Var()) != l.Negative() }

// Model returns a copy of the last model found, by variable; nil without one.
func (s *Solver) Model() []bool {
	if s.model == nil {
		return nil
	}
	m := make([]bool, len(s.model))
	for v, x := range s.model {
		m[v] = x > 0
	}
	return m
}

// Core returns a subset of the assumptions of the last search that cannot hold together. It is empty when the formula
// has no model at all, and means nothing unless that search said Unsat.
func (s *Solver) Core() []Lit { return append([]Lit(nil), s.core...) }

// Stats returns the work done so far.
func (s *Solver) Stats() Stats {
	st := s.stats
	st.Learnt = int64(len(s.learnts))
	return st
}

// Fixed returns the value that l has in every model: 1 true, -1 false, 0 not known.
func (s *Solver) Fixed(l Lit) int {
	if s.vals[l] != 0 && s.vars[l.Var()].level == 0 {
		return int(s.vals[l])
	}
	return 0
}

func (s *Solver) level() int { return len(s.levels) }
