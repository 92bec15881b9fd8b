package scheduler

// schedule hands out tables and interpreters and returns the placement as a Schedule.
func (p *placement) schedule() *Schedule {
	in := p.in
	matching := newInterpreterMatching(in)
	served := make(map[Pair]Interpreter)
	for t := range Slot(p.slots) {
		matching.assign(p.inSlot(t), t)
		for i, e := range matching.serves {
			if e >= 0 {
				served[e] = Interpreter(i)
			}
		}
	}
	tables := p.seatTables()
	ms := make([]Meeting, 0, p.size)
	for e, t := range p.when {
		if t == NoSlot {
			continue
		}
		m := Meeting{Pair(e), t, tables[e], NoInterpreter}
		if i, ok := served[Pair(e)]; ok {
			m.Interpreter = i
		}
		ms = append(ms, m)
	}
	return NewSchedule(ms)
}
