package breaks

import "sangdam/scheduler/internal/sat"

// limitTables says that slot t holds at most as many meetings as it has tables. Where the form says so, the stars that are busy are
// counted instead of the meetings, which is the same number: Bofill, Coll, Nightingale, Suy, Ulrich-Oltean and Villaret, "SAT encodings
// for pseudo-Boolean constraints together with at-most-one constraints", Artificial Intelligence 302 (2022).
func (e *encoding) limitTables(meetings []int, stars [][]int, t int) {
	tables := e.p.Tables[t]
	switch {
	case !e.form.stars:
		e.atMost(e.form.tables, e.at(meetings, t), tables)
	case len(stars) > tables:
		e.atMost(e.form.tables, e.busy(stars, t), tables)
	}
}

// stars divides meetings into groups of which at most one is held in a slot: those of one participant that is in one meeting at a
// time. The participant with the most meetings left takes them all, then the next, so that there are few groups: where there are two
// sides, about as many as the smaller has participants. A meeting without such a participant is a group of its own. A count of groups
// is smaller than one of meetings, and its parts follow from the participants and not from the order of the meetings.
// O(groups · (participants + meetings)).
func (e *encoding) stars(meetings []int) [][]int {
	left := make([]int, len(e.p.Participants))
	for _, m := range meetings {
		left[e.p.Meetings[m].A]++
		left[e.p.Meetings[m].B]++
	}
	var out [][]int
	for len(meetings) > 0 {
		center := -1
		for u, part := range e.p.Participants {
			if part.Parallel == 1 && left[u] > 0 && (center < 0 || left[u] > left[center]) {
				center = u
			}
		}
		if center < 0 {
			for _, m := range meetings {
				out = append(out, []int{m})
			}
			break
		}
		var star, rest []int
		for _, m := range meetings {
			if g := e.p.Meetings[m]; g.A == center || g.B == center {
				star = append(star, m)
				left[g.A]--
				left[g.B]--
			} else {
				rest = append(rest, m)
			}
		}
		out = append(out, star)
		meetings = rest
	}
	return out
}

// busy returns a literal for each star that can have a meeting in slot t, true exactly when it has one: as many are true as meetings
// are held.
func (e *encoding) busy(stars [][]int, t int) []sat.Lit {
	var out []sat.Lit
	for _, star := range stars {
		at := e.at(star, t)
		switch len(at) {
		case 0:
		case 1:
			out = append(out, at[0])
		default:
			y := e.fresh()
			for _, l := range at {
				e.s.AddClause(sat.Not(l), y)
			}
			e.s.AddClause(append(at, sat.Not(y))...)
			out = append(out, y)
		}
	}
	return out
}
