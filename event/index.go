package event

// An Index answers by id, in constant time, what an Event holds in lists. It is built once for an event that no longer
// changes, and may then be read from several goroutines.
type Index struct {
	event    *Event
	sessions map[string]int
	firms    map[string]int
	buyers   map[string]int
	wishes   map[string]map[string]Wishes // by firm, then buyer
}

// NewIndex indexes an event in one pass over its lists. Of two entries with one id the first is found. Requests that
// do not join a firm and a buyer of the event are left out.
func NewIndex(ev *Event) *Index {
	x := &Index{
		event:    ev,
		sessions: make(map[string]int, len(ev.Sessions)),
		firms:    make(map[string]int, len(ev.Firms)),
		buyers:   make(map[string]int, len(ev.Buyers)),
		wishes:   make(map[string]map[string]Wishes),
	}
	for i := range ev.Sessions {
		addFirst(x.sessions, ev.Sessions[i].ID, i)
	}
	for i := range ev.Firms {
		addFirst(x.firms, ev.Firms[i].ID, i)
	}
	for i := range ev.Buyers {
		addFirst(x.buyers, ev.Buyers[i].ID, i)
	}
	for _, r := range ev.Requests {
		x.addRequest(r)
	}
	return x
}

func addFirst(m map[string]int, id string, i int) {
	if _, taken := m[id]; !taken {
		m[id] = i
	}
}

// Event returns the event that was indexed.
func (x *Index) Event() *Event { return x.event }

// Session returns the session of that id, or nil.
func (x *Index) Session(id string) *Session {
	if i, ok := x.sessions[id]; ok {
		return &x.event.Sessions[i]
	}
	return nil
}

// Firm returns the firm of that id, or nil.
func (x *Index) Firm(id string) *Firm {
	if i, ok := x.firms[id]; ok {
		return &x.event.Firms[i]
	}
	return nil
}

// Buyer returns the buyer of that id, or nil.
func (x *Index) Buyer(id string) *Buyer {
	if i, ok := x.buyers[id]; ok {
		return &x.event.Buyers[i]
	}
	return nil
}

// FirmsIn returns the firms that take part in a session, in the order of the event.
func (x *Index) FirmsIn(s *Session) []*Firm {
	var in []*Firm
	for i := range x.event.Firms {
		f := &x.event.Firms[i]
		if _, ok := f.In(s); ok {
			in = append(in, f)
		}
	}
	return in
}

// BuyersIn returns the buyers that take part in a session, in the order of the event.
func (x *Index) BuyersIn(s *Session) []*Buyer {
	var in []*Buyer
	for i := range x.event.Buyers {
		b := &x.event.Buyers[i]
		if _, ok := b.In(s); ok {
			in = append(in, b)
		}
	}
	return in
}

// Session returns the session of that id, or nil, by looking through the list.
func (e *Event) Session(id string) *Session {
	for i := range e.Sessions {
		if e.Sessions[i].ID == id {
			return &e.Sessions[i]
		}
	}
	return nil
}
