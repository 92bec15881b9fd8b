package sat

import "math"

const (
	firstMode    = 1000 // conflicts in the first focused mode
	rephaseEvery = 1000 // conflicts, growing by as much each time
	restartGap   = 2    // least conflicts between two restarts in focused mode
	restartEdge  = 1.1  // restart when recent lemmas are this much worse than usual
	lubyUnit     = 1024 // conflicts
	lubyLongest  = 1 << 20
)

// mode alternates between focused search, with frequent restarts, and stable search, with rare ones. After the first
// focused phase, phases are measured in ticks, so that both get the same work and the clock plays no part; they grow
// quadratically (Biere et al., "CaDiCaL, Kissat, Paracooba", 2020).
type mode struct {
	stable     bool
	switches   int64
	ticksAt    int64 // when the next phase begins; 0 during the first
	unit       int64 // ticks of the first phase
	fast, slow average
	other      average // slow of the other mode
	restartAt  int64
	luby       luby
	rephaseAt  int64
	rephased   int
}

func (m *mode) init() {
	m.fast.alpha, m.slow.alpha, m.other.alpha = 1.0/33, 1e-5, 1e-5
	m.rephaseAt = rephaseEvery
	m.luby.reset()
}

// note takes in the literal block distance of a lemma.
func (m *mode) note(glue int) {
	m.fast.add(float64(glue))
	m.slow.add(float64(glue))
	if m.stable {
		m.luby.tick()
	}
}

// restartDue says whether to restart now: in stable mode by Luby's sequence, in focused mode when the recent lemmas
// are worse than usual (Biere and Froehlich, POS 2015).
func (s *Solver) restartDue() bool {
	if s.level() <= s.floor() {
		return false
	}
	m := &s.mode
	s.switchMode()
	if m.stable {
		return m.luby.due()
	}
	return s.stats.Conflicts >= m.restartAt && m.fast.value() > restartEdge*m.slow.value()
}

// switchMode changes the mode when its phase is over.
func (s *Solver) switchMode() {
	m := &s.mode
	if m.ticksAt == 0 {
		if s.stats.Conflicts < firstMode {
			return
		}
		m.unit = max(s.ticks, 1)
	} else if s.ticks < m.ticksAt {
		return
	}
	m.switches++
	n := (m.switches + 1) / 2
	m.ticksAt = s.ticks + m.unit*n*n
	m.stable = !m.stable
	if m.stable {
		for v := range s.vars {
			if s.vals[Pos(Var(v))] == 0 {
				s.heap.insert(Var(v))
			}
		}
	} else {
		s.queue.cursor = s.queue.last
	}
	m.slow, m.other = m.other, m.slow
	m.fast = average{alpha: m.fast.alpha}
	m.luby.reset()
	s.phases.targetSize = 0
	clear(s.phases.target)
}

// restart returns to the floor, but keeps the levels that the same decisions would rebuild at once (van der Tak et al.,
// JSAT 2011).
func (s *Solver) restart() {
	s.stats.Restarts++
	s.mode.restartAt = s.stats.Conflicts + restartGap
	keep := s.floor()
	if s.mode.stable {
		for len(s.heap.heap) > 0 && s.vals[Pos(s.heap.heap[0])] != 0 {
			s.heap.pop()
		}
		if len(s.heap.heap) > 0 {
			x := s.heap.score[s.heap.heap[0]]
			for keep < s.level() && s.heap.score[s.trail[s.levels[keep]]>>1] > x {
				keep++
			}
		}
	} else if len(s.trail) < len(s.vars) {
		v := s.queue.cursor
		for s.vals[Pos(v)] != 0 {
			v = s.queue.prev[v]
		}
		for keep < s.level() && s.queue.time[s.trail[s.levels[keep]]>>1] > s.queue.time[v] {
			keep++
		}
	}
	s.backtrack(keep)
}

// An average is an exponential moving average without the bias of its start (Kingma and Ba, ADAM, 2015).
type average struct {
	alpha, biased, weight float64
}

func (a *average) add(x float64) {
	a.biased += a.alpha * (x - a.biased)
	a.weight += a.alpha * (1 - a.weight)
}

func (a *average) value() float64 {
	if a.weight == 0 {
		return math.Inf(1)
	}
	return a.biased / a.weight
}

// luby counts conflicts to the next restart by Luby, Sinclair and Zuckerman's sequence in Knuth's form.
type luby struct {
	u, v, left int64
}

func (l *luby) reset() { *l = luby{1, 1, lubyUnit} }

func (l *luby) tick() { l.left-- }

func (l *luby) due() bool {
	if l.left > 0 {
		return false
	}
	if l.u&-l.u == l.v {
		l.u, l.v = l.u+1, 1
	} else {
		l.v *= 2
	}
	if l.v*lubyUnit > lubyLongest {
		l.u, l.v = 1, 1
	}
	l.left = l.v * lubyUnit
	return true
}
