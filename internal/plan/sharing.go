package plan

// A sharing gives the interpreters of one slot to meetings by augmenting paths (Kuhn 1955): whoever is served stays
// served, though perhaps by another. O(teams · members) a meeting.
type sharing struct {
	site   *site
	serves []int // by interpreter: the team asked for; open when free
	seen   []bool
	away   []bool // by interpreter: not to be had
}

func newSharing(st *site, slot int) *sharing {
	s := &sharing{site: st, serves: make([]int, len(st.interpreters)), seen: make([]bool, len(st.interpreters)), away: make([]bool, len(st.interpreters))}
	for i := range s.serves {
		s.serves[i] = open
		s.away[i] = !has(st.interpreters[i], slot)
	}
	return s
}

// serve finds an interpreter for one more meeting of a team and reports whether there is one.
func (s *sharing) serve(team int) bool {
	clear(s.seen)
	return s.augment(team, true)
}

// could reports whether one more meeting of a team could be served; it changes nothing.
func (s *sharing) could(team int) bool {
	clear(s.seen)
	return s.augment(team, false)
}

func (s *sharing) augment(team int, keep bool) bool {
	for _, i := range s.site.teams[team] {
		if s.seen[i] || s.away[i] {
			continue
		}
		s.seen[i] = true
		if s.serves[i] == open || s.augment(s.serves[i], keep) {
			if keep {
				s.serves[i] = team
			}
			return true
		}
	}
	return false
}

// take hands out one of the interpreters that serve a team, and counts it as free again; open when there is none.
func (s *sharing) take(team int) int {
	for i, served := range s.serves {
		if served == team {
			s.serves[i] = open
			return i
		}
	}
	return open
}

// withhold takes an interpreter out of the sharing.
func (s *sharing) withhold(interpreter int) { s.away[interpreter] = true }
