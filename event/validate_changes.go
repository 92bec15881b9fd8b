package event

import "time"

var interpreterWord = words("통역", "interpreter", "口译", "переводчик")

// faults checks a changes document against the event it is about.
func (c *Changes) faults(ev *Event) faultList {
	whole := *ev // with the walk-ins, so that other parts may name them
	whole.Firms = append(append([]Firm(nil), ev.Firms...), c.Firms...)
	whole.Buyers = append(append([]Buyer(nil), ev.Buyers...), c.Buyers...)
	v := &validator{event: &whole, index: NewIndex(&whole)}
	var root *place
	if c.Format != Format {
		v.add(root.field("sangdam"), CodeWrongVersion, Args{"got": plain(c.Format), "want": plain(Format)})
	}
	if v.id(root.field("event"), c.Event) && c.Event != ev.ID {
		v.add(root.field("event"), CodeOtherEvent, Args{"got": plain(cut(c.Event)), "want": plain(ev.ID)})
	}
	for i, a := range c.Absent {
		v.absence(root.field("absent").item(i), a)
	}
	for i, a := range c.Present {
		v.absence(root.field("present").item(i), a)
	}
	for i, l := range c.TablesLost {
		v.lostTable(root.field("tables_lost").item(i), l)
	}
	for i, l := range c.TablesBack {
		v.lostTable(root.field("tables_back").item(i), l)
	}
	for i, m := range c.Cancelled {
		v.meeting(root.field("cancelled").item(i), m.Session, m.Firm, m.Buyer)
	}
	v.walkIns(c, ev)
	v.wishesAnew(root.field("requests"), c.Requests)
	return v.faultList
}

func (v *validator) lostTable(at *place, l LostTable) {
	s := v.session(at.field("session"), l.Session)
	if s == nil {
		return
	}
	if !tableSet(s.Tables)[l.Table] {
		v.nowhere(at.field("table"), l.Table, tableWord, s.Tables.List)
	}
	v.during(at, s, l.From, l.Until)
}

func (v *validator) absence(at *place, a Absence) {
	s := v.session(at.field("session"), a.Session)
	switch {
	case a.Participant == "" && a.Interpreter == "":
		v.add(at.field("participant"), CodeMissing, Args{"name": plain("participant")})
	case a.Participant != "" && a.Interpreter != "":
		v.add(at.field("interpreter"), CodeTwoAbsent, nil)
	case a.Interpreter != "" && s != nil:
		var ids []string
		for _, in := range s.Interpreters {
			ids = append(ids, in.ID)
		}
		known := func() []string { return ids }
		for _, id := range ids {
			if id == a.Interpreter {
				known = nil
			}
		}
		if known != nil {
			v.nowhere(at.field("interpreter"), a.Interpreter, interpreterWord, known)
		}
	case a.Participant != "":
		f, b := v.index.Firm(a.Participant), v.index.Buyer(a.Participant)
		if f == nil && b == nil {
			v.unknown(at.field("participant"), a.Participant, companyWord)
		} else if s != nil && !takesPart(f, b, s) {
			v.add(at.field("participant"), CodeNotTakingPart, Args{"got": plain(a.Participant), "session": plain(s.ID)})
		}
	}
	if s != nil {
		v.during(at, s, a.From, a.Until)
	}
}

func takesPart(f *Firm, b *Buyer, s *Session) bool {
	in := false
	if f != nil {
		_, in = f.In(s)
	} else if b != nil {
		_, in = b.In(s)
	}
	return in
}

// during checks that an absence lasts.
func (v *validator) during(at *place, s *Session, from, until Maybe[time.Time]) {
	i := s.during(from, until)
	if i.Start.Before(i.End) {
		return
	}
	field := "until"
	if _, ok := until.Get(); !ok {
		field = "from"
	}
	v.add(at.field(field), CodeReversed, Args{"start": plainTime(i.Start), "end": plainTime(i.End)})
}

// walkIns checks newcomers as companies of the event; their ids must be new.
func (v *validator) walkIns(c *Changes, ev *Event) {
	var root *place
	seen := map[string]*place{}
	for i := range ev.Firms {
		seen[ev.Firms[i].ID] = root.field("event")
	}
	for i := range ev.Buyers {
		seen[ev.Buyers[i].ID] = root.field("event")
	}
	for i := range c.Firms {
		v.checkFirm(root.field("walk_in_firms").item(i), &c.Firms[i], seen)
	}
	for i := range c.Buyers {
		v.checkBuyer(root.field("walk_in_buyers").item(i), &c.Buyers[i], seen)
	}
}

// wishesAnew checks new requests by themselves: against older ones they win.
func (v *validator) wishesAnew(at *place, requests []Request) {
	whole := v.event
	alone := *whole
	alone.Requests = requests
	v.event = &alone
	v.requests(at)
	v.event = whole
}
