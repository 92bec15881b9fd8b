package sat

// assign makes l true. It must be open.
func (s *Solver) assign(l Lit, w why) {
	s.vars[l>>1] = varState{level: int32(len(s.levels)), pos: int32(len(s.trail)), why: w}
	s.vals[l] = 1
	s.vals[l^1] = -1
	s.trail = append(s.trail, l)
}

// propagate draws all conclusions of the trail, the cheap ones first, and reports the first conflict. Linear
// constraints come last, one literal at a time.
func (s *Solver) propagate() (conflict, bool) {
	before := s.head
	for {
		for s.head < len(s.trail) {
			p := s.trail[s.head]
			s.head++
			if c, bad := s.propagateBinary(p); bad {
				s.stats.Propagations += int64(s.head - before)
				return c, true
			}
			if c, bad := s.propagateLong(p ^ 1); bad {
				s.stats.Propagations += int64(s.head - before)
				return c, true
			}
		}
		if s.lhead == len(s.trail) {
			break
		}
		p := s.trail[s.lhead]
		s.lhead++
		if len(s.occs[p^1]) == 0 {
			continue
		}
		if c, bad := s.propagateLinear(p ^ 1); bad {
			s.stats.Propagations += int64(s.head - before)
			return c, true
		}
	}
	s.stats.Propagations += int64(s.head - before)
	return conflict{}, false
}

// propagateBinary visits the binary clauses and the cliques in which p, now true, forces something.
func (s *Solver) propagateBinary(p Lit) (conflict, bool) {
	vals := s.vals
	not := p ^ 1
	for _, q := range s.bins[not] {
		if v := vals[q]; v == 0 {
			s.assign(q, fromBinary(not))
		} else if v < 0 {
			return conflict{fromBinary(not), q}, true
		}
	}
	for _, c := range s.inside[p] {
		s.ticks++
		for _, q := range s.cliques[c] {
			v := vals[q]
			if v < 0 || q == p {
				continue
			}
			if v > 0 {
				return conflict{fromBinary(not), q ^ 1}, true
			}
			s.assign(q^1, fromBinary(not))
		}
	}
	return conflict{}, false
}

// propagateLong visits the clauses that watch f, now false.
func (s *Solver) propagateLong(f Lit) (conflict, bool) {
	vals, mem := s.vals, s.mem
	ws := s.watches[f]
	ticks := int64(1 + len(ws)>>3)
	j := 0
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		if vals[w.blocker] > 0 {
			ws[j] = w
			j++
			continue
		}
		ticks++
		n := ref(mem[w.ref])
		c := mem[w.ref+headerSize : w.ref+headerSize+n]
		other := c[0] ^ c[1] ^ f
		v := vals[other]
		if v > 0 {
			ws[j] = watch{w.ref, other}
			j++
			continue
		}
		// start where the last search ended (Gent, "Optimal implementation of watched literals", 2013)
		start := int(mem[w.ref+2])
		k := start
		for k < len(c) && vals[c[k]] < 0 {
			k++
		}
		if k == len(c) {
			k = 2
			for k < start && vals[c[k]] < 0 {
				k++
			}
			if k == start {
				k = len(c)
			}
		}
		if k < len(c) {
			mem[w.ref+2] = Lit(k)
			r := c[k]
			if vals[r] > 0 {
				ws[j] = watch{w.ref, r}
				j++
				continue
			}
			c[0], c[1], c[k] = other, r, f
			s.watches[r] = append(s.watches[r], watch{w.ref, other})
			continue
		}
		ws[j] = w
		j++
		if w.ref == s.ignore || mem[w.ref+1]&flagGarbage != 0 {
			continue // discarded clauses stay watched until collect, but nothing may rest on them
		}
		if v < 0 {
			j += copy(ws[j:], ws[i+1:])
			s.watches[f] = ws[:j]
			s.ticks += ticks
			return conflict{fromClause(w.ref), noLit}, true
		}
		s.assign(other, fromClause(w.ref))
	}
	s.watches[f] = ws[:j]
	s.ticks += ticks
	return conflict{}, false
}

// backtrack undoes every assignment above the given level and remembers the values as phases. Only the order of
// decisions that is in use takes note; switchMode brings the other up to date.
func (s *Solver) backtrack(level int) {
	if len(s.levels) <= level {
		return
	}
	start := int(s.levels[level])
	for i := len(s.trail) - 1; i >= start; i-- {
		l := s.trail[i]
		if i < s.lhead && len(s.occs[l^1]) > 0 {
			s.restoreLinear(l ^ 1)
		}
		v := l.Var()
		s.vals[l] = 0
		s.vals[l^1] = 0
		s.phases.saved[v] = 1 - int8(l&1)<<1
		if s.mode.stable {
			s.heap.insert(v)
		} else {
			s.queue.release(v)
		}
	}
	s.trail = s.trail[:start]
	s.levels = s.levels[:level]
	s.head = min(s.head, start)
	s.lhead = min(s.lhead, start)
}
