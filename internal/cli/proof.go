package cli

import (
	"math"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
)

// proof says in plain sentences how many meetings there are, how good that is, and what is proven.
func (p *program) proof(s *event.SessionSchedule) []string {
	meetings := p.count("meetings", len(s.Meetings))
	o, b := s.Objective, s.Bound
	var out []string
	switch {
	case s.Status == event.StatusEmpty:
		return []string{p.say("proof.empty")}
	case s.Status == event.StatusOptimal:
		out = append(out, p.say("proof.optimal", lang.Args{"Meetings": meetings}))
	case s.Gap == 0:
		out = append(out, p.say("proof.score", lang.Args{"Meetings": meetings}))
		if rest := p.unproven(o, b); rest != "" {
			out = append(out, p.say("proof.rest", lang.Args{"Parts": rest}))
		}
	default:
		// rounded up, so that the sentence never claims too much
		gap := math.Ceil(s.Gap*1e4-1e-9) / 1e4
		out = append(out, p.say("proof.gap", lang.Args{"Meetings": meetings, "Gap": p.voice.Percent(gap)}))
	}
	if o.MustMissed > 0 {
		out = append(out, p.count(provenOr("proof.must", o.MustMissed == b.MustMissed), o.MustMissed))
	}
	if o.MinimumShortfall > 0 {
		out = append(out, p.count(provenOr("proof.minimum", o.MinimumShortfall == b.MinimumShortfall), o.MinimumShortfall))
	}
	if s.Stopped != "" {
		out = append(out, p.stopped(s.Stopped))
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
func (p *program) unproven(o, b event.Objective) string {
	var parts []string
	for _, part := range []struct {
		id    string
		value int
		bound int
	}{{"parts.breaks", o.Breaks, b.Breaks}, {"parts.idle", o.Idle, b.Idle}, {"parts.table_changes", o.TableChanges, b.TableChanges}} {
		if part.value > part.bound {
			parts = append(parts, p.count(part.id, part.value-part.bound))
		}
	}
	return strings.Join(parts, ", ")
}

func (p *program) stopped(why string) string {
	if id := "proof.stopped." + why; p.voice.Has(id) {
		return p.say(id)
	}
	return p.say("proof.stopped", lang.Args{"Why": why})
}

// objectiveTable lists the parts of the objective in their order, each with its proven limit.
func (p *program) objectiveTable(o, b event.Objective) *table {
	t := &table{columns: []column{
		{title: p.say("column.objective")}, {title: p.say("column.value"), right: true},
		{title: p.say("column.bound"), right: true}, {title: p.say("column.proven")},
	}}
	row := func(id, value, bound string, proven bool) {
		mark := ""
		if proven {
			mark = p.say("proven")
		}
		t.add(p.say(id), value, bound, mark)
	}
	whole := func(id string, value, bound int) { row(id, p.voice.Int(value), p.voice.Int(bound), value == bound) }
	whole("objective.must_missed", o.MustMissed, b.MustMissed)
	whole("objective.minimum_shortfall", o.MinimumShortfall, b.MinimumShortfall)
	row("objective.score", p.voice.Decimal(o.Score, 4), p.voice.Decimal(b.Score, 4), math.Abs(o.Score-b.Score) < 5e-5)
	whole("objective.breaks", o.Breaks, b.Breaks)
	whole("objective.idle", o.Idle, b.Idle)
	whole("objective.table_changes", o.TableChanges, b.TableChanges)
	return t
}
