package plan

import (
	"testing"

	"pgregory.net/rapid"
)

// carried is what a set of members gets in all when served alone, by trying every way to hand out unit after unit.
func (w *transport) carried(members []int) int {
	room := append([]int(nil), w.room...)
	left := map[int]int{}
	for _, k := range members {
		left[k] = w.need[k]
	}
	var best func(i, l int) int
	best = func(i, l int) int {
		if i == len(members) {
			return 0
		}
		k := members[i]
		if l == len(w.links[k]) {
			return best(i+1, 0)
		}
		most := 0
		r := w.links[k][l].resource
		for n := 0; n <= min(w.links[k][l].most, room[r], left[k]); n++ {
			room[r] -= n
			left[k] -= n
			most = max(most, n+best(i, l+1))
			room[r] += n
			left[k] += n
		}
		return most
	}
	return best(0, 0)
}

func TestShortageIsACut(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		w := newTransport(rapid.IntRange(1, 4).Draw(t, "members"), rapid.IntRange(1, 4).Draw(t, "resources"))
		need := 0
		everyone := []int{}
		for k := range w.need {
			w.need[k] = rapid.IntRange(0, 3).Draw(t, "need")
			need += w.need[k]
			everyone = append(everyone, k)
		}
		for r := range w.room {
			w.room[r] = rapid.IntRange(0, 3).Draw(t, "room")
			for k := range w.need {
				if rapid.Bool().Draw(t, "joined") {
					w.join(k, r, rapid.IntRange(1, 2).Draw(t, "most"))
				}
			}
		}
		most := w.carried(everyone)
		members, resources := w.shortage()
		if (members == nil) != (most == need) {
			t.Fatalf("%d of %d can be had, but the shortage is %v", most, need, members)
		}
		if members == nil {
			return
		}
		found++
		asked := 0
		for _, k := range members {
			asked += w.need[k]
		}
		limit := w.most(members, resources)
		if limit >= asked || w.carried(members) != limit {
			t.Fatalf("members %v ask for %d and can have %d; the cut says %d", members, asked, w.carried(members), limit)
		}
	})
	if found == 0 {
		t.Error("no shortage ever came up")
	}
}
