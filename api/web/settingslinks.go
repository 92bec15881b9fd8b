package web

import (
	"cmp"
	"net/http"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A linksView lists the personal links of companies.
type linksView struct {
	settingsShell
	Links      []linkRow
	PublishURL string // where links are made and printed
}

type linkRow struct {
	Info                       desk.LinkInfo
	Name, By, Created, Expires string
	Firm                       bool
}

// links is GET /events/{id}/settings/links.
func (r *request) links() error {
	ctx, id := r.Request.Context(), r.Param("event")
	shell, err := r.settingsShell("links", "settings.js")
	if err != nil {
		return err
	}
	current, err := r.desk.Event(ctx, r.caller, id)
	if err != nil {
		return err
	}
	infos, err := r.desk.Links(ctx, r.caller, id)
	if err != nil {
		return err
	}
	v := &linksView{settingsShell: shell, PublishURL: eventPath(id, "publish")}
	index := event.NewIndex(current.Value)
	for _, info := range infos {
		row := linkRow{Info: info, Name: info.Company, By: r.author(info.By), Created: r.moment(info.Created), Expires: r.moment(info.Expires)}
		if f := index.Firm(info.Company); f != nil {
			row.Name, row.Firm = cmp.Or(r.voice.Text(f.Name), f.ID), true
		} else if b := index.Buyer(info.Company); b != nil {
			row.Name = cmp.Or(r.voice.Text(b.Name), b.ID)
		}
		v.Links = append(v.Links, row)
	}
	return r.page(http.StatusOK, "settingslinks", v)
}

// revokeLink is POST /events/{id}/settings/links/revoke.
func (r *request) revokeLink() error {
	if err := r.desk.RevokeLink(r.Request.Context(), r.caller, r.Param("event"), r.PostForm("id")); err != nil {
		return err
	}
	return r.to(r.settingsPath("links"))
}
