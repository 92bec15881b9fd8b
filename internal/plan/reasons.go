package plan

import (
	"math/bits"
	"slices"

	"sangdam/event"
	"sangdam/scheduler"
)

// LeftOut says of every pair of a session without a meeting why it has none, read off the meetings alone (R1 to R7 of
// docs/model.md), in the order of the match document; excluded pairs carry the reason they were excluded for.
// O(pairs · slots/64) beside what newBoard costs.
func LeftOut(ev *event.Event, session string, meetings []event.Meeting, pairs []event.Pair) ([]event.Unplaced, error) {
	b, err := boardOf(ev, session, meetings, pairs)
	if err != nil {
		return nil, err
	}
	return b.leftOut(), nil
}

func (b *board) leftOut() []event.Unplaced {
	out := []event.Unplaced{}
	for i := range b.entries {
		n := &b.entries[i]
		if b.has(n) {
			continue
		}
		u := event.Unplaced{Firm: b.people[n.firm].id, Buyer: b.people[n.buyer].id, Score: figure(n.score), Reason: n.excluded}
		if n.candidate != open {
			u.Reason, u.Detail = b.reason(&b.candidates[n.candidate])
		}
		out = append(out, u)
	}
	return out
}

// has reports whether an entry of the match document has a meeting. One that is no candidate has where reading took it in.
func (b *board) has(n *entry) bool {
	if n.candidate != open {
		return b.placed[n.candidate]
	}
	return (b.strangers == nil || len(b.strangers) > 0) && b.taken(n.edge)
}

// An obstacle is what can stand in the way of a pair in a slot; a set of them is a sum.
type obstacle uint8

const (
	buyerStands obstacle = 1 << iota
	firmStands
	noTableLeft
	noInterpreterLeft
	allObstacles obstacle = 1<<iota - 1
)

var obstacleNames = [...]string{"buyer", "firm", "tables", "interpreters"}

// A view is what a candidate finds in its common slots.
type view struct {
	common                  scheduler.SlotSet
	firmBusy, buyerBusy     scheduler.SlotSet // within common
	quiet                   scheduler.SlotSet // within common, neither side busy
	noTable, noInterpreter  scheduler.SlotSet // within quiet; a slot that lacks both counts as noTable
	seated                  scheduler.SlotSet // within quiet, with a table
	ready                   scheduler.SlotSet // within quiet, nothing in the way
	allNoTable, allLacking  scheduler.SlotSet // within common
	firmStands, buyerStands bool              // full, whatever the slot
}

func (b *board) look(c *candidate) view {
	v := view{common: b.common(c), firmStands: b.full[c.firm], buyerStands: b.full[c.buyer]}
	v.firmBusy, v.buyerBusy = both(v.common, b.busy[c.firm]), both(v.common, b.busy[c.buyer])
	v.quiet = without(without(v.common, v.firmBusy), v.buyerBusy)
	v.allNoTable, v.allLacking = both(v.common, b.noTable), both(v.common, b.lackingFor(c))
	v.noTable = both(v.quiet, v.allNoTable)
	v.seated = without(v.quiet, v.noTable)
	v.noInterpreter = both(v.seated, v.allLacking)
	v.ready = without(v.seated, v.noInterpreter)
	return v
}

// reason is the first of R1 to R7 that holds for a candidate without a meeting, with its detail.
func (b *board) reason(c *candidate) (event.Reason, map[string]any) {
	v, code := b.look(c), b.code(c)
	switch code {
	case event.ReasonNoCommonSlot:
		return code, nil
	case event.ReasonBuyerFull:
		return code, b.fullDetail(c, c.buyer, v, buyerStands)
	case event.ReasonFirmFull:
		return code, b.fullDetail(c, c.firm, v, firmStands)
	case event.ReasonBothBusy:
		return code, v.detail(v.common, 0)
	case event.ReasonTablesFull:
		return code, v.detail(v.quiet, noTableLeft)
	case event.ReasonNoInterpreter:
		return code, v.detail(v.quiet, noInterpreterLeft)
	default:
		return code, map[string]any{"common_slots": v.common.Len(), "slots": list(v.ready)}
	}
}

// code is the reason alone: quick enough to count the reasons of all pairs. It works word by word, sixty-four slots at a time.
func (b *board) code(c *candidate) event.Reason {
	firm, buyer := &b.people[c.firm], &b.people[c.buyer]
	busyFirm, busyBuyer, lacking := b.busy[c.firm], b.busy[c.buyer], b.lackingFor(c)
	var common, quiet, seated, ready uint64
	for w := range min(len(firm.free), len(buyer.free)) {
		slots := firm.free[w] & buyer.free[w]
		common |= slots
		slots &^= word(busyFirm, w) | word(busyBuyer, w)
		quiet |= slots
		slots &^= word(b.noTable, w)
		seated |= slots
		ready |= slots &^ word(lacking, w)
	}
	switch {
	case common == 0:
		return event.ReasonNoCommonSlot
	case b.full[c.buyer]:
		return event.ReasonBuyerFull
	case b.full[c.firm]:
		return event.ReasonFirmFull
	case quiet == 0:
		return event.ReasonBothBusy
	case seated == 0:
		return event.ReasonTablesFull
	case ready == 0:
		return event.ReasonNoInterpreter
	default:
		return event.ReasonRoomLeft
	}
}

// word is a word of a set that may be shorter.
func word(s scheduler.SlotSet, w int) uint64 {
	if w < len(s) {
		return s[w]
	}
	return 0
}

// fullDetail says which meetings hold the seats of a side that is full.
func (b *board) fullDetail(c *candidate, who int, v view, reason obstacle) map[string]any {
	d := map[string]any{"meetings": len(b.own[who]), "better": b.better(who, c), "held_by": b.heldBy(who)}
	if limit := b.people[who].max; limit != event.NoLimit {
		d["limit"] = limit
	}
	v.addAlso(d, v.common, reason)
	return d
}

// detail counts what stands in the way in the common slots when neither side is full.
func (v *view) detail(slots scheduler.SlotSet, reason obstacle) map[string]any {
	twice := both(v.firmBusy, v.buyerBusy).Len()
	d := map[string]any{
		"common_slots": v.common.Len(),
		"firm_busy":    v.firmBusy.Len() - twice,
		"buyer_busy":   v.buyerBusy.Len() - twice,
		"both_busy":    twice,
	}
	if reason != 0 {
		d["no_table"], d["no_interpreter"] = list(v.noTable), list(v.noInterpreter)
	}
	v.addAlso(d, slots, reason)
	return d
}

// obstacleSets are the sets of obstacles, the smallest first.
var obstacleSets = func() []obstacle {
	var sets []obstacle
	for s := range allObstacles + 1 {
		sets = append(sets, s)
	}
	slices.SortStableFunc(sets, func(a, b obstacle) int { return bits.OnesCount8(uint8(a)) - bits.OnesCount8(uint8(b)) })
	return sets
}()

// addAlso notes the fewest obstacles beside the reason's own that would have to go in one of the slots: the first set,
// the smallest first, that together with the reason covers all that stands in the way in some slot.
func (v *view) addAlso(d map[string]any, slots scheduler.SlotSet, reason obstacle) {
	for _, also := range obstacleSets {
		if also&reason != 0 {
			continue
		}
		gone := also | reason
		left := slots
		if gone&buyerStands == 0 {
			if v.buyerStands {
				continue
			}
			left = without(left, v.buyerBusy)
		}
		if gone&firmStands == 0 {
			if v.firmStands {
				continue
			}
			left = without(left, v.firmBusy)
		}
		if gone&noTableLeft == 0 {
			left = without(left, v.allNoTable)
		}
		if gone&noInterpreterLeft == 0 {
			left = without(left, v.allLacking)
		}
		if none(left) {
			continue
		}
		if also != 0 {
			d["also"] = also.names()
		}
		return
	}
}

func (o obstacle) names() []string {
	var names []string
	for i, n := range obstacleNames {
		if o>>i&1 == 1 {
			names = append(names, n)
		}
	}
	return names
}
