package workbook

import (
	"cmp"
	"slices"

	"sangdam/event"
)

// leftOut writes the pairs without a meeting, with the reason: first the candidates that found no place, by falling score, then
// those that were ruled out.
func (x *writer) leftOut() error {
	name, err := x.add(x.Voice.Say("workbook.left_out"), x.Voice.Say("workbook.left_out.title"), x.Voice.Say("workbook.left_out.note"))
	if err != nil {
		return err
	}
	titles := []string{x.Voice.Say("workbook.session"), x.Voice.Say("workbook.firm"), x.Voice.Say("workbook.name"), x.Voice.Say("workbook.buyer"),
		x.Voice.Say("workbook.name"), x.Voice.Say("workbook.score"), x.Voice.Say("workbook.reason")}
	var firms, buyers []string
	for i := range x.Event.Firms {
		firms = append(firms, x.firm(x.Event.Firms[i].ID))
	}
	for i := range x.Event.Buyers {
		buyers = append(buyers, x.buyer(x.Event.Buyers[i].ID))
	}
	widths := []float64{14, 8, widest(firms, 20, 40), 8, widest(buyers, 24, 48), 9, 60}
	if err := x.headings(name, 3, titles, widths); err != nil {
		return err
	}
	row := 3
	add := func(session, firm, buyer string, score any, reason string) error {
		row++
		for i, value := range []any{session, firm, x.firm(firm), buyer, x.buyer(buyer), score, reason} {
			style := x.style.wrap
			if i == 5 {
				style = x.style.score
			}
			if err := x.put(name, i+1, row, value, style); err != nil {
				return err
			}
		}
		return x.fit(name, row, widths, []string{session, firm, x.firm(firm), buyer, x.buyer(buyer), "", reason})
	}
	for _, part := range x.Schedule.Sessions {
		where := part.Session
		if s := x.index.Session(part.Session); s != nil {
			where = x.session(s)
		}
		unplaced := slices.Clone(part.Unplaced)
		slices.SortStableFunc(unplaced, func(a, b event.Unplaced) int { return cmp.Compare(b.Score, a.Score) })
		for _, u := range unplaced {
			if err := add(where, u.Firm, u.Buyer, u.Score, x.reason(u.Reason)); err != nil {
				return err
			}
		}
	}
	for _, e := range x.Excluded {
		where := e.Session
		if s := x.index.Session(e.Session); s != nil {
			where = x.session(s)
		}
		why := x.Voice.Text(e.Why)
		if why == "" {
			why = x.reason(e.Reason)
		}
		if err := add(where, e.Firm, e.Buyer, "", why); err != nil {
			return err
		}
	}
	if err := x.file.AutoFilter(name, "A3:G3", nil); err != nil {
		return err
	}
	if err := x.freeze(name, 0, 3); err != nil {
		return err
	}
	return x.print(name, page{landscape: true, repeat: "$3:$3", area: area(len(titles), row)})
}

// reason says a reason in words, or gives its code where there are none.
func (x *writer) reason(r event.Reason) string {
	if id := "reason." + string(r); x.Voice.Has(id) {
		return x.Voice.Say(id)
	}
	return string(r)
}
