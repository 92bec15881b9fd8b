package sat

// phases holds the values to try first, by variable: 1 true, -1 false, 0 none. saved is the last value (Pipatsrisawat
// and Darwiche 2007); target and best are those of the largest conflict-free assignments since the last rephasing and
// of all (Biere and Fleury, "Chasing target phases", POS 2020).
type phases struct {
	first, saved, target, best []int8
	targetSize, bestSize       int
}

func (p *phases) grow(positive bool) {
	x := int8(-1)
	if positive {
		x = 1
	}
	p.first = append(p.first, x)
	p.saved = append(p.saved, x)
	p.target = append(p.target, 0)
	p.best = append(p.best, 0)
}

// SetPhase makes value the first that is tried for v, and the one that rephasing comes back to: for example its value
// in a good solution known already.
func (s *Solver) SetPhase(v Var, value bool) {
	x := int8(-1)
	if value {
		x = 1
	}
	s.phases.first[v], s.phases.saved[v] = x, x
	s.phases.target[v], s.phases.best[v] = 0, 0
	s.phases.targetSize, s.phases.bestSize = 0, 0
}

// notePhases remembers the assignment as it was before the conflict's level, when it is larger than any before.
func (s *Solver) notePhases() {
	p := &s.phases
	n := int(s.levels[len(s.levels)-1])
	if n > p.targetSize {
		p.targetSize = n
		for _, l := range s.trail[:n] {
			p.target[l>>1] = 1 - int8(l&1)<<1
		}
	}
	if n > p.bestSize {
		p.bestSize = n
		for _, l := range s.trail[:n] {
			p.best[l>>1] = 1 - int8(l&1)<<1
		}
	}
}

// rephase starts the phases anew, in turn from the best, the first, the best and random ones.
func (s *Solver) rephase() {
	p := &s.phases
	switch s.mode.rephased % 6 {
	case 0, 2, 4:
		for v, x := range p.best {
			if x != 0 {
				p.saved[v] = x
			}
		}
		p.bestSize = 0
	case 1, 3:
		copy(p.saved, p.first)
	case 5:
		for v := range p.saved {
			p.saved[v] = 1 - int8(s.rng.Uint32()&1)<<1
		}
	}
	clear(p.target)
	p.targetSize = 0
	s.mode.rephased++
}

// decide returns the literal to try next, or noLit when all variables are assigned.
func (s *Solver) decide() Lit {
	v := noVar
	if s.mode.stable {
		for len(s.heap.heap) > 0 {
			if u := s.heap.pop(); s.vals[Pos(u)] == 0 {
				v = u
				break
			}
		}
	} else if len(s.trail) < len(s.vars) {
		v = s.queue.cursor
		for s.vals[Pos(v)] != 0 {
			v = s.queue.prev[v]
		}
		s.queue.cursor = v
	}
	if v == noVar {
		return noLit
	}
	x := s.phases.saved[v]
	if t := s.phases.target[v]; s.mode.stable && t != 0 {
		x = t
	}
	if x > 0 {
		return Pos(v)
	}
	return Neg(v)
}
