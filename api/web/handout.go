package web

import (
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"time"

	"github.com/skip2/go-qrcode"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// linkPath is the address below which a personal link opens a company's pages.
const linkPath = "/my/"

// A handoutView is the page from which personal links are given out, on the screen or as sheets to print.
type handoutView struct {
	Shell
	Notice           *notice
	EventName        string
	BackURL, Path    string
	PrintURL, CSVURL string
	RevokeURL        string
	Rows             []handoutRow
	Missing          int // participants without a link
}

// A handoutRow is a participant with its link.
type handoutRow struct {
	Company, Name, Kind string
	ID, URL             string // of the link; empty: it has none
	Expires             time.Time
	QR                  template.HTML // on the sheets only
}

// handout is GET /events/{id}/publish/links.
func (r *request) handout() error {
	v, err := r.listHandout("moment.js")
	if err != nil {
		return err
	}
	switch made := r.Query("made"); {
	case made != "":
		v.Notice = &notice{Kind: "good", Text: r.voice.Count("webplan.links.made", countOf(made))}
	case r.Query("revoked") != "":
		v.Notice = &notice{Kind: "info", Text: r.voice.Say("webplan.links.revoked")}
	}
	return r.page(http.StatusOK, "handout", v)
}

// countOf reads a count from an address; what is none is zero.
func countOf(s string) int {
	var n int
	if _, err := fmt.Sscan(s, &n); err != nil || n < 0 {
		return 0
	}
	return n
}

// listHandout lists every participant with the newest link it has.
func (r *request) listHandout(scripts ...string) (*handoutView, error) {
	id := r.Param("event")
	current, err := r.desk.Event(r.Request.Context(), r.caller, id)
	if err != nil {
		return nil, err
	}
	links, err := r.desk.Links(r.Request.Context(), r.caller, id)
	if err != nil {
		return nil, err
	}
	shell, err := r.shell(id, "webplan.links.title", "publish", scripts...)
	if err != nil {
		return nil, err
	}
	path := eventPath(id, "publish", "links")
	v := &handoutView{
		Shell: shell, EventName: nameOr(r.voice.Text(current.Value.Name), id), BackURL: eventPath(id, "publish"), Path: path,
		PrintURL: path + "/print", CSVURL: eventPath(id, "publish", "links.csv"), RevokeURL: path + "/revoke",
	}
	newest := map[string]desk.LinkInfo{}
	for _, l := range links {
		if old, ok := newest[l.Company]; (!ok || l.Created.After(old.Created)) && l.Expires.After(r.site.Clock()) {
			newest[l.Company] = l
		}
	}
	index := event.NewIndex(current.Value)
	for _, company := range participants(current.Value) {
		named := r.company(index, company)
		row := handoutRow{Company: company, Name: named.Name, Kind: named.Text}
		if l, ok := newest[company]; ok {
			row.ID, row.URL, row.Expires = l.ID, r.origin()+linkPath+l.Code, l.Expires
		} else {
			v.Missing++
		}
		v.Rows = append(v.Rows, row)
	}
	return v, nil
}

// origin is the address of the pages as the browser reached them.
func (r *request) origin() string {
	scheme := "http://"
	if r.site.Secure || r.Request.TLS != nil {
		scheme = "https://"
	}
	return scheme + r.Request.Host
}

// makeLinks is POST /events/{id}/publish/links: makes a link for the company named, or for all who have none.
func (r *request) makeLinks() error {
	id := r.Param("event")
	wanted := []string{r.PostForm("company")}
	if wanted[0] == "" {
		v, err := r.listHandout()
		if err != nil {
			return err
		}
		wanted = nil
		for _, row := range v.Rows {
			if row.ID == "" {
				wanted = append(wanted, row.Company)
			}
		}
	}
	for _, company := range wanted {
		if _, _, err := r.desk.CreateLink(r.Request.Context(), r.caller, id, company, time.Time{}); err != nil {
			return err
		}
	}
	return r.to(eventPath(id, "publish", "links") + query("made", itoa(len(wanted))))
}

// revokeHandout is POST /events/{id}/publish/links/revoke.
func (r *request) revokeHandout() error {
	id := r.Param("event")
	if err := r.desk.RevokeLink(r.Request.Context(), r.caller, id, r.PostForm("link")); err != nil {
		return err
	}
	return r.to(eventPath(id, "publish", "links") + query("revoked", "1"))
}

// printLinks is GET /events/{id}/publish/links/print: sheets of A4 with a QR code a participant, to cut and hand out.
func (r *request) printLinks() error {
	v, err := r.listHandout()
	if err != nil {
		return err
	}
	rows := v.Rows[:0]
	for _, row := range v.Rows {
		if row.URL == "" {
			continue
		}
		if row.QR, err = qrCode(row.URL, r.voice.Say("webplan.links.qr", lang.Args{"Name": row.Name})); err != nil {
			return err
		}
		rows = append(rows, row)
	}
	v.Rows = rows
	return r.page(http.StatusOK, "handoutsheet", v)
}

// qrCode draws an address as a picture of one path, which prints sharp at any size.
func qrCode(address, label string) (template.HTML, error) {
	code, err := qrcode.New(address, qrcode.Medium)
	if err != nil {
		return "", fmt.Errorf("web: the QR code of a link: %w", err)
	}
	dots := code.Bitmap() // with a quiet zone of four around it
	var path strings.Builder
	for y, row := range dots {
		for x := 0; x < len(row); x++ {
			from := x
			for x < len(row) && row[x] {
				x++
			}
			if x > from {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from, y, x-from, x-from)
			}
		}
	}
	side := len(dots)
	return template.HTML(fmt.Sprintf(`<svg class="qr" role="img" aria-label="%s" viewBox="0 0 %d %d" shape-rendering="crispEdges">`+
		`<path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>`,
		template.HTMLEscapeString(label), side, side, side, side, path.String())), nil
}
