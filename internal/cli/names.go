package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sangdam/event"
)

// firmName is the name of a firm in the reader's language, or its id.
func (p *program) firmName(x *event.Index, id string) string {
	if f := x.Firm(id); f != nil {
		return cmp.Or(p.voice.Text(f.Name), id)
	}
	return id
}

// buyerName is the name of a buyer in the reader's language, or its id.
func (p *program) buyerName(x *event.Index, id string) string {
	if b := x.Buyer(id); b != nil {
		return cmp.Or(p.voice.Text(b.Name), id)
	}
	return id
}

func (p *program) firmLabel(x *event.Index, id string) string  { return label(id, p.firmName(x, id)) }
func (p *program) buyerLabel(x *event.Index, id string) string { return label(id, p.buyerName(x, id)) }

// label is an id with the name after it.
func label(id, name string) string {
	if name == id {
		return id
	}
	return id + " " + name
}

// sessionName is the city of a session, or its name or id.
func (p *program) sessionName(s *event.Session) string {
	return cmp.Or(p.voice.Text(s.City), p.voice.Text(s.Name), s.ID)
}

// days are the calendar days of a session in its own zone.
func (p *program) days(s *event.Session) string {
	var days []string
	for _, d := range s.Days() {
		if day := fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day); !slices.Contains(days, day) {
			days = append(days, day)
		}
	}
	return strings.Join(days, ", ")
}

// byContribution returns the factors of a pair, the one that gives most first.
func byContribution(factors []event.Factor) []event.Factor {
	sorted := slices.Clone(factors)
	slices.SortStableFunc(sorted, func(a, b event.Factor) int { return cmp.Compare(b.Contribution, a.Contribution) })
	return sorted
}

func contributionOf(pair event.Pair, name string) float64 {
	for _, f := range pair.Factors {
		if f.Name == name {
			return f.Contribution
		}
	}
	return 0
}

// rankCell leaves the rank of an excluded pair empty.
func rankCell(rank int) string {
	if rank == 0 {
		return ""
	}
	return fmt.Sprint(rank)
}
