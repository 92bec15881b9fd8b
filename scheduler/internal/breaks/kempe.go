package breaks

// A chain is a set of meetings of two slots that change places together: everyone who meets in one of them and has a meeting in
// the other one has that moved too (Kempe's chains of edge colouring). Only at the ends of the path does anyone's use
// of slots change, so a chain disturbs the breaks of two participants at most.
type chain struct {
	meetings []int32
	mark     []int32 // by meeting: the number of the last chain it was part of
	number   int32
}

// grow collects the chain of m, which is in slot s.when[m], against slot t. It reports false when a meeting may not be in
// the slot it would move to, or the chain exceeds limit. O(length).
func (c *chain) grow(s *state, m, t, limit int) bool {
	from := int(s.when[m])
	c.number++
	c.meetings = append(c.meetings[:0], int32(m))
	c.mark[m] = c.number
	for i := 0; i < len(c.meetings); i++ {
		e := int(c.meetings[i])
		to := t
		if int(s.when[e]) == t {
			to = from
		}
		if !s.allow[e*s.n+to] || i > limit {
			return false
		}
		for _, k := range s.mine[e] {
			if f := s.at[int(k)*s.n+to]; f >= 0 && c.mark[f] != c.number {
				c.mark[f] = c.number
				c.meetings = append(c.meetings, f)
			}
		}
	}
	return true
}

// swap moves every meeting of the chain to the other of the two slots. Doing it twice changes nothing.
func (c *chain) swap(s *state, from, t int) {
	for _, m := range c.meetings {
		old := int(s.when[m])
		to := from + t - old
		s.disorder -= s.broken(int(m))
		s.when[m] = int32(to)
		s.disorder += s.broken(int(m))
		s.fill(int(m), old, -1)
		s.fill(int(m), to, 1)
		for _, k := range s.mine[m] {
			if s.at[int(k)*s.n+old] == m { // else the seat's other meeting has turned it already
				s.turn(int(k), old, to)
			}
		}
	}
}

// turn exchanges what a seat holds in two slots; the first is taken.
func (s *state) turn(k, from, to int) {
	x, y := k*s.n+from, k*s.n+to
	s.at[x], s.at[y] = s.at[y], s.at[x]
	if s.at[x] < 0 {
		u := int(s.owner[k])
		s.leave(u, from)
		s.take(u, to)
	}
}
