package web

import (
	"slices"
	"strconv"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A company is a firm or a buyer in a form; one of the two is set.
type company struct {
	firm  *event.Firm
	buyer *event.Buyer
}

// companyIn finds a firm or buyer of an event to be changed; ok is false when there is none of that id.
func companyIn(ev *event.Event, id string) (c company, ok bool) {
	if i := slices.IndexFunc(ev.Firms, func(f event.Firm) bool { return f.ID == id }); i >= 0 {
		return company{firm: &ev.Firms[i]}, true
	}
	if i := slices.IndexFunc(ev.Buyers, func(b event.Buyer) bool { return b.ID == id }); i >= 0 {
		return company{buyer: &ev.Buyers[i]}, true
	}
	return company{}, false
}

// stamp names what the form of a company shows.
func (c company) stamp() string { return stampOf([]any{c.firm, c.buyer}) }

// The parts that firms and buyers have alike.
func (c company) shared() (name *event.Text, sectors, certificates, languages *[]string, contact **event.Contact, sessions *map[string]event.Participation) {
	if f := c.firm; f != nil {
		return &f.Name, &f.Sectors, &f.Certificates, &f.Languages, &f.Contact, &f.Sessions
	}
	b := c.buyer
	return &b.Name, &b.Sectors, &b.RequiredCertificates, &b.Languages, &b.Contact, &b.Sessions
}

func (c company) in(s *event.Session) (event.Participation, bool) {
	if c.firm != nil {
		return c.firm.In(s)
	}
	return c.buyer.In(s)
}

// fillCompany writes a firm or buyer into its form.
func fillCompany(c company, ev *event.Event) filled {
	f := newFilled()
	name, sectors, certificates, languages, contact, _ := c.shared()
	f.setText("name", *name)
	f.values["sectors"], f.values["certificates"], f.values["languages"] = strings.Join(*sectors, ", "), strings.Join(*certificates, ", "), strings.Join(*languages, ", ")
	if k := *contact; k != nil {
		f.values["person"], f.values["email"], f.values["phone"] = k.Person.Or(""), k.Email.Or(""), k.Phone.Or("")
	}
	add := func(item any, name, description event.Text, hs, sectors []string) {
		at := f.addItem("items", item)
		f.setText(at+"name", name)
		f.setText(at+"description", description)
		f.values[at+"hs"], f.values[at+"sectors"] = strings.Join(hs, ", "), strings.Join(sectors, ", ")
	}
	if b := c.buyer; b != nil {
		f.values["country"], f.values["volume"] = b.Country, amountText(b.VolumeUSD)
		for _, n := range b.Needs {
			add(n, event.Text{}, n.Description, n.HS, n.Sectors)
		}
	} else {
		f.values["markets"], f.values["capacity"] = strings.Join(c.firm.Markets, ", "), amountText(c.firm.CapacityUSD)
		f.values["minimum_order"] = amountText(c.firm.MinimumOrderUSD)
		for _, p := range c.firm.Products {
			add(p, p.Name, p.Description, p.HS, p.Sectors)
		}
	}
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		p, in := c.in(s)
		at := "part." + s.ID + "."
		if in {
			f.values[at+"in"] = "1"
		}
		f.values[at+"min"], f.values[at+"max"], f.values[at+"parallel"] = countText(p.MinMeetings), countText(p.MaxMeetings), countText(p.Parallel)
		f.values[at+"away"] = formatSpans(p.Unavailable, zoneOfSession(s))
	}
	return f
}

func amountText(m event.Maybe[float64]) string {
	if x, ok := m.Get(); ok {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return ""
}

func countText(m event.Maybe[int]) string {
	if n, ok := m.Get(); ok {
		return strconv.Itoa(n)
	}
	return ""
}

// readCompany writes a form into a firm or buyer, which says what it was before. Faults are noted.
func (f *faulty) readCompany(form filled, ev *event.Event, c company) {
	name, sectors, certificates, languages, contact, sessions := c.shared()
	if *name = form.text("name", *name); name.In(f.voice.Language()) == "" {
		f.add("name.ko", "name")
	}
	*sectors, *certificates = kept(*sectors, form.words("sectors")), kept(*certificates, form.words("certificates"))
	*languages = kept(*languages, f.languages(form, "languages", false))
	*contact = readContact(form, *contact)
	if b := c.buyer; b != nil {
		if b.Country = strings.ToUpper(form.get("country")); !event.IsCountry(b.Country) {
			f.add("country", "country", lang.Args{"Got": b.Country})
		}
		b.VolumeUSD = f.amount(form, "volume", b.VolumeUSD)
	} else {
		c.firm.Markets = kept(c.firm.Markets, f.countries(form, "markets"))
		c.firm.CapacityUSD, c.firm.MinimumOrderUSD = f.amount(form, "capacity", c.firm.CapacityUSD), f.amount(form, "minimum_order", c.firm.MinimumOrderUSD)
	}
	f.readItems(form, c)
	*sessions = f.readParts(form, ev, c, *sessions)
}

// kept is what was there before where the form says the same, so that an absent list stays absent.
func kept(before, now []string) []string {
	if slices.Equal(before, now) {
		return before
	}
	return now
}

func readContact(form filled, before *event.Contact) *event.Contact {
	var c event.Contact
	if before != nil {
		c = *before
	}
	for field, m := range map[string]*event.Maybe[string]{"person": &c.Person, "email": &c.Email, "phone": &c.Phone} {
		switch text := form.get(field); {
		case text == m.Or(""):
		case text == "":
			*m = event.Maybe[string]{}
		default:
			*m = event.Some(text)
		}
	}
	if c == (event.Contact{}) {
		return nil
	}
	return &c
}

// readItems reads the rows of products or needs.
func (f *faulty) readItems(form filled, c company) {
	var products, hadProducts = []event.Product(nil), map[string]event.Product{}
	var needs, hadNeeds = []event.Need(nil), map[string]event.Need{}
	if c.buyer != nil {
		hadNeeds = itemsBy(c.buyer.Needs)
	} else {
		hadProducts = itemsBy(c.firm.Products)
	}
	for _, row := range form.rows["items"] {
		at := "items." + row + "."
		was := form.get(at + "was")
		hs, sectors := form.words(at+"hs"), form.words(at+"sectors")
		if c.buyer != nil {
			n := hadNeeds[was]
			n.Description, n.HS, n.Sectors = form.text(at+"description", n.Description), kept(n.HS, hs), kept(n.Sectors, sectors)
			needs = append(needs, n)
			continue
		}
		p := hadProducts[was]
		p.Name, p.Description = form.text(at+"name", p.Name), form.text(at+"description", p.Description)
		p.HS, p.Sectors = kept(p.HS, hs), kept(p.Sectors, sectors)
		products = append(products, p)
	}
	if c.buyer != nil {
		c.buyer.Needs = needs
	} else {
		c.firm.Products = products
	}
}

// readParts reads in which sessions a company takes part, and how. One that named none and still takes part in just those, without
// limits, names none after.
func (f *faulty) readParts(form filled, ev *event.Event, c company, before map[string]event.Participation) map[string]event.Participation {
	out := map[string]event.Participation{}
	same := true
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		at := "part." + s.ID + "."
		p, was := c.in(s)
		if form.get(at+"in") == "" {
			same = same && !was
			continue
		}
		same = same && was
		p.MinMeetings, p.MaxMeetings = f.number(form, at+"min", p.MinMeetings, 0), f.number(form, at+"max", p.MaxMeetings, 0)
		p.Parallel = f.number(form, at+"parallel", p.Parallel, 1)
		p.Unavailable = f.spans(form, at+"away", p.Unavailable, zoneOfSession(s))
		if l := p.Limits(); l.Min > l.Max {
			f.add(at+"min", "min_over_max")
		}
		same = same && p.MinMeetings.IsZero() && p.MaxMeetings.IsZero() && p.Parallel.IsZero() && len(p.Unavailable) == 0
		out[s.ID] = p
	}
	if len(before) == 0 && same {
		return before
	}
	if len(out) == 0 {
		f.add("parts", "no_session")
	}
	return out
}
