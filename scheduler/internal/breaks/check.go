package breaks

// A value is what a placement is worth: first by breaks, then by idle slots.
type value struct {
	breaks, idle int
}

func (v value) less(w value) bool {
	return v.breaks < w.breaks || v.breaks == w.breaks && v.idle < w.idle
}

// evaluate recomputes a placement from the problem alone. It reports whether every rule is kept.
// O(participants · slots + meetings + halls · slots).
func evaluate(p *Problem, slots []int) (v value, ok bool) {
	n := len(p.Days)
	use := make([]int, len(p.Participants)*n)
	held := make([]int, len(p.Participants))
	load := make([]int, n)
	score, missed := int64(0), 0
	for m, t := range slots {
		g := &p.Meetings[m]
		if t == NoSlot {
			if g.Held {
				return v, false
			}
			if g.Must {
				missed++
			}
			continue
		}
		if !contains(g.Slots, t) {
			return v, false
		}
		score += g.Score
		load[t]++
		for _, u := range [2]int{g.A, g.B} {
			held[u]++
			use[u*n+t]++
		}
	}
	for t := range n {
		if load[t] > p.Tables[t] {
			return v, false
		}
	}
	if score < p.ScoreAtLeast || missed > p.MissedAtMost || !hallsKept(p, slots) || !precedencesKept(p, slots) {
		return v, false
	}
	shortfall, least, most := 0, 0, 0
	for u, part := range p.Participants {
		b, idle, over := participantBreaks(p.Days, use[u*n:(u+1)*n], part.Parallel)
		if over || held[u] > part.Max {
			return v, false
		}
		shortfall += max(0, part.Min-held[u])
		v.breaks += b
		v.idle += idle
		if u == 0 {
			least, most = b, b
		}
		least, most = min(least, b), max(most, b)
	}
	return v, shortfall <= p.ShortfallAtMost && !(p.LimitSpread && most-least > p.Spread)
}

// participantBreaks counts the breaks and idle slots of one participant from its number of meetings a slot.
func participantBreaks(days []int32, use []int, parallel int) (breaks, idle int, over bool) {
	last := -1
	for t, k := range use {
		if k == 0 {
			continue
		}
		over = over || k > parallel
		if last >= 0 && days[last] == days[t] && t > last+1 {
			breaks++
			idle += t - last - 1
		}
		last = t
	}
	return breaks, idle, over
}

func hallsKept(p *Problem, slots []int) bool {
	for _, h := range p.Halls {
		count := make([]int, len(p.Days))
		for _, m := range h.Meetings {
			if t := slots[m]; t != NoSlot {
				if count[t]++; count[t] > h.Limit[t] {
					return false
				}
			}
		}
	}
	return true
}

func precedencesKept(p *Problem, slots []int) bool {
	for _, q := range p.Precedences {
		if b, a := slots[q.Before], slots[q.After]; b != NoSlot && a != NoSlot && b >= a {
			return false
		}
	}
	return true
}

func contains(ascending []int, t int) bool {
	for _, s := range ascending {
		if s == t {
			return true
		}
	}
	return false
}
