package event

import (
	"maps"
	"slices"
)

// companies checks firms and buyers. Their ids share one space, since an id alone addresses a company.
func (v *validator) companies() {
	var root *place
	seen := make(map[string]*place)
	for i := range v.event.Firms {
		v.checkFirm(root.field("firms").item(i), &v.event.Firms[i], seen)
	}
	for i := range v.event.Buyers {
		v.checkBuyer(root.field("buyers").item(i), &v.event.Buyers[i], seen)
	}
}

func (v *validator) checkFirm(at *place, f *Firm, seen map[string]*place) {
	if v.id(at.field("id"), f.ID) {
		v.unique(at.field("id"), f.ID, seen)
	}
	v.text(at.field("name"), f.Name)
	v.nonEmpty(at.field("sectors"), f.Sectors)
	for i, p := range f.Products {
		at := at.field("products").item(i)
		v.text(at.field("name"), p.Name)
		v.text(at.field("description"), p.Description)
		v.hs(at.field("hs"), p.HS)
		v.nonEmpty(at.field("sectors"), p.Sectors)
	}
	v.nonEmpty(at.field("certificates"), f.Certificates)
	v.languages(at.field("languages"), f.Languages)
	for i, country := range f.Markets {
		v.country(at.field("markets").item(i), country)
	}
	v.amount(at.field("capacity_usd"), f.CapacityUSD)
	v.amount(at.field("minimum_order_usd"), f.MinimumOrderUSD)
	v.participations(at.field("sessions"), f.Sessions)
}

func (v *validator) checkBuyer(at *place, b *Buyer, seen map[string]*place) {
	if v.id(at.field("id"), b.ID) {
		v.unique(at.field("id"), b.ID, seen)
	}
	v.text(at.field("name"), b.Name)
	v.country(at.field("country"), b.Country)
	v.nonEmpty(at.field("sectors"), b.Sectors)
	for i, n := range b.Needs {
		at := at.field("needs").item(i)
		v.text(at.field("description"), n.Description)
		v.hs(at.field("hs"), n.HS)
		v.nonEmpty(at.field("sectors"), n.Sectors)
	}
	v.nonEmpty(at.field("required_certificates"), b.RequiredCertificates)
	v.languages(at.field("languages"), b.Languages)
	v.amount(at.field("volume_usd"), b.VolumeUSD)
	v.participations(at.field("sessions"), b.Sessions)
}

func (v *validator) participations(at *place, in map[string]Participation) {
	for _, id := range slices.Sorted(maps.Keys(in)) {
		p, at := in[id], at.field(id)
		v.session(at, id)
		v.spans(at.field("unavailable"), p.Unavailable)
		limits := p.Limits()
		if limits.Min < 0 {
			v.add(at.field("min_meetings"), CodeNegative, Args{"got": plain(limits.Min)})
		}
		if limits.Max < 0 {
			v.add(at.field("max_meetings"), CodeNegative, Args{"got": plain(limits.Max)})
		} else if limits.Min > limits.Max {
			v.add(at.field("min_meetings"), CodeMinOverMax, Args{"min": plain(limits.Min), "max": plain(limits.Max)})
		}
		if limits.Parallel < 1 {
			v.add(at.field("parallel"), CodeBelowOne, Args{"got": plain(limits.Parallel)})
		}
	}
}
