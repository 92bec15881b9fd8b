package web

import (
	"strconv"

	"sangdam/api/web/mending"
	"sangdam/internal/lang"
)

// firsts are from when on meetings can be changed: as the clock says, or a slot.
func (r *request) firsts(n *mending.Names, ask *mendAsk) []choice {
	first, held := mending.Clock(ask.session, r.site.Clock())
	auto := r.voice.Say("webmend.first.all")
	if held >= 0 {
		args := lang.Args{"Now": n.Time(r.site.Clock()), "Slot": n.Slot(first)}
		if auto = r.voice.Say("webmend.first.now", args); first == len(ask.session.Slots) {
			auto = r.voice.Say("webmend.first.over", args)
		}
	}
	out := []choice{{Value: "", Name: auto, Current: ask.auto}}
	for t := range ask.session.Slots {
		name := r.voice.Say("webmend.first.slot", lang.Args{"Slot": n.Slot(t)})
		if t == 0 {
			if held < 0 {
				continue // said already
			}
			name = r.voice.Say("webmend.first.beginning")
		}
		out = append(out, choice{Value: strconv.Itoa(t), Name: name, Current: !ask.auto && t == ask.first})
	}
	return out
}

// spans are the slots that somebody may come with or leave with, and the days of which they may miss one.
func (r *request) spans(n *mending.Names, ask *mendAsk) (late, leaves, days []choice) {
	slots := ask.session.Slots
	comes, goes := min(max(ask.first, 0)+1, len(slots)-1), max(ask.held, 0)
	if ask.held < 0 {
		goes = ask.first
	}
	dates := ask.session.Days()
	begin := 0
	for t := range slots {
		if t > ask.since() {
			late = append(late, choice{Value: strconv.Itoa(t), Name: n.Slot(t), Current: t == comes})
		}
		if t > 0 {
			leaves = append(leaves, choice{Value: strconv.Itoa(t), Name: n.Slot(t), Current: t == goes})
		}
		if t == len(slots)-1 || dates[t+1] != dates[t] {
			days = append(days, choice{Value: strconv.Itoa(begin) + "-" + strconv.Itoa(t+1), Name: r.voice.Day(slots[t].Start)})
			begin = t + 1
		}
	}
	if len(days) < 2 {
		days = nil
	}
	return late, leaves, days
}
