package plan

import (
	"iter"

	"sangdam/event"
)

// Waiting are the pairs of a session without a meeting, as LeftOut tells of them; but nothing is worked out of a pair before it is
// asked for. It serves any number of readers.
type Waiting struct{ board *board }

// A WaitingPair has no meeting.
type WaitingPair struct {
	Firm, Buyer string // ids
	Score       float64
	Must        bool
	Candidate   bool // could be given a meeting
	Reason      event.Reason
}

// Waiting lays out the meetings of a session. Those of unknown firms, buyers or slots are passed over.
// O(meetings · log meetings + people).
func (c *Compiled) Waiting(session string, meetings []event.Meeting) (*Waiting, error) {
	st, err := c.site(session)
	if err != nil {
		return nil, err
	}
	r := reading{site: st, index: c.index}
	return &Waiting{newBoard(st, r.drafts(meetings))}, nil
}

// Ranked yields the pairs: musts first, then by falling score, then by the ids of firm and buyer. O(slots/64) a pair.
func (w *Waiting) Ranked() iter.Seq[WaitingPair] {
	return func(yield func(WaitingPair) bool) {
		b := w.board
		for _, place := range b.ranked() {
			n := &b.entries[place]
			if b.has(n) {
				continue
			}
			p := WaitingPair{
				Firm: b.people[n.firm].id, Buyer: b.people[n.buyer].id, Score: figure(n.score), Must: n.must,
				Candidate: n.candidate != open, Reason: n.excluded,
			}
			if p.Candidate {
				p.Reason = b.code(&b.candidates[n.candidate])
			}
			if !yield(p) {
				return
			}
		}
	}
}

// List is what LeftOut tells: every pair with the detail of its reason, in the order of the match document. O(pairs · slots/64).
func (w *Waiting) List() []event.Unplaced {
	alone := *w.board
	alone.held = map[int][]event.Held{} // the reasons of one list share it
	return alone.leftOut()
}
