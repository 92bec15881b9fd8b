package plan

import (
	"cmp"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/scheduler"
)

// An offer is a change with what speaks for it.
type offer struct {
	Change
	price   float64 // of score units, by the dual prices
	waiting int64   // score of the left-out pairs that wait for it
}

// promising lists the changes worth trying: those for everybody before those for a single firm or buyer, and of each kind
// those with the highest price first, then those for which most left-out score waits. A solve then confirms them or not.
func (b *board) promising(prices scheduler.Prices) []offer {
	waiting := b.waiting()
	if len(prices.Maximum) > 0 {
		for who, price := range prices.Maximum {
			if price > 0 && len(b.own[who]) >= b.people[who].max {
				c := Change{Session: b.session.ID, Kind: b.limitOf(who), Of: b.people[who].id}
				waiting[c] += 0
			}
		}
	}
	offers := make([]offer, 0, len(waiting))
	slot := b.slotPrice(prices)
	for c, score := range waiting {
		o := offer{Change: c, waiting: score}
		if c.Kind == OneSlot {
			o.price = slot
		} else {
			o.price = b.price(c, prices)
		}
		offers = append(offers, o)
	}
	slices.SortFunc(offers, func(x, y offer) int {
		return cmp.Or(
			x.breadth()-y.breadth(),
			cmp.Compare(y.price, x.price),
			cmp.Compare(y.waiting, x.waiting),
			strings.Compare(x.Kind, y.Kind), strings.Compare(x.Of, y.Of), x.Day.Compare(y.Day),
		)
	})
	return offers
}

// breadth is 0 for a change that serves everybody, 1 for one that serves a single firm or buyer.
func (c Change) breadth() int {
	if c.Of != "" && (c.Kind == OneFirmMeeting || c.Kind == OneBuyerMeeting) {
		return 1
	}
	return 0
}

// limitOf is the kind of change that raises someone's limit.
func (b *board) limitOf(who int) string {
	if b.people[who].firm {
		return OneFirmMeeting
	}
	return OneBuyerMeeting
}

// price adds up the dual prices of what a change adds; 0 when there are none.
func (b *board) price(c Change, prices scheduler.Prices) float64 {
	sum := 0.0
	switch c.Kind {
	case OneTable:
		for _, p := range prices.Table {
			sum += p
		}
	case OneInterpreter:
		for _, p := range prices.Interpreter {
			sum += p
		}
	case OneFirmMeeting, OneBuyerMeeting:
		for who, p := range prices.Maximum {
			if b.limitOf(who) == c.Kind && (c.Of == "" || c.Of == b.people[who].id) {
				sum += p
			}
		}
	}
	return sum
}

// slotPrice estimates what the meetings of a new slot are worth when everybody is there: the best left-out pairs, less
// what the prices ask for one meeting more of the two, nobody twice, as many as there are tables. A greedy choice, which
// is at least half of the best (Avis 1983).
func (b *board) slotPrice(prices scheduler.Prices) float64 {
	if len(prices.Maximum) == 0 {
		return 0
	}
	type worth struct {
		candidate int
		value     float64
	}
	var all []worth
	for i, c := range b.candidates {
		if v := float64(c.score) - prices.Maximum[c.firm] - prices.Maximum[c.buyer]; !b.placed[i] && v > 0 {
			all = append(all, worth{i, v})
		}
	}
	slices.SortStableFunc(all, func(x, y worth) int { return cmp.Compare(y.value, x.value) })
	sum, tables := 0.0, len(b.tables)
	busy := make([]bool, len(b.people))
	for _, w := range all {
		c := b.candidates[w.candidate]
		if tables == 0 {
			break
		}
		if busy[c.firm] || busy[c.buyer] {
			continue
		}
		busy[c.firm], busy[c.buyer] = true, true
		tables--
		sum += w.value
	}
	return sum
}

// waiting adds up, for each change, the score of the left-out pairs whose reason it answers. A table, and an interpreter
// of each team, are named wherever all are taken in some slot, though no pair may wait for nothing else.
func (b *board) waiting() map[Change]int64 {
	waiting := map[Change]int64{}
	id := b.session.ID
	table := Change{Session: id, Kind: OneTable}
	interpreter := func(team int) Change {
		return Change{Session: id, Kind: OneInterpreter, Of: b.session.Interpreters[b.teams[team][0]].ID}
	}
	if !none(b.noTable) {
		waiting[table] = 0
	}
	for k, team := range b.teams {
		if len(team) > 0 && !none(b.lacking[k]) {
			waiting[interpreter(k)] = 0
		}
	}
	var slots int64
	for i := range b.candidates {
		c := &b.candidates[i]
		if b.placed[i] {
			continue
		}
		switch reason, _ := b.reason(c); reason {
		case event.ReasonTablesFull:
			waiting[table] += c.score
		case event.ReasonNoInterpreter:
			if len(b.teams[c.team]) > 0 {
				waiting[interpreter(c.team)] += c.score
			}
		case event.ReasonBuyerFull:
			slots += b.waitFor(waiting, c, c.buyer)
		case event.ReasonFirmFull:
			slots += b.waitFor(waiting, c, c.firm)
		case event.ReasonBothBusy, event.ReasonNoCommonSlot:
			slots += c.score
		}
	}
	days := b.session.Days()
	for t, d := range days {
		if t == len(days)-1 || days[t+1] != d {
			waiting[Change{Session: id, Kind: OneSlot, Day: d}] = slots
		}
	}
	return waiting
}

// waitFor credits the limit of a full side when that is what keeps the pair out; else it returns the score, which waits
// for a slot.
func (b *board) waitFor(waiting map[Change]int64, c *candidate, who int) int64 {
	if len(b.own[who]) < b.people[who].max {
		return c.score
	}
	kind := b.limitOf(who)
	waiting[Change{Session: b.session.ID, Kind: kind}] += c.score
	waiting[Change{Session: b.session.ID, Kind: kind, Of: b.people[who].id}] += c.score
	return 0
}
