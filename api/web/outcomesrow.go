package web

import (
	"errors"
	"slices"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
)

// An outcomeRow is a meeting with what its sides and the organizer report of it.
type outcomeRow struct {
	URL                  string // of the row alone
	Session, Firm, Buyer string
	FirmName, BuyerName  string
	Place, When, Table   string // When and Table are empty for a meeting that was not planned
	State, StateName     string
	Sides                []sideReport
	Counted              []profileLine // what counts in the report
	Form                 *logForm      // nil: closed
	Version              uint64        // of the event once this was saved; 0: it was not saved just now
	own                  *event.Outcome
}

// A sideReport is what one side says.
type sideReport struct {
	Who   string
	Given bool
	Held  bool
	Lines []profileLine
	Note  string
}

// outcomeStates are what a meeting can have come to.
var outcomeStates = []string{"held", "missing", "not_held", "disputed"}

// reporters are those who report, in the order of the page.
var reporters = []string{"firm", "buyer", "organizer"}

// A meetingKey names a meeting of an event.
type meetingKey struct{ session, firm, buyer string }

// outcomeRows lists the published meetings in order of session and time, and after them those that were reported without a plan.
func (r *request) outcomeRows(id string) (rows []outcomeRow, ev *event.Event, published bool, err error) {
	ctx := r.Request.Context()
	current, err := r.desk.Event(ctx, r.caller, id)
	if err != nil {
		return nil, nil, false, err
	}
	p, err := r.desk.Published(ctx, r.caller, id)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return nil, nil, false, err
	}
	published = err == nil
	ev = current.Value
	o := outcomeSource{request: r, ev: ev, index: event.NewIndex(ev), reports: map[meetingKey][]*event.Outcome{}, results: map[meetingKey]event.Result{}}
	for i := range ev.Outcomes {
		out := &ev.Outcomes[i]
		key := meetingKey{out.Session, out.Firm, out.Buyer}
		o.reports[key] = append(o.reports[key], out)
	}
	results := ev.Results()
	for _, result := range results {
		o.results[meetingKey{result.Session, result.Firm, result.Buyer}] = result
	}
	planned := map[meetingKey]bool{}
	for i := range ev.Sessions {
		session := &ev.Sessions[i]
		src := timetable.NewSource(o.index, session, nil, nil, r.voice)
		if published {
			for _, e := range p.Entries {
				if e.Session == session.ID && !e.Cancelled {
					key := meetingKey{e.Session, e.Firm, e.Buyer}
					planned[key] = true
					rows = append(rows, o.row(key, src.When(&event.Meeting{Slot: e.Slot, Start: e.Start, End: e.End}), e.Table))
				}
			}
		}
		for _, result := range results {
			if key := (meetingKey{result.Session, result.Firm, result.Buyer}); result.Session == session.ID && !planned[key] {
				rows = append(rows, o.row(key, "", ""))
			}
		}
	}
	return rows, ev, published, nil
}

// An outcomeSource is what the rows are made of.
type outcomeSource struct {
	*request
	ev      *event.Event
	index   *event.Index
	reports map[meetingKey][]*event.Outcome
	results map[meetingKey]event.Result
}

func (o *outcomeSource) row(key meetingKey, when, table string) outcomeRow {
	row := outcomeRow{URL: eventPath(o.ev.ID, "outcomes", "row") + query("session", key.session, "firm", key.firm, "buyer", key.buyer), Session: key.session, Firm: key.firm, Buyer: key.buyer, When: when, Table: table,
		FirmName: o.company(o.index, key.firm).Name, BuyerName: o.company(o.index, key.buyer).Name, Place: key.session}
	if s := o.index.Session(key.session); s != nil {
		row.Place = o.sessionName(s)
	}
	reports := o.reports[key]
	for _, who := range reporters {
		side := sideReport{Who: o.voice.Say("webcompany.outcomes.by." + who)}
		at := slices.IndexFunc(reports, func(r *event.Outcome) bool { return r.ReportedBy == who || who == "organizer" && r.ReportedBy == "" })
		if at >= 0 {
			o.fill(&side, reports[at])
			if who == "organizer" {
				row.own = reports[at]
			}
		}
		row.Sides = append(row.Sides, side)
	}
	row.State = "missing"
	if result, ok := o.results[key]; ok {
		switch {
		case result.Disputed:
			row.State = "disputed"
		case result.Held:
			row.State = "held"
		default:
			row.State = "not_held"
		}
		row.Counted = o.counted(&result)
	}
	row.StateName = o.voice.Say("webcompany.outcomes." + row.State)
	return row
}

// fill puts a report into words.
func (o *outcomeSource) fill(side *sideReport, out *event.Outcome) {
	side.Given, side.Held, side.Note = true, out.Held.Or(true), out.Note.Or("")
	o.line(&side.Lines, "consulted", o.money(out.ConsultedUSD))
	o.line(&side.Lines, "expected", o.money(out.ExpectedContractUSD))
	if out.SignedUSD.Or(0) > 0 {
		o.line(&side.Lines, "signed", o.money(out.SignedUSD))
	}
	if out.MOU.Or(false) {
		amount := o.money(out.MOUUSD)
		o.line(&side.Lines, "agreed", nameOr(amount, o.voice.Say("webcompany.outcomes.mou")))
	}
	if rating, ok := out.Rating.Get(); ok {
		o.line(&side.Lines, "rating", o.voice.Int(rating)+" / 5")
	}
}

// counted says what of the reports counts.
func (o *outcomeSource) counted(result *event.Result) []profileLine {
	var out []profileLine
	if !result.Held || result.Reports < 2 {
		return nil
	}
	o.line(&out, "consulted", o.money(event.Some(result.ConsultedUSD)))
	o.line(&out, "expected", o.money(event.Some(result.ExpectedContractUSD)))
	if result.SignedUSD > 0 {
		o.line(&out, "signed", o.money(event.Some(result.SignedUSD)))
	}
	if result.MOU {
		o.line(&out, "agreed", o.money(event.Some(result.MOUUSD)))
	}
	return out
}

func (o *outcomeSource) line(to *[]profileLine, label, value string) {
	if value != "" {
		*to = append(*to, profileLine{o.voice.Say("webcompany.outcomes.said." + label), value})
	}
}
