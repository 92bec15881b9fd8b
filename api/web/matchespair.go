package web

import (
	"cmp"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A pairView explains a pair, with both sides beside each other.
type pairView struct {
	Pair        event.Pair
	Firm, Buyer profile
	Factors     []factorBar
	FirmWish    []choice // of the firm about the buyer
	BuyerWish   []choice
}

// A factorBar is a factor's part of the score as a bar: the track is as long as its weight allows, the bar as what it brings.
type factorBar struct {
	Label, Why          string
	Track, Bar          float64 // of 100
	Contribution, Share float64
}

// A profile is what is known of a firm or buyer, as lines of a name and a value.
type profile struct {
	ID, Name string
	EditURL  string // empty: the caller may not change it
	Lines    []profileLine
	Goods    []good
}

type profileLine struct{ Label, Value string }

// A good is a product of a firm or a need of a buyer.
type good struct{ Name, Description, HS string }

// pair is GET /events/{id}/matches/pair?session=&firm=&buyer=: the part of the page that explains a pair.
func (r *request) pair() error {
	ctx, id := r.Request.Context(), r.Param("event")
	p, err := r.desk.Pair(ctx, r.caller, id, r.Query("session"), r.Query("firm"), r.Query("buyer"), r.weightsAsked())
	if err != nil {
		return err
	}
	current, err := r.desk.Event(ctx, r.caller, id)
	if err != nil {
		return err
	}
	index := event.NewIndex(current.Value)
	firm, buyer := index.Firm(p.Firm), index.Buyer(p.Buyer)
	if firm == nil || buyer == nil { // deleted between the two reads
		return desk.ErrNotFound
	}
	names := desk.SectorNames(current.Value)
	wishes := index.Wishes(p.Firm, p.Buyer)
	return r.part("matches", "pair", &pairView{
		Pair: p, Firm: r.firmProfile(firm, names), Buyer: r.buyerProfile(buyer, names), Factors: r.factorBars(p),
		FirmWish: r.wishChoices(wishes.ByFirm), BuyerWish: r.wishChoices(wishes.ByBuyer),
	})
}

func (r *request) factorBars(p event.Pair) []factorBar {
	longest := 0.0
	for _, f := range p.Factors {
		longest = max(longest, f.Weight, f.Contribution)
	}
	var out []factorBar
	for _, f := range p.Factors {
		if f.Weight == 0 && f.Contribution == 0 {
			continue
		}
		label := f.Name
		if id := "web.factor." + f.Name; r.voice.Has(id) {
			label = r.voice.Say(id)
		}
		out = append(out, factorBar{
			Label: label, Why: r.voice.Text(f.Why), Contribution: f.Contribution, Share: f.Weight,
			Track: 100 * f.Weight / longest, Bar: 100 * f.Contribution / longest,
		})
	}
	return out
}

// lines collects the lines of a profile that have something to say.
type lines struct {
	voice *lang.Voice
	out   []profileLine
}

func (l *lines) add(label, value string) {
	if value != "" {
		l.out = append(l.out, profileLine{l.voice.Say("web.profile." + label), value})
	}
}

func (l *lines) money(label string, amount event.Maybe[float64]) {
	if usd, ok := amount.Get(); ok {
		l.add(label, l.voice.Money(lang.DollarsToCents(usd)))
	}
}

func (r *request) firmProfile(f *event.Firm, names map[string]event.Text) profile {
	l := lines{voice: r.voice}
	l.add("sectors", r.sectorList(f.Sectors, names))
	l.add("certificates", strings.Join(f.Certificates, ", "))
	l.add("languages", r.languageList(f.Languages))
	l.add("markets", r.countryList(f.Markets))
	l.money("capacity", f.CapacityUSD)
	l.money("minimum_order", f.MinimumOrderUSD)
	p := profile{EditURL: r.editURL(f.ID), ID: f.ID, Name: cmp.Or(r.voice.Text(f.Name), f.ID), Lines: l.out}
	for _, product := range f.Products {
		p.Goods = append(p.Goods, good{r.voice.Text(product.Name), r.voice.Text(product.Description), strings.Join(product.HS, ", ")})
	}
	return p
}

func (r *request) buyerProfile(b *event.Buyer, names map[string]event.Text) profile {
	l := lines{voice: r.voice}
	l.add("country", r.voice.Country(b.Country))
	l.add("sectors", r.sectorList(b.Sectors, names))
	l.add("required_certificates", strings.Join(b.RequiredCertificates, ", "))
	l.add("languages", r.languageList(b.Languages))
	l.money("volume", b.VolumeUSD)
	p := profile{EditURL: r.editURL(b.ID), ID: b.ID, Name: cmp.Or(r.voice.Text(b.Name), b.ID), Lines: l.out}
	for _, need := range b.Needs {
		p.Goods = append(p.Goods, good{r.voice.Text(need.Description), "", strings.Join(need.HS, ", ")})
	}
	return p
}

func (r *request) sectorList(ids []string, names map[string]event.Text) string {
	var out []string
	for _, id := range ids {
		out = append(out, cmp.Or(r.voice.Text(names[id]), id))
	}
	return strings.Join(out, ", ")
}

func (r *request) countryList(codes []string) string {
	var out []string
	for _, code := range codes {
		out = append(out, r.voice.Country(code))
	}
	return strings.Join(out, ", ")
}

func (r *request) languageList(codes []string) string {
	var out []string
	for _, code := range codes {
		out = append(out, languageName(r.voice.Language(), code))
	}
	return strings.Join(out, ", ")
}
