// Package verdict says in plain sentences how good a session's schedule is, and how much of that is proven.
package verdict

import (
	"math"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
)

// Sentences tell how many meetings there are, how good that is, what is proven, what is missing, and what cut the search
// short. They never claim more than the document proves.
func Sentences(v *lang.Voice, s *event.SessionSchedule) []string {
	meetings := v.Count("meetings", len(s.Meetings))
	o, b := s.Objective, s.Bound
	var out []string
	switch {
	case s.Status == event.StatusEmpty:
		return []string{v.Say("proof.empty")}
	case s.Status == event.StatusOptimal:
		out = append(out, v.Say("proof.optimal", lang.Args{"Meetings": meetings}))
	case s.Gap == 0:
		out = append(out, v.Say("proof.score", lang.Args{"Meetings": meetings}))
		if rest := unproven(v, o, b); rest != "" {
			out = append(out, v.Say("proof.rest", lang.Args{"Parts": rest}))
		}
	default:
		// rounded up, so that the sentence never claims too much
		gap := math.Ceil(s.Gap*1e4-1e-9) / 1e4
		out = append(out, v.Say("proof.gap", lang.Args{"Meetings": meetings, "Gap": v.Percent(gap)}))
	}
	if o.MustMissed > 0 {
		out = append(out, v.Count(provenOr("proof.must", o.MustMissed == b.MustMissed), o.MustMissed))
	}
	if o.MinimumShortfall > 0 {
		out = append(out, v.Count(provenOr("proof.minimum", o.MinimumShortfall == b.MinimumShortfall), o.MinimumShortfall))
	}
	if s.Stopped != "" {
		out = append(out, stopped(v, s.Stopped))
	}
	return out
}

func provenOr(id string, proven bool) string {
	if proven {
		return id + ".proven"
	}
	return id
}

// unproven names the parts after the score in which something better is not yet ruled out, with how much.
func unproven(v *lang.Voice, o, b event.Objective) string {
	var parts []string
	for _, part := range []struct {
		id    string
		value int
		bound int
	}{{"parts.breaks", o.Breaks, b.Breaks}, {"parts.idle", o.Idle, b.Idle}, {"parts.table_changes", o.TableChanges, b.TableChanges}} {
		if part.value > part.bound {
			parts = append(parts, v.Count(part.id, part.value-part.bound))
		}
	}
	return strings.Join(parts, ", ")
}

func stopped(v *lang.Voice, why string) string {
	if id := "proof.stopped." + why; v.Has(id) {
		return v.Say(id)
	}
	return v.Say("proof.stopped", lang.Args{"Why": why})
}

// A Figure is one part of the objective as the reader writes it, with its proven limit.
type Figure struct {
	ID     string // must_missed, minimum_shortfall, score, breaks, idle, table_changes
	Name   string
	Value  string
	Bound  string
	Proven bool
}

// Figures lists the parts of an objective in their order.
func Figures(v *lang.Voice, o, b event.Objective) []Figure {
	whole := func(id string, value, bound int) Figure {
		return Figure{ID: id, Name: v.Say("objective." + id), Value: v.Int(value), Bound: v.Int(bound), Proven: value == bound}
	}
	return []Figure{
		whole("must_missed", o.MustMissed, b.MustMissed),
		whole("minimum_shortfall", o.MinimumShortfall, b.MinimumShortfall),
		{ID: "score", Name: v.Say("objective.score"), Value: v.Decimal(o.Score, 4), Bound: v.Decimal(b.Score, 4),
			Proven: math.Abs(o.Score-b.Score) < 5e-5},
		whole("breaks", o.Breaks, b.Breaks),
		whole("idle", o.Idle, b.Idle),
		whole("table_changes", o.TableChanges, b.TableChanges),
	}
}
