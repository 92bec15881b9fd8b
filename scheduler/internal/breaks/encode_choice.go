package breaks

import "sangdam/scheduler/internal/sat"

// chooseMeetings says which meetings may be left out: enough score, enough musts, everyone's limits.
func (e *encoding) chooseMeetings() {
	optional := false
	held := make([]sat.Lit, len(e.p.Meetings))
	for m, g := range e.p.Meetings {
		held[m] = none
		if g.Held || len(g.Slots) == 0 {
			continue
		}
		optional = true
		held[m] = e.fresh()
		row := e.at([]int{m}, g.Slots[0])
		for _, t := range g.Slots[1:] {
			row = append(row, e.x[m*e.n+t])
		}
		for _, l := range row {
			e.s.AddClause(sat.Not(l), held[m])
		}
		e.s.AddClause(append(row, sat.Not(held[m]))...)
	}
	if !optional && e.p.ScoreAtLeast == 0 && e.p.ShortfallAtMost == 0 {
		for p := range e.p.Participants {
			e.limitMeetings(p, held, nil)
		}
		return
	}
	var terms []sat.Term
	score := e.p.ScoreAtLeast
	var missed []sat.Lit
	missedAtMost := e.p.MissedAtMost
	for m, g := range e.p.Meetings {
		if g.Held {
			score -= g.Score
		} else if held[m] != none {
			terms = append(terms, sat.Term{Coef: g.Score, Lit: held[m]})
		}
		if g.Must && !g.Held {
			if held[m] == none {
				missedAtMost--
			} else {
				missed = append(missed, sat.Not(held[m]))
			}
		}
	}
	e.s.AddLinear(terms, score)
	if missedAtMost < 0 {
		e.s.AddClause()
	} else {
		e.s.AddAtMost(missed, missedAtMost)
	}
	var short []sat.Lit
	for p := range e.p.Participants {
		short = e.limitMeetings(p, held, short)
	}
	e.s.AddAtMost(short, e.p.ShortfallAtMost)
}

// limitMeetings keeps p within Min and Max. What it lacks to Min is paid with literals of its own, appended to short.
func (e *encoding) limitMeetings(p int, held, short []sat.Lit) []sat.Lit {
	part := e.p.Participants[p]
	always := 0
	var lits []sat.Lit
	for _, m := range e.of[p] {
		if e.p.Meetings[m].Held {
			always++
		} else if held[m] != none {
			lits = append(lits, held[m])
		}
	}
	if always > part.Max {
		e.s.AddClause()
		return short
	}
	e.s.AddAtMost(lits, part.Max-always)
	for range min(e.p.ShortfallAtMost, part.Min) {
		l := e.fresh()
		lits = append(lits, l)
		short = append(short, l)
	}
	if part.Min > always {
		e.s.AddAtLeast(lits, part.Min-always)
	}
	return short
}
