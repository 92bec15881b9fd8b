package plan

import (
	"strings"

	"sangdam/event"
)

// A reach is the most meetings that one person could have if it were served before all others: a maximum matching of its
// partners to its seats, and a minimum vertex cover that proves it (König 1931).
type reach struct {
	who      *person
	partners []string // ids
	slots    [][]int  // by partner: where they could meet
	at       []int    // by partner: its slot in the matching; open when left out
	in       [][]int  // by slot: the partners matched to it
	seats    int      // of the person, in one slot
	size     int      // of the matching
	seen     []bool   // by slot: reached by alternating paths
}

// reach matches by augmenting paths. O(partners · slots) a path, as many paths as partners.
func (b *board) reach(who int, candidates []int) *reach {
	p, n := &b.people[who], len(b.session.Slots)
	r := &reach{who: p, in: make([][]int, n), seats: min(p.parallel, max(1, len(b.tables))), seen: make([]bool, n)}
	for _, i := range candidates {
		c := &b.candidates[i]
		r.partners = append(r.partners, b.people[c.firm+c.buyer-who].id)
		r.slots = append(r.slots, list(b.lonely(c)))
		r.at = append(r.at, open)
	}
	for i := range r.partners {
		if r.size == p.free.Len()*r.seats {
			break
		}
		clear(r.seen)
		if r.augment(i) {
			r.size++
		}
	}
	return r
}

func (r *reach) augment(i int) bool {
	for _, t := range r.slots[i] {
		if r.seen[t] {
			continue
		}
		r.seen[t] = true
		if len(r.in[t]) < r.seats {
			r.in[t] = append(r.in[t], i)
			r.at[i] = t
			return true
		}
		for k, other := range r.in[t] {
			if r.augment(other) {
				r.in[t][k] = i
				r.at[i] = t
				return true
			}
		}
	}
	return false
}

// cover returns a minimum vertex cover as slots, whole, and partners: every possible meeting is in one of those slots or
// with one of those partners, so there are never more than seats·slots + partners.
func (r *reach) cover() (slots []int, partners []string) {
	clear(r.seen)
	reached := make([]bool, len(r.partners))
	var visit func(int)
	visit = func(i int) {
		reached[i] = true
		for _, t := range r.slots[i] {
			if r.seen[t] {
				continue
			}
			r.seen[t] = true
			for _, other := range r.in[t] {
				if !reached[other] {
					visit(other)
				}
			}
		}
	}
	for i, t := range r.at {
		if t == open {
			visit(i)
		}
	}
	for t, seen := range r.seen {
		if seen {
			slots = append(slots, t)
		}
	}
	for i, t := range r.at {
		if t != open && !reached[i] {
			partners = append(partners, r.partners[i])
		}
	}
	return slots, partners
}

// certificate tells why nobody could give this person its minimum.
func (b *board) certificate(r *reach, minimum int) event.Text {
	if r.who.max <= r.size {
		return say(
			"%[1]s: 최소 %[2]d건을 요청하지만 상담 한도가 %[3]d건이므로 채울 수 없습니다.",
			"%[1]s asks for at least %[2]d meetings, but its limit is %[3]d, so this cannot be met.",
			"%[1]s 要求至少 %[2]d 场洽谈，但上限为 %[3]d 场，无法满足。",
			"%[1]s просит не менее %[2]d встреч, но предел %[3]d, поэтому это невыполнимо.", r.who.id, minimum, r.who.max)
	}
	slots, partners := r.cover()
	switch {
	case len(slots) == 0:
		return say(
			"%[1]s: 최소 %[2]d건을 요청하지만 만날 수 있는 상대가 %[3]d곳뿐입니다%[4]s.",
			"%[1]s asks for at least %[2]d meetings, but there are only %[3]d partners it could meet%[4]s.",
			"%[1]s 要求至少 %[2]d 场洽谈，但可会面的对象只有 %[3]d 家%[4]s。",
			"%[1]s просит не менее %[2]d встреч, но встретиться можно лишь с партнёрами числом %[3]d%[4]s.",
			r.who.id, minimum, r.size, named(partners))
	case len(partners) == 0:
		return say(
			"%[1]s: 최소 %[2]d건을 요청하지만 상담이 가능한 시간은 %[4]s뿐이라 최대 %[3]d건입니다.",
			"%[1]s asks for at least %[2]d meetings, but could meet partners only at %[4]s: %[3]d at most.",
			"%[1]s 要求至少 %[2]d 场洽谈，但只能在 %[4]s 会面，最多 %[3]d 场。",
			"%[1]s просит не менее %[2]d встреч, но встречи возможны только в %[4]s: не более %[3]d.",
			r.who.id, minimum, r.size, b.times(slots))
	default:
		return say(
			"%[1]s: 최소 %[2]d건을 요청하지만 최대 %[3]d건입니다. 다음 상대 외에는 상담이 가능한 시간이 %[4]s뿐입니다: %[5]s.",
			"%[1]s asks for at least %[2]d meetings, but %[3]d are possible at most: but for %[5]s it could meet partners only at %[4]s.",
			"%[1]s 要求至少 %[2]d 场洽谈，但最多 %[3]d 场：除 %[5]s 外，只能在 %[4]s 会面。",
			"%[1]s просит не менее %[2]d встреч, но возможно не более %[3]d: кроме %[5]s, встречи возможны только в %[4]s.",
			r.who.id, minimum, r.size, b.times(slots), strings.Join(partners, ", "))
	}
}

func named(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return " (" + strings.Join(ids, ", ") + ")"
}
