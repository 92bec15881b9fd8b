package scheduler

// An interpreterMatching gives the meetings of one slot interpreters by augmenting paths (Kuhn 1955).
// O(meetings · interpreters · edges) a slot, which is small: a slot has few meetings that need one.
type interpreterMatching struct {
	in     *Instance
	serves []Pair // by interpreter, in the slot at hand; -1 for none
	seen   []bool
	pairs  []Pair // of the slot at hand, to be used again
}

func newInterpreterMatching(in *Instance) *interpreterMatching {
	return &interpreterMatching{in: in, serves: make([]Pair, len(in.interpreters)), seen: make([]bool, len(in.interpreters))}
}

// assign gives each pair of a slot an able and available interpreter; it reports whether all could be served. After
// it, serves says who serves whom.
func (m *interpreterMatching) assign(pairs []Pair, t Slot) bool {
	for i := range m.serves {
		m.serves[i] = -1
	}
	all := true
	for _, e := range pairs {
		if m.in.pairs[e].class == 0 {
			continue
		}
		clear(m.seen)
		all = m.augment(e, t) && all
	}
	return all
}

func (m *interpreterMatching) augment(e Pair, t Slot) bool {
	for _, i := range m.in.classes[m.in.pairs[e].class].able {
		if m.seen[i] || !m.in.interpreters[i].Has(t) {
			continue
		}
		m.seen[i] = true
		if m.serves[i] < 0 || m.augment(m.serves[i], t) {
			m.serves[i] = e
			return true
		}
	}
	return false
}

// fits reports whether e could be served in slot t beside what p has there.
func (m *interpreterMatching) fits(p *placement, e Pair, t Slot) bool {
	m.pairs = append(p.appendSlot(m.pairs[:0], t), e)
	return m.assign(m.pairs, t)
}
