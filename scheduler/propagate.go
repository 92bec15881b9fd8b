package scheduler

import "slices"

// propagate draws the plain conclusions of a node before its linear program is solved: a pair that must meet and has one
// column left takes it; a row that the taken columns fill up bars its other columns. It reports whether the node can
// still hold a placement. It looks only at rows of positive entries, which are the hard rules. O(entries) a round.
func (b *brancher) propagate(n *node) bool {
	base := b.r.lp
	for {
		taken := map[int32]bool{}
		left := map[int32]int64{} // by row: what the taken columns leave
		use := func(j int32) {
			taken[j] = true
			for k := base.Start[j]; k < base.Start[j+1]; k++ {
				if row := base.Row[k]; base.Val[k] > 0 {
					if _, ok := left[row]; !ok {
						left[row] = base.RHS[row]
					}
					left[row]--
				}
			}
		}
		for _, j := range n.taken {
			use(j)
		}
		for _, j := range n.columns {
			if base.Lower[j] > 0 && !taken[j] {
				use(j)
			}
		}
		for _, l := range left {
			if l < 0 {
				return false
			}
		}
		before := len(n.columns)
		n.columns = slices.DeleteFunc(slices.Clone(n.columns), func(j int32) bool {
			if taken[j] {
				return false
			}
			for k := base.Start[j]; k < base.Start[j+1]; k++ {
				if l, ok := left[base.Row[k]]; ok && base.Val[k] > 0 && l == 0 {
					return true
				}
			}
			return false
		})
		count := map[Pair]int{}
		only := map[Pair]int32{}
		for _, j := range n.columns {
			count[b.r.pair[j]]++
			only[b.r.pair[j]] = j
		}
		found := false
		for _, e := range n.in {
			switch {
			case count[e] == 0:
				return false
			case count[e] == 1 && !taken[only[e]]:
				n.taken = append(slices.Clone(n.taken), only[e])
				found = true
			}
		}
		if !found && len(n.columns) == before {
			return true
		}
	}
}
