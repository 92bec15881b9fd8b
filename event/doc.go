// Package event is the domain in the field's own words: an event with its sessions, firms, buyers, wishes and
// outcomes; the ranked pairs of the match document; and the schedule document. It reads, validates and writes the
// JSON documents and depends on the standard library alone.
//
// Times carry an offset, scores are in [0, 1] with four decimals, money is in US dollars.
package event
