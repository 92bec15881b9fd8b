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
	st, err := siteOf(ev, session, pairs)
	if err != nil {
		return nil, err
	}
	r := reading{site: st, index: event.NewIndex(ev)}
	seats := r.meetings("meetings", meetings)
	if len(r.found) > 0 {
		return nil, findingsError(r.found)
	}
	return newBoard(st, seats).leftOut(pairs), nil
}

func (b *board) leftOut(pairs []event.Pair) []event.Unplaced {
	out := []event.Unplaced{}
	for i := range pairs {
		p := &pairs[i]
		if p.Session != b.session.ID {
			continue
		}
		e, ok := b.edge(p.Firm, p.Buyer)
		if !ok {
			continue
		}
		u := event.Unplaced{Firm: p.Firm, Buyer: p.Buyer, Score: figure(units(p.Score))}
		c, ok := b.candidateOf[e]
		switch {
		case ok && b.placed[c]:
			continue
		case ok:
			u.Reason, u.Detail = b.reason(&b.candidates[c])
		case p.Excluded != nil:
			u.Reason = *p.Excluded
		}
		out = append(out, u)
	}
	return out
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
	v := b.look(c)
	switch {
	case none(v.common):
		return event.ReasonNoCommonSlot, nil
	case v.buyerStands:
		return event.ReasonBuyerFull, b.fullDetail(c, c.buyer, v, buyerStands)
	case v.firmStands:
		return event.ReasonFirmFull, b.fullDetail(c, c.firm, v, firmStands)
	case none(v.quiet):
		return event.ReasonBothBusy, v.detail(v.common, 0)
	case none(v.seated):
		return event.ReasonTablesFull, v.detail(v.quiet, noTableLeft)
	case none(v.ready):
		return event.ReasonNoInterpreter, v.detail(v.quiet, noInterpreterLeft)
	default:
		return event.ReasonRoomLeft, map[string]any{"common_slots": v.common.Len(), "slots": list(v.ready)}
	}
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
