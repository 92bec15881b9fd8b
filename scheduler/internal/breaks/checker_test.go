package breaks

import "slices"

// verdict recomputes a placement in the plainest way, without a line of the package's own code: breaks, idle slots,
// and whether every rule is kept.
func verdict(p *Problem, slots []int) (breaks, idle int, ok bool) {
	ok = true
	demand := func(b bool) { ok = ok && b }
	score, missed, shortfall := int64(0), 0, 0
	perSlot := map[int]int{}
	for m, t := range slots {
		g := p.Meetings[m]
		if t < 0 {
			demand(!g.Held)
			if g.Must {
				missed++
			}
			continue
		}
		demand(slices.Contains(g.Slots, t))
		score += g.Score
		perSlot[t]++
	}
	for t, k := range perSlot {
		demand(k <= p.Tables[t])
	}
	for _, h := range p.Halls {
		for t, limit := range h.Limit {
			k := 0
			for _, m := range h.Meetings {
				if slots[m] == t {
					k++
				}
			}
			demand(k <= limit)
		}
	}
	for _, q := range p.Precedences {
		if slots[q.Before] >= 0 && slots[q.After] >= 0 {
			demand(slots[q.Before] < slots[q.After])
		}
	}
	var each []int
	for u, part := range p.Participants {
		var mine []int
		for m, g := range p.Meetings {
			if slots[m] >= 0 && (g.A == u || g.B == u) {
				mine = append(mine, slots[m])
			}
		}
		demand(len(mine) <= part.Max)
		shortfall += max(0, part.Min-len(mine))
		slices.Sort(mine)
		for i := part.Parallel; i < len(mine); i++ {
			demand(mine[i] != mine[i-part.Parallel])
		}
		mine = slices.Compact(mine)
		b := 0
		for i := 1; i < len(mine); i++ {
			if gap := mine[i] - mine[i-1] - 1; gap > 0 && p.Days[mine[i]] == p.Days[mine[i-1]] {
				b++
				idle += gap
			}
		}
		each = append(each, b)
		breaks += b
	}
	if p.LimitSpread && len(each) > 0 {
		demand(slices.Max(each)-slices.Min(each) <= p.Spread)
	}
	demand(score >= p.ScoreAtLeast && missed <= p.MissedAtMost && shortfall <= p.ShortfallAtMost)
	return breaks, idle, ok
}

// exhaust tries every placement and returns the best one's breaks and idle slots.
func exhaust(p *Problem) (breaks, idle int, ok bool) {
	slots := make([]int, len(p.Meetings))
	var try func(m int)
	try = func(m int) {
		if m == len(slots) {
			b, i, right := verdict(p, slots)
			if right && (!ok || b < breaks || b == breaks && i < idle) {
				breaks, idle, ok = b, i, true
			}
			return
		}
		if !p.Meetings[m].Held {
			slots[m] = NoSlot
			try(m + 1)
		}
		for _, t := range p.Meetings[m].Slots {
			slots[m] = t
			try(m + 1)
		}
	}
	try(0)
	return breaks, idle, ok
}
