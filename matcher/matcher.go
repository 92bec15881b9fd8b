// Package matcher scores firm-buyer pairs, explains the scores and ranks.
package matcher

import "sangdam/event"

// Rank returns the match document of an event: every firm-buyer pair of every session, ordered by score, excluded pairs
// last.
func Rank(ev *event.Event) []event.Pair { return nil }
