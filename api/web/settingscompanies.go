package web

import (
	"cmp"
	"net/http"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A companiesView lists the firms and buyers of an event.
type companiesView struct {
	settingsShell
	Notice                  *notice
	Words                   string // that are looked for
	Rows                    []companyRow
	Total                   int
	More                    int // that are left out
	NewFirmURL, NewBuyerURL string
}

type companyRow struct {
	ID, Name, Country, Sectors, Sessions, URL, RemoveURL string
	Firm                                                 bool
}

// companiesShown limits the rows of the list: the search finds the others.
const companiesShown = 200

// companies is GET /events/{id}/settings/companies?q=.
func (r *request) companies() error {
	shell, err := r.settingsShell("companies")
	if err != nil {
		return err
	}
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	ev := current.Value
	v := &companiesView{settingsShell: shell, Words: strings.TrimSpace(r.Query("q")), Total: len(ev.Firms) + len(ev.Buyers),
		NewFirmURL: r.settingsPath("new-company") + query("kind", "firm"), NewBuyerURL: r.settingsPath("new-company") + query("kind", "buyer")}
	if id := r.Query("saved"); id != "" {
		v.Notice = &notice{Kind: "good", Text: r.voice.Say("websetup.company.saved", lang.Args{"Name": r.company(event.NewIndex(ev), id).Name})}
	}
	if name := r.Query("removed"); name != "" {
		v.Notice = &notice{Kind: "info", Text: r.voice.Say("websetup.removed", lang.Args{"Name": name})}
	}
	names := desk.SectorNames(ev)
	add := func(id string, c company) {
		row := r.companyRow(ev, names, id, c)
		name, _, _, _, _, _ := c.shared()
		if !found(v.Words, append(everyName(*name), id, row.Sectors, row.Country)) {
			return
		}
		if len(v.Rows) == companiesShown {
			v.More++
			return
		}
		v.Rows = append(v.Rows, row)
	}
	for i := range ev.Firms {
		add(ev.Firms[i].ID, company{firm: &ev.Firms[i]})
	}
	for i := range ev.Buyers {
		add(ev.Buyers[i].ID, company{buyer: &ev.Buyers[i]})
	}
	return r.page(http.StatusOK, "settingscompanies", v)
}

func (r *request) companyRow(ev *event.Event, names map[string]event.Text, id string, c company) companyRow {
	name, sectors, _, _, _, _ := c.shared()
	row := companyRow{ID: id, Name: cmp.Or(r.voice.Text(*name), id), Firm: c.firm != nil, URL: r.settingsPath("companies", id), RemoveURL: r.settingsPath("companies", id, "remove")}
	if c.buyer != nil {
		row.Country = r.voice.Country(c.buyer.Country)
	}
	var of, in []string
	for _, s := range *sectors {
		of = append(of, cmp.Or(r.voice.Text(names[s]), s))
	}
	for i := range ev.Sessions {
		if _, takesPart := c.in(&ev.Sessions[i]); takesPart {
			in = append(in, r.sessionName(&ev.Sessions[i]))
		}
	}
	row.Sectors, row.Sessions = strings.Join(of, ", "), strings.Join(in, ", ")
	return row
}

// found reports whether every word that is looked for stands somewhere in the texts.
func found(words string, texts []string) bool {
	all := strings.ToLower(strings.Join(texts, "\n"))
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

// everyName is a name in all its languages.
func everyName(t event.Text) []string {
	out := []string{t.Plain}
	for _, code := range sortedKeys(t.By) {
		out = append(out, t.By[code])
	}
	return out
}

// editURL is the address of a company's form for those who may change it.
func (r *request) editURL(company string) string {
	if id := r.Param("event"); r.caller.May(desk.WriteEvents, id) {
		return eventPath(id, "settings", "companies", company)
	}
	return ""
}

// removingCompany and removeCompany are GET and POST /events/{id}/settings/companies/{company}/remove.
func (r *request) removingCompany() error { return r.removal("company", r.Param("company"), "") }

func (r *request) removeCompany() error {
	return r.removal("company", r.Param("company"), cmp.Or(r.PostForm("agreed"), "-"))
}
