package scheduler

import (
	"fmt"
	"slices"
)

// faults lists everything that is wrong with a spec, each fault with the place it stands at.
func (s Spec) faults() []error {
	var errs []error
	fault := func(format string, args ...any) { errs = append(errs, fmt.Errorf("scheduler: "+format, args...)) }
	n := len(s.Days)
	if n > maxSlots {
		errs = append(errs, fmt.Errorf("scheduler: %w", LimitError{LimitedSlots, n, maxSlots}))
	}
	if len(s.Pairs) > maxPairs {
		errs = append(errs, fmt.Errorf("scheduler: %w", LimitError{LimitedPairs, len(s.Pairs), maxPairs}))
	}
	for t := 1; t < n; t++ {
		if s.Days[t] < s.Days[t-1] {
			fault("days[%d] is %d, before days[%d] = %d; days must not decrease", t, s.Days[t], t-1, s.Days[t-1])
		}
	}
	for i, p := range s.Participants {
		if p.Min < 0 || p.Max < 0 || p.Parallel < 0 {
			fault("participants[%d]: min %d, max %d, parallel %d; none may be negative", i, p.Min, p.Max, p.Parallel)
		}
		if p.Min > maxMin {
			errs = append(errs, fmt.Errorf("scheduler: participants[%d]: %w", i, LimitError{LimitedMinimum, p.Min, maxMin}))
		}
	}
	for e, p := range s.Pairs {
		if !within(p.A, s.Participants) || !within(p.B, s.Participants) {
			fault("pairs[%d] joins %d and %d; there are %d participants", e, p.A, p.B, len(s.Participants))
		} else if p.A == p.B {
			fault("pairs[%d] joins participant %d with itself", e, p.A)
		}
		if p.Score < 0 || p.Score > maxScore {
			fault("pairs[%d] has score %d; it must be in 0..%d", e, p.Score, int64(maxScore))
		}
		for k, i := range p.Interpreters {
			if !within(i, s.Interpreters) {
				fault("pairs[%d].interpreters[%d] is %d; there are %d interpreters", e, k, i, len(s.Interpreters))
			}
		}
	}
	if s.LimitBreakSpread && s.BreakSpread < 0 {
		fault("the break spread is %d; it must not be negative", s.BreakSpread)
	}
	seen := map[Pair]bool{}
	for k, f := range s.Fixed {
		switch {
		case !within(f.Pair, s.Pairs):
			fault("fixed[%d] is pair %d; there are %d pairs", k, f.Pair, len(s.Pairs))
		case seen[f.Pair]:
			fault("fixed[%d] fixes pair %d a second time", k, f.Pair)
		}
		seen[f.Pair] = true
		if f.Slot < 0 || int(f.Slot) >= n {
			fault("fixed[%d] is in slot %d; there are %d slots", k, f.Slot, n)
		}
		if f.Table != NoTable && !within(f.Table, s.Tables) {
			fault("fixed[%d] is at table %d; there are %d tables", k, f.Table, len(s.Tables))
		}
		if f.Interpreter != NoInterpreter && !within(f.Interpreter, s.Interpreters) {
			fault("fixed[%d] has interpreter %d; there are %d interpreters", k, f.Interpreter, len(s.Interpreters))
		} else if f.Interpreter != NoInterpreter && within(f.Pair, s.Pairs) {
			switch p := s.Pairs[f.Pair]; {
			case !p.NeedsInterpreter:
				fault("fixed[%d] has interpreter %d, but pair %d needs none", k, f.Interpreter, f.Pair)
			case !slices.Contains(p.Interpreters, f.Interpreter):
				fault("fixed[%d] has interpreter %d, who cannot serve pair %d", k, f.Interpreter, f.Pair)
			}
		}
	}
	if !s.HoldAll && (len(s.Precedences) > 0 || s.LimitBreakSpread) {
		fault("precedences and a limit on the break spread need HoldAll: which pairs meet must be given")
	}
	for k, p := range s.Precedences {
		if !within(p.Before, s.Pairs) || !within(p.After, s.Pairs) {
			fault("precedences[%d] orders pairs %d and %d; there are %d pairs", k, p.Before, p.After, len(s.Pairs))
		}
	}
	return errs
}

// fixedFaults lists the fixed meetings that cannot stand together: someone is away, at a limit or in another fixed
// meeting, or no table or interpreter is left.
func (in *Instance) fixedFaults() []error {
	var errs []error
	p := emptyPlacement(in)
	type place struct {
		table Table
		slot  Slot
	}
	taken := map[place]bool{}
	for k, f := range in.fixed {
		if !p.fits(f.Pair, f.Slot) {
			errs = append(errs, fmt.Errorf("scheduler: fixed[%d] puts pair %d into slot %d, which the hard rules and the fixed meetings before it leave no room for", k, f.Pair, f.Slot))
			continue
		}
		p.put(f.Pair, f.Slot)
		if f.Table == NoTable {
			continue
		}
		if at := (place{f.Table, f.Slot}); taken[at] || !in.tables[f.Table].Has(f.Slot) {
			errs = append(errs, fmt.Errorf("scheduler: fixed[%d] is at table %d in slot %d, which is taken or cannot be used", k, f.Table, f.Slot))
		} else {
			taken[at] = true
		}
	}
	return errs
}

func within[I ~int32, T any](i I, of []T) bool { return i >= 0 && int(i) < len(of) }
