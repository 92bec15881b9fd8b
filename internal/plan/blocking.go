package plan

import (
	"cmp"
	"slices"

	"sangdam/event"
)

// mostBlocking is how many blocking pairs a schedule document lists.
const mostBlocking = 20

// Blocking returns the pairs of a session that would rather meet each other than their least good meeting (docs/model.md),
// those with most to gain first.
func Blocking(ev *event.Event, session string, meetings []event.Meeting, pairs []event.Pair) ([]event.Blocking, error) {
	b, err := boardOf(ev, session, meetings, pairs)
	if err != nil {
		return nil, err
	}
	return b.blocking(len(b.candidates)), nil
}

// blocking lists at most so many. What a pair gains is the smaller of the two sides' gains.
func (b *board) blocking(most int) []event.Blocking {
	type found struct {
		candidate int
		gain      int64
	}
	var all []found
	for i := range b.candidates {
		c := &b.candidates[i]
		firm, buyer := b.own[c.firm], b.own[c.buyer]
		if b.placed[i] || len(firm) == 0 || len(buyer) == 0 {
			continue
		}
		gain := min(c.score-b.candidates[firm[0].candidate].score, c.score-b.candidates[buyer[0].candidate].score)
		if gain > 0 && !none(b.common(c)) {
			all = append(all, found{i, gain})
		}
	}
	slices.SortStableFunc(all, func(x, y found) int {
		return cmp.Or(cmp.Compare(y.gain, x.gain), cmp.Compare(b.candidates[y.candidate].score, b.candidates[x.candidate].score))
	})
	var out []event.Blocking
	for _, f := range all[:min(most, len(all))] {
		c := &b.candidates[f.candidate]
		p := event.Blocking{Score: figure(c.score), FirmLeast: b.holds(b.own[c.firm][0]), BuyerLeast: b.holds(b.own[c.buyer][0])}
		p.Firm, p.Buyer = b.ids(f.candidate)
		out = append(out, p)
	}
	return out
}
