package scheduler

import (
	"cmp"
	"slices"
)

// A link joins two consecutive meetings of a participant on one day.
type link struct {
	from, to Pair
	weight   int64 // its worth, then, in the lowest 20 bits, how many meetings its participant has
}

// worth is what keeping a link of u counts: a host's more than any number of others.
func (in *Instance) worth(u Participant) int64 {
	if in.participants[u].host {
		return 1 << 20
	}
	return 1
}

// keptLinks chooses links of greatest worth, and among these of those who meet most, no two of which leave a meeting for the
// same slot or reach one from the same slot: a maximum-weight independent set on paths and cycles. O(links).
func (s *seatingPlan) keptLinks() []link {
	var links []link
	type port struct {
		e Pair
		t Slot
	}
	leaving, reaching := map[port]int{}, map[port]int{}
	var clash [][2]int // by link: those in conflict with it, -1 for none
	note := func(ports map[port]int, at port, l, side int) {
		if other, ok := ports[at]; ok {
			clash[l][side], clash[other][side] = other, l
		}
		ports[at] = l
	}
	for e := range s.next {
		for end, f := range s.next[e] {
			if f < 0 || s.when[f] == s.when[e] { // meetings at the same time are never at one table
				continue
			}
			u := s.in.pairs[e].a
			if end == 1 {
				u = s.in.pairs[e].b
			}
			l := len(links)
			links = append(links, link{Pair(e), f, s.in.worth(u)<<20 + int64(s.held[u])})
			clash = append(clash, [2]int{-1, -1})
			note(leaving, port{Pair(e), s.when[f]}, l, 0)
			note(reaching, port{f, s.when[e]}, l, 1)
		}
	}
	seen := make([]bool, len(links))
	var kept []link
	walk := func(from, side int) []int {
		var path []int
		for l := from; l >= 0 && !seen[l]; side = 1 - side {
			seen[l] = true
			path = append(path, l)
			l = clash[l][side]
		}
		return path
	}
	weigh := func(l int) int64 { return links[l].weight }
	for l := range links {
		if !seen[l] && (clash[l][0] < 0 || clash[l][1] < 0) {
			side := 0
			if clash[l][0] < 0 {
				side = 1
			}
			chosen, _ := heaviest(walk(l, side), weigh)
			for _, k := range chosen {
				kept = append(kept, links[k])
			}
		}
	}
	for l := range links {
		if seen[l] {
			continue
		}
		ring := walk(l, 0) // what is left are cycles: leave out the first, or the last
		without, a := heaviest(ring[1:], weigh)
		with, b := heaviest(ring[:len(ring)-1], weigh)
		if b > a {
			without = with
		}
		for _, k := range without {
			kept = append(kept, links[k])
		}
	}
	slices.SortStableFunc(kept, func(a, b link) int { return cmp.Compare(b.weight, a.weight) })
	return kept
}

// heaviest returns a heaviest set of items of a path, no two of them neighbours, and its weight.
func heaviest(path []int, weight func(int) int64) ([]int, int64) {
	best := make([]int64, len(path)+2) // best[i+2]: of the first i+1 items
	for i, l := range path {
		best[i+2] = max(best[i+1], best[i]+weight(l))
	}
	var out []int
	for i := len(path) - 1; i >= 0; {
		if best[i+2] == best[i+1] {
			i--
			continue
		}
		out = append(out, path[i])
		i -= 2
	}
	slices.Reverse(out)
	return out, best[len(best)-1]
}
