package plan

// A transport problem: members need so many units, each resource has room for so many, and a link carries so many.
// Augmenting paths find the most that can be carried; where they fail, what they reached is a minimum cut (Ford and
// Fulkerson 1956). O(units · links).
type transport struct {
	need  []int
	room  []int
	links [][]link // by member
	used  []int    // by resource
	users [][]user // by resource
	seenM []bool
	seenR []bool
}

type link struct{ resource, most, carries int }

// A user is a member joined to a resource, and the place of the link among its own.
type user struct{ member, link int }

func newTransport(members, resources int) *transport {
	return &transport{
		need: make([]int, members), room: make([]int, resources), links: make([][]link, members),
		used: make([]int, resources), users: make([][]user, resources),
		seenM: make([]bool, members), seenR: make([]bool, resources),
	}
}

func (w *transport) join(member, resource, most int) {
	w.users[resource] = append(w.users[resource], user{member, len(w.links[member])})
	w.links[member] = append(w.links[member], link{resource, most, 0})
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
		for _, u := range w.users[l.resource] {
			if o := &w.links[u.member][u.link]; !w.seenM[u.member] && o.carries > 0 && w.carry(u.member) {
				o.carries--
				l.carries++
				return true
			}
		}
	}
	return false
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
