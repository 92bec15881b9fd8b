package sat

import "context"

// pollEvery is the number of decisions and conflicts between two looks at the context.
const pollEvery = 512

// Solve looks for a model in which the assumptions hold. It returns Unknown when the budget is spent or the context is
// done. What it learns stays: clauses and variables may be added before the next call.
//
// All assumptions share level 1, so that neither the distance of a lemma nor the cost of a restart grows with their
// number. A conflict on that level yields the core.
func (s *Solver) Solve(ctx context.Context, budget Budget, assumptions ...Lit) Status {
	s.core = s.core[:0]
	s.backtrack(0)
	if !s.propagateRoot() {
		return Unsat
	}
	s.assumed = append(s.assumed[:0], assumptions...)
	st := s.search(ctx, budget)
	s.backtrack(0)
	return st
}

func (s *Solver) search(ctx context.Context, budget Budget) Status {
	last := s.stats.Conflicts + budget.Conflicts
	poll := 0
	for {
		if c, bad := s.propagate(); bad {
			s.stats.Conflicts++
			if s.level() == 0 {
				s.ok = false
				if s.proof != nil {
					s.proof.add(nil)
				}
				return Unsat
			}
			if s.level() == s.floor() {
				s.coreOf(c, noLit)
				return Unsat
			}
			s.learn(c)
			continue
		}
		if s.level() == 0 && !s.propagateRoot() {
			return Unsat
		}
		if poll--; poll < 0 {
			poll = pollEvery
			if ctx.Err() != nil {
				return Unknown
			}
		}
		switch {
		case budget.Conflicts > 0 && s.stats.Conflicts >= last:
			return Unknown
		case s.restartDue():
			s.restart()
			continue
		case s.stats.Conflicts >= s.reducing.at:
			s.reduce()
			continue
		case s.stats.Conflicts >= s.mode.rephaseAt:
			s.backtrack(s.floor())
			s.rephase()
			s.mode.rephaseAt = s.stats.Conflicts + rephaseEvery*int64(s.mode.rephased+1)
			continue
		case s.stats.Conflicts >= s.tidying.at && !s.opt.NoInprocessing:
			s.backtrack(0)
			if !s.tidy(ctx) {
				return Unsat
			}
			continue
		case s.level() == 0 && len(s.assumed) > 0:
			if !s.assume() {
				return Unsat
			}
			continue
		}
		l := s.decide()
		if l == noLit {
			s.keepModel()
			return Sat
		}
		s.stats.Decisions++
		s.levels = append(s.levels, int32(len(s.trail)))
		s.assign(l, noWhy)
	}
}

// floor is the level of the assumptions: 1, or 0 when there are none.
func (s *Solver) floor() int { return min(1, len(s.assumed)) }

// learn turns a conflict above the floor into a lemma, returns to the level where it forces something, and asserts it.
func (s *Solver) learn(c conflict) {
	if s.mode.stable {
		s.notePhases()
	}
	level, glue := s.analyze(c)
	s.bump()
	s.clearMarks()
	s.mode.note(glue)
	s.backtrack(level)
	if s.proof != nil {
		s.proof.add(s.lemma)
	}
	w := noWhy
	switch len(s.lemma) {
	case 1:
	case 2:
		s.addBinary(s.lemma[0], s.lemma[1])
		w = fromBinary(s.lemma[1])
	default:
		r := s.mem.put(s.lemma, true, glue)
		s.mem.setUsed(r, 1)
		if glue <= middleGlue {
			s.mem.setUsed(r, 2)
		}
		s.learnts = append(s.learnts, r)
		s.attach(r)
		w = fromClause(r)
	}
	s.assign(s.lemma[0], w)
}

func (s *Solver) keepModel() {
	if len(s.model) != len(s.vars) {
		s.model = make([]int8, len(s.vars))
	}
	for v := range s.model {
		s.model[v] = s.vals[Pos(Var(v))]
	}
}
