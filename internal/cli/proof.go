package cli

import (
	"sangdam/event"
	"sangdam/internal/verdict"
)

// objectiveTable lists the parts of the objective in their order, each with its proven limit.
func (p *program) objectiveTable(o, b event.Objective) *table {
	t := &table{columns: []column{
		{title: p.say("column.objective")}, {title: p.say("column.value"), right: true},
		{title: p.say("column.bound"), right: true}, {title: p.say("column.proven")},
	}}
	for _, f := range verdict.Figures(p.voice, o, b) {
		mark := ""
		if f.Proven {
			mark = p.say("proven")
		}
		t.add(f.Name, f.Value, f.Bound, mark)
	}
	return t
}
