package breaks

// A state is a placement under change. A participant has one seat for each meeting it may be in at a time; a meeting takes
// a seat of each side. Rules of seats and allowed slots hold at all times; tables, halls, precedences, the spread and
// meetings left out are paid for in cost, so that the search can pass through what is not yet right.
type state struct {
	p     *Problem
	n     int     // slots
	seat  []int32 // first seat of a participant; one more at the end
	owner []int32 // by seat: its participant
	allow []bool  // by meeting and slot
	halls [][]int32
	precs [][]int32 // by meeting: its precedences

	when []int32 // by meeting; NoSlot when out
	mine [][2]int32
	at   []int32 // by seat and slot: the meeting, -1 for none

	use    []uint8 // by participant and slot: meetings
	breaks []int32 // by participant: blocks minus days used
	idle   []int32 // by participant
	load   []int32 // by slot
	count  []int32 // by hall and slot
	out    []int32 // meetings left out that should be in
	outAt  []int32 // by meeting: index into out, -1 when not there

	crowd    int // meetings above tables and halls
	disorder int // precedences broken
	total    int // breaks
	excess   int // breaks above the spread, over participants
	idleSum  int
}

func newState(p *Problem) *state {
	n := len(p.Days)
	s := &state{p: p, n: n}
	for u, part := range p.Participants {
		s.seat = append(s.seat, int32(len(s.owner)))
		for range part.Parallel {
			s.owner = append(s.owner, int32(u))
		}
	}
	s.seat = append(s.seat, int32(len(s.owner)))
	s.allow = make([]bool, len(p.Meetings)*n)
	s.halls = make([][]int32, len(p.Meetings))
	s.precs = make([][]int32, len(p.Meetings))
	for m, g := range p.Meetings {
		for _, t := range g.Slots {
			s.allow[m*n+t] = true
		}
		s.when = append(s.when, NoSlot)
		s.outAt = append(s.outAt, -1)
	}
	for h := range p.Halls {
		for _, m := range p.Halls[h].Meetings {
			s.halls[m] = append(s.halls[m], int32(h))
		}
	}
	for k, q := range p.Precedences {
		s.precs[q.Before] = append(s.precs[q.Before], int32(k))
		s.precs[q.After] = append(s.precs[q.After], int32(k))
	}
	s.mine = make([][2]int32, len(p.Meetings))
	s.at = make([]int32, len(s.owner)*n)
	for i := range s.at {
		s.at[i] = -1
	}
	s.use = make([]uint8, len(p.Participants)*n)
	s.breaks = make([]int32, len(p.Participants))
	s.idle = make([]int32, len(p.Participants))
	s.load = make([]int32, n)
	s.count = make([]int32, len(p.Halls)*n)
	return s
}

// free returns a free seat of u in slot t, or -1.
func (s *state) free(u, t int) int32 {
	for k := s.seat[u]; k < s.seat[u+1]; k++ {
		if s.at[int(k)*s.n+t] < 0 {
			return k
		}
	}
	return -1
}

// demand lists m as a meeting to be placed.
func (s *state) demand(m int) {
	s.outAt[m] = int32(len(s.out))
	s.out = append(s.out, int32(m))
}

// insert places m, which is out, in slot t on the given seats, which must be free.
func (s *state) insert(m, t int, a, b int32) {
	if i := s.outAt[m]; i >= 0 {
		last := s.out[len(s.out)-1]
		s.out[i], s.outAt[last] = last, i
		s.out = s.out[:len(s.out)-1]
		s.outAt[m] = -1
	}
	g := &s.p.Meetings[m]
	s.disorder -= s.broken(m)
	s.when[m] = int32(t)
	s.disorder += s.broken(m)
	s.mine[m] = [2]int32{a, b}
	s.at[int(a)*s.n+t], s.at[int(b)*s.n+t] = int32(m), int32(m)
	s.fill(m, t, 1)
	s.take(g.A, t)
	s.take(g.B, t)
}

// eject takes m out of its slot and lists it as one to be placed.
func (s *state) eject(m int) {
	t := int(s.when[m])
	g := &s.p.Meetings[m]
	s.disorder -= s.broken(m)
	s.when[m] = NoSlot
	for _, k := range s.mine[m] {
		s.at[int(k)*s.n+t] = -1
	}
	s.fill(m, t, -1)
	s.leave(g.A, t)
	s.leave(g.B, t)
	s.demand(m)
}

// fill counts m in slot t (d = 1) or out of it (d = -1).
func (s *state) fill(m, t int, d int32) {
	s.crowd += crowding(s.load[t], d, s.p.Tables[t])
	s.load[t] += d
	for _, h := range s.halls[m] {
		c := &s.count[int(h)*s.n+t]
		s.crowd += crowding(*c, d, s.p.Halls[h].Limit[t])
		*c += d
	}
}

// crowding is the change of max(0, load − limit) when load changes by d = ±1.
func crowding(load, d int32, limit int) int {
	return max(0, int(load+d)-limit) - max(0, int(load)-limit)
}

// broken counts the precedences of m that are broken.
func (s *state) broken(m int) int {
	if s.when[m] == NoSlot {
		return 0
	}
	k := 0
	for _, i := range s.precs[m] {
		q := s.p.Precedences[i]
		if b, a := s.when[q.Before], s.when[q.After]; b != NoSlot && a != NoSlot && b >= a {
			k++
		}
	}
	return k
}

// take uses slot t once more for u, leave once less; both keep the breaks.
func (s *state) take(u, t int) {
	use := s.use[u*s.n : (u+1)*s.n]
	if use[t]++; use[t] == 1 {
		s.shape(u, t, use, 1)
	}
}

func (s *state) leave(u, t int) {
	use := s.use[u*s.n : (u+1)*s.n]
	if use[t]--; use[t] == 0 {
		s.shape(u, t, use, -1)
	}
}

// shape accounts for slot t becoming used by u (d = 1) or free (d = -1). Let l and r be the nearest other used slots of
// the day on either side: without t there is one gap l..r, with t there are two.
func (s *state) shape(u, t int, use []uint8, d int32) {
	days := s.p.Days
	l, r := t-1, t+1
	for l >= 0 && days[l] == days[t] && use[l] == 0 {
		l--
	}
	for r < len(days) && days[r] == days[t] && use[r] == 0 {
		r++
	}
	left := l >= 0 && days[l] == days[t]
	right := r < len(days) && days[r] == days[t]
	var breaks, idle int32
	if left {
		idle += int32(t - l - 1)
		if t-l > 1 {
			breaks++
		}
	}
	if right {
		idle += int32(r - t - 1)
		if r-t > 1 {
			breaks++
		}
	}
	if left && right { // then r − l > 1: there was a gap
		idle -= int32(r - l - 1)
		breaks--
	}
	s.setBreaks(u, s.breaks[u]+d*breaks)
	s.idle[u] += d * idle
	s.idleSum += int(d * idle)
}

func (s *state) setBreaks(u int, b int32) {
	old := s.breaks[u]
	s.breaks[u] = b
	s.total += int(b - old)
	if s.p.LimitSpread {
		s.excess += max(0, int(b)-s.p.Spread) - max(0, int(old)-s.p.Spread)
	}
}
