package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sangdam/event"
	"sangdam/internal/plan"
	"sangdam/internal/report"
)

// maxNote is the length of a note, in bytes.
const maxNote = 10_000

// AddOutcomes takes in what came of meetings. A report replaces an earlier one of the same side about the same meeting. Faults are
// located as outcomes[i] of those given. It takes WriteOutcomes; a company may report its own published meetings, and reported_by
// is then its side. The error is a *RulesError for a meeting that a company did not have.
func (d *Desk) AddOutcomes(ctx context.Context, c Caller, id string, outcomes []event.Outcome) (version uint64, err error) {
	outcomes = slices.Clone(outcomes)
	if c.Kind == Company && c.Event == id {
		err = d.ownOutcomes(ctx, c, id, outcomes)
	} else {
		err = c.demand(id, WriteOutcomes)
	}
	if err != nil {
		return 0, err
	}
	if version, again, err := d.madeBefore(ctx, id, nil); again || err != nil {
		return version, err
	}
	for i := range outcomes {
		if outcomes[i].ReportedBy == "" {
			outcomes[i].ReportedBy = string(Organizer)
		}
		if n := len(outcomes[i].Note.Or("")); n > maxNote {
			return 0, event.Faults{outOfRange("outcomes["+strconv.Itoa(i)+"].note", n, 0, maxNote)}
		}
	}
	var at map[int]int // index into those given, by that into the event's
	version, err = d.edit(ctx, c, id, 0, OutcomesAdded, "", func(ev *event.Event) error {
		at = mergeOutcomes(ev, outcomes)
		return nil
	})
	if faults, ok := errors.AsType[event.Faults](err); ok {
		return 0, relocated(faults, at)
	}
	return version, err
}

// mergeOutcomes puts reports in the places of those of the same side about the same meeting, or at the end, and returns which stands
// where.
func mergeOutcomes(ev *event.Event, outcomes []event.Outcome) map[int]int {
	type report struct {
		meeting pairIn
		by      string
	}
	of := func(o *event.Outcome) report { return report{pairIn{o.Session, o.Firm, o.Buyer}, o.ReportedBy} }
	known := map[report]int{}
	for i := range ev.Outcomes {
		known[of(&ev.Outcomes[i])] = i
	}
	at := map[int]int{}
	for i := range outcomes {
		o := outcomes[i]
		place, again := known[of(&o)]
		if !again {
			place = len(ev.Outcomes)
			ev.Outcomes = append(ev.Outcomes, o)
			known[of(&o)] = place
		}
		ev.Outcomes[place] = o
		at[place] = i
	}
	return at
}

// relocated points faults at the reports that were given rather than at where they would stand in the event.
func relocated(faults event.Faults, at map[int]int) event.Faults {
	faults = slices.Clone(faults)
	for i := range faults {
		var place int
		if n, _ := fmt.Sscanf(faults[i].Location, "outcomes[%d]", &place); n < 1 {
			continue
		}
		if given, ok := at[place]; ok {
			_, rest, _ := strings.Cut(faults[i].Location, "]")
			faults[i].Location = "outcomes[" + strconv.Itoa(given) + "]" + rest
		}
	}
	return faults
}

// ownOutcomes asks that a company was to be at every meeting that it reports, and signs for it.
func (d *Desk) ownOutcomes(ctx context.Context, c Caller, id string, outcomes []event.Outcome) error {
	l, err := d.load(ctx, id)
	if err != nil {
		return err
	}
	who, ok := l.party(c.Company)
	if !ok {
		return &NotFoundError{Kind: "company", ID: c.Company}
	}
	p, err := d.inForce(ctx, id)
	if err != nil {
		return err
	}
	met := map[pairIn]bool{}
	if p != nil {
		for i := range p.Entries {
			e := &p.Entries[i]
			if _, mine := who.other(e.Firm, e.Buyer); mine && !e.Cancelled {
				met[e.pair()] = true
			}
		}
	}
	var found []plan.Finding
	for i := range outcomes {
		o := &outcomes[i]
		if !met[pairIn{o.Session, o.Firm, o.Buyer}] {
			found = append(found, isMissing("outcomes["+strconv.Itoa(i)+"]", o.Session, o.Firm, o.Buyer))
		}
		o.ReportedBy = who.side()
	}
	if found != nil {
		return &RulesError{Findings: found}
	}
	return nil
}

// OwnOutcomes lists what a company reported itself. It takes ReadEvents, or being that company.
func (d *Desk) OwnOutcomes(ctx context.Context, c Caller, id, company string) ([]event.Outcome, error) {
	if err := c.demandOwn(id, company, ReadEvents); err != nil {
		return nil, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return nil, err
	}
	who, ok := l.party(company)
	if !ok {
		return nil, &NotFoundError{Kind: "company", ID: company}
	}
	own := []event.Outcome{}
	for _, o := range l.event.Outcomes {
		if _, mine := who.other(o.Firm, o.Buyer); mine && o.ReportedBy == who.side() {
			own = append(own, o)
		}
	}
	return own, nil
}

// Report adds up what came of an event, beside what was published, and returns the event for names. It takes ReadEvents.
func (d *Desk) Report(ctx context.Context, c Caller, id string) (report.Report, *event.Event, error) {
	if err := c.demand(id, ReadEvents); err != nil {
		return report.Report{}, nil, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return report.Report{}, nil, err
	}
	var planned *event.Schedule
	p, err := d.inForce(ctx, id)
	if err != nil {
		return report.Report{}, nil, err
	}
	if p != nil {
		planned = p.Schedule
	}
	return report.Of(l.event, planned), l.event, nil
}
