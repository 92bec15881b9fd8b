package event

import (
	"maps"
	"slices"
)

// Losses are what goes from an event together with a part of it that is taken away or changed.
type Losses struct {
	Fixed     []Fixed // they are fixed no more
	Seats     []Fixed // they are fixed at a table no more
	Outcomes  []Outcome
	Requests  []Request
	Scores    []Score
	Companies []string // ids of firms and buyers that took part in nothing else
}

// Add adds what else is lost.
func (l *Losses) Add(more Losses) {
	l.Fixed = append(l.Fixed, more.Fixed...)
	l.Seats = append(l.Seats, more.Seats...)
	l.Outcomes = append(l.Outcomes, more.Outcomes...)
	l.Requests = append(l.Requests, more.Requests...)
	l.Scores = append(l.Scores, more.Scores...)
	l.Companies = append(l.Companies, more.Companies...)
}

// RemoveSession takes a session out of the event with all that speaks of it. A firm or buyer that names it alone goes
// too: one that names none would take part in others, which nobody said. ok is false when there is no such session. Lists and maps
// are made anew where they change, so that a copy of the event may share the old ones.
func (e *Event) RemoveSession(id string) (lost Losses, ok bool) {
	if e.Session(id) == nil {
		return Losses{}, false
	}
	e.Sessions = slices.DeleteFunc(slices.Clone(e.Sessions), func(s Session) bool { return s.ID == id })
	var alone []string
	e.Firms, e.Buyers = slices.Clone(e.Firms), slices.Clone(e.Buyers)
	for i := range e.Firms {
		if leave(&e.Firms[i].Sessions, id) {
			alone = append(alone, e.Firms[i].ID)
		}
	}
	for i := range e.Buyers {
		if leave(&e.Buyers[i].Sessions, id) {
			alone = append(alone, e.Buyers[i].ID)
		}
	}
	e.Fixed, lost.Fixed = parted(e.Fixed, func(f Fixed) bool { return f.Session == id })
	e.Outcomes, lost.Outcomes = parted(e.Outcomes, func(o Outcome) bool { return o.Session == id })
	for _, company := range alone {
		more, _ := e.RemoveCompany(company)
		lost.Add(more)
	}
	lost.Companies = alone
	return lost, true
}

// leave takes a session out of those that somebody names, and reports whether it was the only one.
func leave(sessions *map[string]Participation, id string) bool {
	if _, named := (*sessions)[id]; !named {
		return false
	}
	left := maps.Clone(*sessions)
	delete(left, id)
	*sessions = left
	return len(left) == 0
}

// RemoveCompany takes a firm or buyer out of the event with all that speaks of it. ok is false when there is none of that id. Lists
// are made anew where they change.
func (e *Event) RemoveCompany(id string) (lost Losses, ok bool) {
	firms, _ := parted(e.Firms, func(f Firm) bool { return f.ID == id })
	buyers, _ := parted(e.Buyers, func(b Buyer) bool { return b.ID == id })
	if len(firms) == len(e.Firms) && len(buyers) == len(e.Buyers) {
		return Losses{}, false
	}
	e.Firms, e.Buyers = firms, buyers
	e.Requests, lost.Requests = parted(e.Requests, func(r Request) bool { return r.From == id || r.To == id })
	e.Fixed, lost.Fixed = parted(e.Fixed, func(f Fixed) bool { return f.Firm == id || f.Buyer == id })
	e.Scores, lost.Scores = parted(e.Scores, func(s Score) bool { return s.Firm == id || s.Buyer == id })
	e.Outcomes, lost.Outcomes = parted(e.Outcomes, func(o Outcome) bool { return o.Firm == id || o.Buyer == id })
	return lost, true
}

// parted parts a list in those that stay and those that go, without changing it. A list of which nothing stays is empty, not absent.
func parted[T any](list []T, goes func(T) bool) (stay, gone []T) {
	if !slices.ContainsFunc(list, goes) {
		return list, nil
	}
	stay = make([]T, 0, len(list))
	for _, x := range list {
		if goes(x) {
			gone = append(gone, x)
		} else {
			stay = append(stay, x)
		}
	}
	return stay, gone
}
