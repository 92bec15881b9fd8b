package timetable

import (
	"cmp"
	"slices"

	"sangdam/event"
)

// A Step is what happened to a meeting between two schedules.
type Step string

// The steps.
const (
	Added   Step = "added"
	Removed Step = "removed"
	Moved   Step = "moved"  // to another slot
	Seated  Step = "seated" // at another table, or with another interpreter, at the same time
)

// A Change is one difference between two schedules of a session.
type Change struct {
	Step        Step
	Firm, Buyer string
	Slot        int // after; where it was for a removed one
	Table       string
	Interpreter string
	SlotBefore  int
	TableBefore string
}

// Compare lists what differs in a session from one schedule to another, in the order of firm and buyer. O(n log n).
func Compare(before, after *event.SessionSchedule) []Change {
	was := map[Pairing]event.Meeting{}
	if before != nil {
		for _, m := range before.Meetings {
			was[Pairing{m.Firm, m.Buyer}] = m
		}
	}
	var out []Change
	if after != nil {
		for _, m := range after.Meetings {
			pair := Pairing{m.Firm, m.Buyer}
			old, there := was[pair]
			delete(was, pair)
			c := Change{Firm: m.Firm, Buyer: m.Buyer, Slot: m.Slot, Table: m.Table, Interpreter: m.Interpreter,
				SlotBefore: old.Slot, TableBefore: old.Table}
			switch {
			case !there:
				c.Step, c.SlotBefore = Added, m.Slot
			case old.Slot != m.Slot:
				c.Step = Moved
			case old.Table != m.Table || old.Interpreter != m.Interpreter:
				c.Step = Seated
			default:
				continue
			}
			out = append(out, c)
		}
	}
	for pair, m := range was {
		out = append(out, Change{Step: Removed, Firm: pair.Firm, Buyer: pair.Buyer, Slot: m.Slot, Table: m.Table,
			Interpreter: m.Interpreter, SlotBefore: m.Slot, TableBefore: m.Table})
	}
	slices.SortFunc(out, func(a, b Change) int {
		return cmp.Or(cmp.Compare(a.Firm, b.Firm), cmp.Compare(a.Buyer, b.Buyer))
	})
	return out
}

// Affected lists the firms and buyers that changes concern, each once, in the order of their ids.
func Affected(changes []Change) []string {
	var ids []string
	for _, c := range changes {
		ids = append(ids, c.Firm, c.Buyer)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Part returns the part of a session, or nil.
func Part(s *event.Schedule, session string) *event.SessionSchedule {
	if s == nil {
		return nil
	}
	for i := range s.Sessions {
		if s.Sessions[i].Session == session {
			return &s.Sessions[i]
		}
	}
	return nil
}
