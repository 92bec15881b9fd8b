package web

import (
	"cmp"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/lang"
)

// fixedWords says which rule a fixed meeting breaks, with names and times where the document has ids and numbers; empty for a fault that the
// document says well enough.
func (f *faulty) fixedWords(ev *event.Event, fault event.Fault) string {
	i, field := itemAt("fixed", fault.Location)
	if i < 0 || i >= len(ev.Fixed) {
		return ""
	}
	m := ev.Fixed[i]
	s, index := ev.Session(m.Session), event.NewIndex(ev)
	if s == nil {
		return ""
	}
	source := timetable.NewSource(index, s, nil, nil, f.voice)
	name := func(id string) string {
		if firm := index.Firm(id); firm != nil {
			return cmp.Or(f.voice.Text(firm.Name), id)
		}
		if buyer := index.Buyer(id); buyer != nil {
			return cmp.Or(f.voice.Text(buyer.Name), id)
		}
		return id
	}
	args := lang.Args{"Who": name(fault.Args["got"].Plain), "Limit": fault.Args["limit"].Plain, "Table": f.voice.Say("webplan.table", lang.Args{"Name": m.Table})}
	if m.Slot >= 0 && m.Slot < len(s.Slots) {
		args["When"] = source.When(&event.Meeting{Slot: m.Slot})
	}
	if first, _ := itemAt("fixed", fault.Args["first"].Plain); first >= 0 && first < len(ev.Fixed) {
		args["With"] = name(ev.Fixed[first].Firm) + " × " + name(ev.Fixed[first].Buyer)
	}
	id := map[event.Code]string{
		event.CodeUnavailable: "away", event.CodeParallelExceeded: "busy", event.CodeMaxExceeded: "limit", event.CodeTableTaken: "table.taken",
		event.CodeTablesExceeded: "tables", event.CodePairTwice: "twice", event.CodeFixedRefused: "refused", event.CodeNoInterpreter: "interpreter",
		event.CodeNotTakingPart: "elsewhere",
	}[fault.Code]
	if fault.Code == event.CodeUnavailable && field == "table" {
		id = "table.closed"
	}
	if id == "" {
		return ""
	}
	return f.voice.Say("websetup.fixed.fault."+id, args)
}
