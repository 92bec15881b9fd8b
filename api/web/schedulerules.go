package web

import (
	"errors"
	"fmt"
	"slices"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/plan"
)

// inWords puts what refused changes by hand into sentences with names and times, as for places. Any other error stays as it is.
func (r *request) inWords(err error, ev *event.Event, session *event.Session, before *desk.Draft, edits []desk.MeetingEdit) error {
	rules, ok := errors.AsType[*desk.RulesError](err)
	if !ok {
		return err
	}
	part := event.SessionSchedule{Session: session.ID}
	if old := timetable.Part(before.Schedule, session.ID); old != nil {
		part.Meetings = edited(old.Meetings, edits)
	}
	src := timetable.NewSource(event.NewIndex(ev), session, &part, nil, r.voice)
	told := &desk.RulesError{}
	for _, f := range rules.Findings {
		var i int
		if _, err := fmt.Sscanf(f.Location, "edits[%d]", &i); err != nil || i < 0 || i >= len(edits) || edits[i].Slot < 0 || edits[i].Slot >= len(session.Slots) {
			told.Findings = append(told.Findings, f)
			continue
		}
		pair := timetable.Pairing{Firm: edits[i].Firm, Buyer: edits[i].Buyer}
		for _, sentence := range timetable.Obstacles(src, pair, plan.Place{Slot: edits[i].Slot, Findings: []plan.Finding{f}}) {
			told.Findings = append(told.Findings, plan.Finding{Location: f.Location, Rule: f.Rule, Message: event.Text{Plain: sentence}})
		}
	}
	return told
}

// edited is what meetings would be after changes by hand.
func edited(meetings []event.Meeting, edits []desk.MeetingEdit) []event.Meeting {
	out := slices.Clone(meetings)
	for _, e := range edits {
		out = slices.DeleteFunc(out, func(m event.Meeting) bool {
			return (e.Op == desk.Move || e.Op == desk.Remove) && m.Firm == e.Firm && m.Buyer == e.Buyer
		})
		if e.Op == desk.Move || e.Op == desk.Add {
			out = append(out, event.Meeting{Firm: e.Firm, Buyer: e.Buyer, Slot: e.Slot, Table: e.Table})
		}
	}
	return out
}
