package agenda

import (
	"cmp"
	"slices"

	"sangdam/event"
)

// line writes one meeting as the reader of that kind sees it.
func (b *Book) line(reader Kind, h held) Meeting {
	s := h.at.session
	m := Meeting{
		Session: s.ID, Firm: h.Firm, Buyer: h.Buyer,
		Venue: cmp.Or(b.voice.Text(s.Name), s.ID), City: b.voice.Text(s.City),
		Start: h.Start, End: h.End, Zone: s.TimeZone, Table: h.Table,
	}
	if h.at.zone != nil {
		m.Start, m.End = h.Start.In(h.at.zone), h.End.In(h.at.zone)
	}
	firm, buyer := b.index.Firm(h.Firm), b.index.Buyer(h.Buyer)
	if reader != Buyer {
		m.Counterparts = append(m.Counterparts, b.Party(Participant{Buyer, h.Buyer}))
	}
	if reader != Firm {
		m.Counterparts = slices.Insert(m.Counterparts, 0, b.Party(Participant{Firm, h.Firm}))
	}
	switch {
	case reader == Firm && buyer != nil:
		m.Topics = b.needs(buyer)
		m.Contact = b.contact(buyer.Contact)
	case reader == Buyer && firm != nil:
		m.Topics = b.products(firm)
		m.Contact = b.contact(firm.Contact)
	case firm != nil:
		m.Topics = b.products(firm)
	}
	if h.Interpreter != "" && reader != Interpreter {
		p := b.Party(Participant{Interpreter, h.Interpreter})
		m.Interpreter = &p
	}
	if b.opt.Why != nil {
		m.Why = b.voice.Text(b.opt.Why(s.ID, h.Firm, h.Buyer))
	}
	return m
}

func (b *Book) contact(c *event.Contact) *event.Contact {
	if !b.opt.Contacts {
		return nil
	}
	return c
}

func (b *Book) needs(buyer *event.Buyer) []string {
	var topics []string
	for _, n := range buyer.Needs {
		topics = b.topic(topics, n.Description)
	}
	return topics
}

func (b *Book) products(firm *event.Firm) []string {
	var topics []string
	for _, p := range firm.Products {
		topics = b.topic(topics, p.Name)
	}
	return topics
}

func (b *Book) topic(topics []string, t event.Text) []string {
	if s := b.voice.Text(t); s != "" && !slices.Contains(topics, s) {
		topics = append(topics, s)
	}
	return topics
}

// Party names a participant; one that the event does not have goes by its id.
func (b *Book) Party(p Participant) Party {
	out := Party{Participant: p, Name: p.ID}
	switch p.Kind {
	case Firm:
		if f := b.index.Firm(p.ID); f != nil {
			out.Name = cmp.Or(b.voice.Text(f.Name), p.ID)
		}
	case Buyer:
		if y := b.index.Buyer(p.ID); y != nil {
			out.Name, out.Country = cmp.Or(b.voice.Text(y.Name), p.ID), b.voice.Country(y.Country)
		}
	case Interpreter:
		if i := b.speakers[p.ID]; i != nil {
			out.Name = cmp.Or(b.voice.Text(i.Name), p.ID)
		}
	}
	return out
}

// interpreters finds them by id; where sessions share one, as the first session describes it.
func interpreters(ev *event.Event) map[string]*event.Interpreter {
	all := map[string]*event.Interpreter{}
	for i := range ev.Sessions {
		for j := range ev.Sessions[i].Interpreters {
			if in := &ev.Sessions[i].Interpreters[j]; all[in.ID] == nil {
				all[in.ID] = in
			}
		}
	}
	return all
}
