// Package event is the domain in the field's own words: an event with its sessions, firms, buyers, wishes and
// outcomes; the ranked pairs of the match document; and the schedule document. It reads, validates and writes the
// JSON documents and depends on the standard library alone.
//
// Times carry an offset, scores are in [0, 1] with four decimals, money is in US dollars.
//
// # Reading and writing
//
// ReadEvent, ReadSchedule and ReadPairs are strict. Field names must be known and stand once; a field may be left out
// exactly where its json tag says omitzero, and null is allowed exactly where the type is a Maybe or a pointer that may
// not be left out. So what is written equals what was read: absent, null and empty stay apart, and times keep their
// offsets. (A false or a zero that could as well be left out is left out: must, proven, score_slack.)
//
// Everything wrong comes at once as Faults, in the order of the document. A Fault has a location such as
// buyers[3].needs[0].hs[1], line and column, a code and its arguments for programs, and says in Korean, English,
// Chinese and Russian what is wrong and what would be right.
//
// # Asking
//
// An Index answers by id. What the contract leaves implicit is said in one place each: Firm.In and Buyer.In who takes
// part, Participation.Limits the default limits, Participation.Available the free slots, Index.Wishes what two sides
// want of each other, Session.NeedsInterpreter and AbleInterpreters who can talk, Session.Days the calendar,
// Event.Results what reports of one meeting come to.
package event
