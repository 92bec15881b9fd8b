package web

import (
	"cmp"
	"net/url"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A pairList is the heat map as a table: the ranked pairs of a session, of a firm or of a buyer.
type pairList struct {
	Firms, Buyers []choice
	Rows          []pairRow
	First, Next   string // addresses of the first page and of the next one; empty: this is the first, or the last
	MapURL        string
	Shortened     bool
}

// A pairRow is a ranked pair.
type pairRow struct {
	Firm, Buyer string
	Pair        event.Pair
}

// listed is the number of pairs on a page of the table.
const listed = 50

func (r *request) pairList(ev *event.Event, session *event.Session) (*pairList, error) {
	q := desk.MatchQuery{Session: session.ID, Firm: r.Query("firm"), Buyer: r.Query("buyer"), After: r.Query("after"), Limit: listed}
	found, err := r.desk.Matches(r.Request.Context(), r.caller, ev.ID, q)
	if err != nil {
		return nil, err
	}
	path := eventPath(ev.ID, "matches")
	out := &pairList{MapURL: path + "?" + url.Values{"session": {session.ID}}.Encode(), Shortened: found.Shortened}
	index := event.NewIndex(ev)
	for _, f := range index.FirmsIn(session) {
		out.Firms = append(out.Firms, choice{f.ID, cmp.Or(r.voice.Text(f.Name), f.ID), f.ID == q.Firm})
	}
	for _, b := range index.BuyersIn(session) {
		out.Buyers = append(out.Buyers, choice{b.ID, cmp.Or(r.voice.Text(b.Name), b.ID), b.ID == q.Buyer})
	}
	for _, p := range found.Pairs {
		row := pairRow{Firm: p.Firm, Buyer: p.Buyer, Pair: p}
		if f := index.Firm(p.Firm); f != nil {
			row.Firm = cmp.Or(r.voice.Text(f.Name), f.ID)
		}
		if b := index.Buyer(p.Buyer); b != nil {
			row.Buyer = cmp.Or(r.voice.Text(b.Name), b.ID)
		}
		out.Rows = append(out.Rows, row)
	}
	asked := r.Request.URL.Query()
	asked.Del("lang")
	asked.Del("after")
	if q.After != "" {
		out.First = path + "?" + asked.Encode()
	}
	if found.Next != "" {
		asked.Set("after", found.Next)
		out.Next = path + "?" + asked.Encode()
	}
	return out, nil
}
