package plan

// A transport problem: members need so many units, each resource has room for so many, and a link carries so many.
// Augmenting paths find the most that can be carried; where they fail, what they reached is a minimum cut (Ford and
// Fulkerson 1956). O(units · links).
type transport struct {
	need  []int
	room  []int
	links [][]link // by member
	used  []int    // by resource
	users [][]int  // by resource: the members joined to it
	seenM []bool
	seenR []bool
}

type link struct{ resource, most, carries int }

func newTransport(members, resources int) *transport {
	return &transport{
		need: make([]int, members), room: make([]int, resources), links: make([][]link, members),
		used: make([]int, resources), users: make([][]int, resources),
		seenM: make([]bool, members), seenR: make([]bool, resources),
	}
}

func (w *transport) join(member, resource, most int) {
	w.links[member] = append(w.links[member], link{resource, most, 0})
	w.users[resource] = append(w.users[resource], member)
}

// shortage returns members who together need more than they can get, and the resources that keep them from it; nil when
// all needs can be met.
func (w *transport) shortage() (members, resources []int) {
	short := -1
	for k, need := range w.need {
		for range need {
			clear(w.seenM)
			clear(w.seenR)
			if !w.carry(k) {
				short = k
				break
			}
		}
	}
	if short < 0 {
		return nil, nil
	}
	clear(w.seenM) // the last failure, repeated on the final flow, reaches the cut
	clear(w.seenR)
	w.carry(short)
	for k, seen := range w.seenM {
		if seen {
			members = append(members, k)
		}
	}
	for r, seen := range w.seenR {
		if seen {
			resources = append(resources, r)
		}
	}
	return members, resources
}

// carry brings one unit more to a member, moving others' units over to other resources where that makes room.
func (w *transport) carry(k int) bool {
	w.seenM[k] = true
	for i := range w.links[k] {
		l := &w.links[k][i]
		if l.carries == l.most || w.seenR[l.resource] {
			continue
		}
		w.seenR[l.resource] = true
		if w.used[l.resource] < w.room[l.resource] {
			w.used[l.resource]++
			l.carries++
			return true
		}
		for _, other := range w.users[l.resource] {
			if o := w.link(other, l.resource); !w.seenM[other] && o.carries > 0 && w.carry(other) {
				o.carries--
				l.carries++
				return true
			}
		}
	}
	return false
}

func (w *transport) link(member, resource int) *link {
	for i := range w.links[member] {
		if l := &w.links[member][i]; l.resource == resource {
			return l
		}
	}
	return nil
}

// most is what a group can have at most, by a cut: all the room of some resources, and of the others what the links of the
// group carry.
func (w *transport) most(members, resources []int) int {
	in := make([]bool, len(w.room))
	sum := 0
	for _, r := range resources {
		in[r] = true
		sum += w.room[r]
	}
	for _, k := range members {
		for _, l := range w.links[k] {
			if !in[l.resource] {
				sum += l.most
			}
		}
	}
	return sum
}
