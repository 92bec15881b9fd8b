package mending

import (
	"fmt"
	"time"

	"sangdam/event"
)

// A Newcomer is a firm or buyer that comes without having been expected, in as few words as there is time for on the day.
type Newcomer struct {
	Firm      bool     `json:"firm,omitzero"` // else a buyer
	Name      string   `json:"name"`
	Country   string   `json:"country,omitzero"` // of a buyer
	Sectors   []string `json:"sectors,omitzero"`
	Languages []string `json:"languages,omitzero"`
	Text      string   `json:"text,omitzero"`  // what it offers or needs
	Wants     string   `json:"wants,omitzero"` // id of whom it must meet
}

// ids hands out ids that the event does not have.
type ids struct {
	index *event.Index
	next  int
}

func newIDs(ev *event.Event) *ids { return &ids{index: event.NewIndex(ev)} }

// fresh is the next free id of a newcomer: W01, W02 and so on.
func (x *ids) fresh() string {
	for {
		x.next++
		id := fmt.Sprintf("W%02d", x.next)
		if x.index.Firm(id) == nil && x.index.Buyer(id) == nil {
			return id
		}
	}
}

// sides puts a firm before a buyer.
func (x *ids) sides(who, with string) (firm, buyer string) {
	if x.index.Buyer(who) != nil || x.index.Firm(with) != nil {
		return with, who
	}
	return who, with
}

// add writes a newcomer as an entry of the event, who is there from one moment until another.
func (n *Newcomer) add(c *event.Changes, s *event.Session, from, until event.Maybe[time.Time], ids *ids) {
	id := ids.fresh()
	name := event.Text{Plain: n.Name}
	in := map[string]event.Participation{s.ID: {Unavailable: outside(s, from, until)}}
	if n.Firm {
		f := event.Firm{ID: id, Name: name, Sectors: n.Sectors, Languages: n.Languages, Sessions: in}
		if n.Text != "" {
			f.Products = []event.Product{{Name: event.Text{Plain: n.Text}}}
		}
		c.Firms = append(c.Firms, f)
	} else {
		b := event.Buyer{ID: id, Name: name, Country: n.Country, Sectors: n.Sectors, Languages: n.Languages, Sessions: in}
		if n.Text != "" {
			b.Needs = []event.Need{{Description: event.Text{Plain: n.Text}}}
		}
		c.Buyers = append(c.Buyers, b)
	}
	if n.Wants != "" {
		c.Requests = append(c.Requests, event.Request{From: id, To: n.Wants, Wish: event.Must})
	}
}

// outside are the hours of a session before one moment and after another.
func outside(s *event.Session, from, until event.Maybe[time.Time]) []event.Interval {
	var out []event.Interval
	first, last := s.Slots[0].Start, s.Slots[len(s.Slots)-1].End
	if t, ok := from.Get(); ok && first.Before(t) {
		out = append(out, event.Interval{Start: first, End: t})
	}
	if t, ok := until.Get(); ok && t.Before(last) {
		out = append(out, event.Interval{Start: t, End: last})
	}
	return out
}
