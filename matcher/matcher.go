// Package matcher scores firm-buyer pairs, explains the scores and ranks.
//
// A pair is scored by factors, one a file. Each factor says how good the pair is for the firm and for the buyer, or that it
// does not know. What a side gains is the weighted mean of the factors that know; the score joins the two gains
// (see Aggregator). Hard facts come before taste and rule a pair out with a reason. docs/matching.md has the
// formulas.
package matcher

import (
	"sync"

	"sangdam/event"
)

// Options steer a Matcher. The zero value is the product's default.
type Options struct {
	Aggregator Aggregator // how the two gains become a score; empty: the event's own, else Geometric
	FirmShare  float64    // how much the firm's gain counts against the buyer's, in (0, 1); zero: the event's own, else a half
}

// A Matcher is an event compiled for scoring. It does not change after New and may be used from several goroutines. The
// event must not change while it is in use.
type Matcher struct {
	event    *event.Event
	index    *event.Index
	options  Options
	weights  [factorCount]float64
	firms    []side
	buyers   []side
	sessions []meetingPlace
	fixed    map[pairKey]bool
	given    map[pairKey]float64 // nil unless the event has scores
	words    *vocabulary
	layout   func() *layout // made when first asked for
}

// A pairKey names a pair; session is empty where it does not matter.
type pairKey struct{ session, firm, buyer string }

// New compiles an event: texts are understood, sectors and codes resolved, once for each firm and buyer.
func New(ev *event.Event, opt Options) *Matcher {
	m := &Matcher{event: ev, index: event.NewIndex(ev), options: opt.withDefaults(ev), weights: weightsOf(ev.Weights)}
	m.words = newVocabulary(ev)
	m.firms = make([]side, len(ev.Firms))
	for i := range ev.Firms {
		m.firms[i] = m.words.firm(&ev.Firms[i])
	}
	m.buyers = make([]side, len(ev.Buyers))
	for i := range ev.Buyers {
		m.buyers[i] = m.words.buyer(&ev.Buyers[i])
	}
	m.mask()
	for i := range ev.Sessions {
		m.sessions = append(m.sessions, m.place(&ev.Sessions[i]))
	}
	m.fixed = make(map[pairKey]bool, len(ev.Fixed))
	for _, f := range ev.Fixed {
		m.fixed[pairKey{f.Session, f.Firm, f.Buyer}] = true
	}
	if ev.Scores != nil {
		m.given = make(map[pairKey]float64, len(ev.Scores))
		for _, s := range ev.Scores {
			m.given[pairKey{"", s.Firm, s.Buyer}] = s.Score
		}
	}
	m.layout = sync.OnceValue(m.lay)
	return m
}

// Reweighed returns a matcher of the same compiled event with other weights, by factor name; factors that are not named
// keep the matcher's defaults. It costs nothing but the copy: texts are not understood again.
func (m *Matcher) Reweighed(weights map[string]float64) *Matcher {
	n := *m
	n.weights = weightsOf(weights)
	return &n
}

// Rank returns the match document of an event: every firm-buyer pair of every session, ordered by score, then session,
// firm and buyer; excluded pairs last, with the score they would have. It costs O(firms × buyers × sessions).
func Rank(ev *event.Event) []event.Pair { return New(ev, Options{}).Rank() }
