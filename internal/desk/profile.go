package desk

import "sangdam/event"

// A Profile is what everybody may know of a firm or buyer: no contact, no limits, no hours.
type Profile struct {
	ID           string          `json:"id"`
	Firm         bool            `json:"firm"` // else a buyer
	Name         event.Text      `json:"name,omitzero"`
	Country      string          `json:"country,omitzero"` // of a buyer
	Sectors      []string        `json:"sectors,omitzero"`
	Products     []event.Product `json:"products,omitzero"`     // of a firm
	Needs        []event.Need    `json:"needs,omitzero"`        // of a buyer
	Certificates []string        `json:"certificates,omitzero"` // a firm's own, a buyer's required ones
	Languages    []string        `json:"languages,omitzero"`
}

func firmProfile(f *event.Firm) Profile {
	return Profile{
		ID: f.ID, Firm: true, Name: f.Name, Sectors: f.Sectors, Products: f.Products, Certificates: f.Certificates, Languages: f.Languages,
	}
}

func buyerProfile(b *event.Buyer) Profile {
	return Profile{
		ID: b.ID, Name: b.Name, Country: b.Country, Sectors: b.Sectors, Needs: b.Needs, Certificates: b.RequiredCertificates, Languages: b.Languages,
	}
}

// A party is a firm or a buyer of an event; one of the two is set.
type party struct {
	firm  *event.Firm
	buyer *event.Buyer
}

// party finds a company; ok is false when the event has none of that id. An event does not give a firm and a buyer the same id.
func (l *loaded) party(id string) (p party, ok bool) {
	p = party{l.index.Firm(id), l.index.Buyer(id)}
	return p, p.firm != nil || p.buyer != nil
}

func (p party) profile() Profile {
	if p.firm != nil {
		return firmProfile(p.firm)
	}
	return buyerProfile(p.buyer)
}

// side is the company's side as reports of meetings name it.
func (p party) side() string {
	if p.firm != nil {
		return "firm"
	}
	return "buyer"
}

func (p party) contact() *event.Contact {
	if p.firm != nil {
		return p.firm.Contact
	}
	return p.buyer.Contact
}

// in tells how the company takes part in a session, and whether it does.
func (p party) in(s *event.Session) (event.Participation, bool) {
	if p.firm != nil {
		return p.firm.In(s)
	}
	return p.buyer.In(s)
}

// other returns the counterpart in a meeting of firm and buyer, and whether the company is one of the two.
func (p party) other(firm, buyer string) (string, bool) {
	switch {
	case p.firm != nil && p.firm.ID == firm:
		return buyer, true
	case p.buyer != nil && p.buyer.ID == buyer:
		return firm, true
	}
	return "", false
}
