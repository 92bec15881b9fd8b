package web

import (
	"cmp"
	"net/http"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A companyView is the form of a firm or buyer.
type companyView struct {
	formView
	IsNew, Firm                             bool
	ID, Title, RemoveURL                    string
	IDField, Country                        formField
	Name                                    formGroup
	Sectors, Certificates, Speaks           formField
	Markets, Capacity, MinimumOrder, Volume formField
	Person, Email, Phone                    formField
	Items                                   []itemView
	Base                                    string // of the items
	Blank                                   itemView
	Parts                                   []partView
	PartsFault                              string
	Countries, SectorNames                  []choice
}

// An itemView is a product or a need.
type itemView struct {
	rowView
	Product           bool
	Name, Description formGroup
	HS, Sectors       formField
}

// A partView is how a company takes part in a session.
type partView struct {
	Name, Field              string
	In                       bool
	Min, Max, Parallel, Away formField
}

// itemKey are the fields by which a product or a need is known again.
var itemKey = []string{"name.ko", "name.en", "name", "description.ko", "description.zh", "description"}

// newCompany is GET /events/{id}/settings/new-company?kind=firm|buyer.
func (r *request) newCompany() error {
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	c := newCompanyOf(r.Query("kind"))
	return r.companyPage(http.StatusOK, current.Value, "", c, fillCompany(c, current.Value), nil, effect{}, "")
}

func newCompanyOf(kind string) company {
	if kind == "buyer" {
		return company{buyer: &event.Buyer{}}
	}
	return company{firm: &event.Firm{}}
}

// companySettings is GET /events/{id}/settings/companies/{company}.
func (r *request) companySettings() error {
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	c, ok := companyIn(current.Value, r.Param("company"))
	if !ok {
		return &desk.NotFoundError{Kind: "company", ID: r.Param("company")}
	}
	return r.companyPage(http.StatusOK, current.Value, r.Param("company"), c, fillCompany(c, current.Value), nil, effect{}, c.stamp())
}

// companyPage writes the form of a firm or buyer, or of a new one where id is empty.
func (r *request) companyPage(status int, ev *event.Event, id string, c company, form filled, faults []fieldFault, agree effect, stamp string) error {
	shell, err := r.settingsShell("companies", "settings.js")
	if err != nil {
		return err
	}
	b := newFormBuilder(r.voice, form, faults)
	v := &companyView{formView: formView{settingsShell: shell, Stamp: stamp, Effect: agree, Back: r.settingsPath("companies")}, ID: id, IsNew: id == "", Firm: c.firm != nil}
	if id == "" {
		v.Title, v.IDField = r.voice.Say("websetup.company.new."+c.kind()), b.field("id", "text", "company.id")
	} else {
		name, _, _, _, _, _ := c.shared()
		v.Title, v.RemoveURL = cmp.Or(r.voice.Text(*name), id), r.settingsPath("companies", id, "remove")
		v.overtake(b, status, c.stamp(), func() filled { return fillCompany(c, ev) }, []string{"items"}, itemKey...)
	}
	v.Name = b.text("name", "text", "company.name")
	v.Country, v.Sectors = b.suggested("country", "session.country", "countries"), b.suggested("sectors", "company.sectors", "sectors")
	v.Certificates, v.Speaks = b.field("certificates", "text", "company.certificates."+c.kind()), b.field("languages", "text", "interpreter.languages")
	v.Person, v.Email, v.Phone = b.field("person", "text", "company.person"), b.field("email", "email", "company.email"), b.field("phone", "tel", "company.phone")
	if v.Firm {
		v.Markets, v.Capacity, v.MinimumOrder = b.field("markets", "text", "company.markets"), b.field("capacity", "text", "company.capacity"), b.field("minimum_order", "text", "company.minimum_order")
	} else {
		v.Volume = b.field("volume", "text", "company.volume")
	}
	for _, row := range form.rows["items"] {
		v.Items = append(v.Items, r.item(b, row, v.Firm))
	}
	v.Base = form.values["base.items"]
	v.Blank = r.item(newFormBuilder(r.voice, newFilled(), nil), "NEW", v.Firm)
	for i := range ev.Sessions {
		v.Parts = append(v.Parts, r.partOf(b, &ev.Sessions[i]))
	}
	for _, fault := range faults {
		if fault.Name == "parts" {
			v.PartsFault = fault.Text
		}
	}
	v.Countries = r.countries()
	names := desk.SectorNames(ev)
	for _, s := range sortedKeys(names) {
		v.SectorNames = append(v.SectorNames, choice{Value: s, Name: r.voice.Text(names[s])})
	}
	v.Faults, v.Notice = b.summary(), r.formNotice(status, agree, b.theirs != nil)
	return r.page(status, "settingscompany", v)
}

func (c company) kind() string {
	if c.firm != nil {
		return "firm"
	}
	return "buyer"
}

func (r *request) item(b *formBuilder, row string, product bool) itemView {
	at := "items." + row + "."
	v := itemView{Product: product, HS: b.field(at+"hs", "text", "item.hs"), Sectors: b.suggested(at+"sectors", "company.sectors", "sectors")}
	if product {
		v.Name = b.text(at+"name", "text", "item.name")
	}
	v.Description = b.text(at+"description", "area", "item.description")
	title := cmp.Or(r.voice.Text(b.filled.text(at+"name", event.Text{})), r.voice.Text(b.filled.text(at+"description", event.Text{})), r.voice.Say("websetup.item.untitled"))
	v.rowView = b.row("items", row, title)
	return v
}

func (r *request) partOf(b *formBuilder, s *event.Session) partView {
	at := "part." + s.ID + "."
	return partView{Name: cmp.Or(r.voice.Text(s.Name), s.ID), Field: at + "in", In: b.filled.values[at+"in"] != "",
		Min: b.field(at+"min", "number", "part.min"), Max: b.field(at+"max", "number", "part.max"), Parallel: b.field(at+"parallel", "number", "part.parallel"),
		Away: b.field(at+"away", "times", "interpreter.away")}
}
