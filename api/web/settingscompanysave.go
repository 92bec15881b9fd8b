package web

import (
	"cmp"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// saveCompany is POST /events/{id}/settings/companies/{company}, as saveSession is of a session.
func (r *request) saveCompany() error {
	id := r.Param("company")
	w := r.companyWrite()
	w.stamp = func(ev *event.Event) (string, error) {
		c, ok := companyIn(ev, id)
		if !ok {
			return "", &desk.NotFoundError{Kind: "company", ID: id}
		}
		return c.stamp(), nil
	}
	w.read = func(ev *event.Event) event.Losses {
		c, _ := companyIn(ev, id)
		w.wrong.readCompany(w.form, ev, c)
		return event.Losses{}
	}
	return r.saveCompanyForm(id, w)
}

// createCompany is POST /events/{id}/settings/new-company?kind=.
func (r *request) createCompany() error {
	w := r.companyWrite()
	w.read = func(ev *event.Event) event.Losses {
		id := w.form.get("id")
		if _, taken := companyIn(ev, id); taken {
			w.wrong.add("id", "id_twice", lang.Args{"ID": id})
		} else if !event.IsID(id) {
			w.wrong.add("id", "id")
		}
		c := newCompanyOf(r.Query("kind"))
		w.wrong.readCompany(w.form, ev, c)
		if c.firm != nil {
			c.firm.ID = id
			ev.Firms = append(ev.Firms, *c.firm)
		} else {
			c.buyer.ID = id
			ev.Buyers = append(ev.Buyers, *c.buyer)
		}
		return event.Losses{}
	}
	return r.saveCompanyForm("", w)
}

// companyWrite begins to save the form that was sent.
func (r *request) companyWrite() formWrite {
	form := r.filled("items")
	return formWrite{form: form, wrong: &faulty{voice: r.voice}, field: func(fault event.Fault) string {
		of, below, ok := strings.Cut(fault.Location, "].")
		if ok && (strings.HasPrefix(of, "firms[") || strings.HasPrefix(of, "buyers[")) {
			return companyField(form, below)
		}
		return ""
	}}
}

// saveCompanyForm saves a company, or a new one where id is empty, or shows its form again with what stands in the way.
func (r *request) saveCompanyForm(id string, w formWrite) error {
	status, told, err := r.saveForm(w)
	switch {
	case err != nil:
		return err
	case status == 0:
		return r.to(r.settingsPath("companies") + query("saved", cmp.Or(id, w.form.get("id"))))
	}
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	c, ok := companyIn(current.Value, id)
	if !ok {
		c = newCompanyOf(r.Query("kind"))
	}
	return r.companyPage(status, current.Value, id, c, w.form, w.wrong.found, told, w.form.get("stamp"))
}
