package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/store"
)

// linkGrace is how long after the last slot a link still opens, when nobody says otherwise: outcomes come late.
const linkGrace = 30 * 24 * time.Hour

// A LinkInfo is what can be said of a personal link.
type LinkInfo struct {
	ID       string    `json:"id"`
	Event    string    `json:"event"`
	Company  string    `json:"company"`
	Language string    `json:"language,omitzero"` // in which the company reads
	Created  time.Time `json:"created"`
	Expires  time.Time `json:"expires"`
	By       string    `json:"by,omitzero"` // name of who created it
	// Code is the secret part of the link's address. Organizers print links more than once, so it can be shown again; it is
	// made anew from the desk's secret and not kept.
	Code string `json:"code,omitzero"`
}

func (i LinkInfo) code(secret []byte) string {
	return linkCode{event: i.Event, company: i.Company, id: i.ID, expires: i.Expires}.sign(secret)
}

// ByLink finds the company that a link is for. The error is ErrUnauthenticated when it is forged, revoked or expired. A forged one
// costs no read of the store.
func (d *Desk) ByLink(ctx context.Context, link string) (Caller, error) {
	l, ok := readLink(d.secret, link)
	if !ok || d.expired(l.expires) {
		return Caller{}, ErrUnauthenticated
	}
	var info LinkInfo
	if _, err := d.read(ctx, l.event, kindLink, l.id, &info); err != nil {
		return Caller{}, unknownMeansUnauthenticated(err)
	}
	if info.Company != l.company {
		return Caller{}, ErrUnauthenticated
	}
	return Caller{Kind: Company, ID: l.id, Name: l.company, Event: l.event, Company: l.company, Language: info.Language}, nil
}

// demandLinks asks for what links give away: whoever has one may read and write what the company may.
func (c Caller) demandLinks(id string) error {
	if err := c.demand(id, ReadEvents); err != nil {
		return err
	}
	return c.demand(id, WriteEvents)
}

// CreateLink makes a personal link for a company; expires zero stands for 30 days after the event's last slot, and not less than
// 30 days from now. It takes WriteEvents and ReadEvents.
func (d *Desk) CreateLink(ctx context.Context, c Caller, id, company string, expires time.Time) (code string, info LinkInfo, err error) {
	if err := c.demandLinks(id); err != nil {
		return "", LinkInfo{}, err
	}
	l, err := d.load(ctx, id)
	if err != nil {
		return "", LinkInfo{}, err
	}
	languages, ok := languagesOf(l.index, company)
	if !ok {
		return "", LinkInfo{}, &NotFoundError{Kind: "company", ID: company}
	}
	now := d.clock().UTC()
	if faults := d.pastFault("expires", expires); faults != nil {
		return "", LinkInfo{}, faults
	}
	if expires.IsZero() {
		expires = now.Add(linkGrace)
		if end := infoOf(l.event).Last.Add(linkGrace); end.After(expires) {
			expires = end
		}
	}
	info = LinkInfo{
		Event: id, Company: company, Language: spokenOf(languages), Created: now, By: c.Name,
		Expires: expires.UTC().Truncate(time.Second),
	}
	if info.ID, err = d.newID(linkIDLen); err != nil {
		return "", LinkInfo{}, err
	}
	b := batch{space: id}
	b.put(kindLink, info.ID, store.Absent(), info, info.Expires)
	d.audit(&b, c, LinkCreated, id, company+" "+info.ID)
	if _, err := d.commit(ctx, &b); err != nil {
		return "", LinkInfo{}, err
	}
	info.Code = info.code(d.secret)
	return info.Code, info, nil
}

// languagesOf are the languages of a firm or buyer; ok is false when there is none of that id.
func languagesOf(ix *event.Index, company string) (languages []string, ok bool) {
	if f := ix.Firm(company); f != nil {
		return f.Languages, true
	}
	if b := ix.Buyer(company); b != nil {
		return b.Languages, true
	}
	return nil, false
}

// spokenOf is the first of a company's languages that the product speaks, else English; nothing when it names none.
func spokenOf(languages []string) string {
	for _, l := range languages {
		if slices.Contains(event.Languages, l) {
			return l
		}
	}
	if len(languages) == 0 {
		return ""
	}
	return "en"
}

// Links lists the links of an event, by company and age. It takes what CreateLink takes.
func (d *Desk) Links(ctx context.Context, c Caller, id string) ([]LinkInfo, error) {
	if err := c.demandLinks(id); err != nil {
		return nil, err
	}
	if _, err := d.version(ctx, id); err != nil {
		return nil, err
	}
	links := []LinkInfo{}
	for r, err := range d.records(ctx, store.ListQuery{Space: id, Kind: kindLink}) {
		var info LinkInfo
		if err == nil {
			err = decode(r, &info)
		}
		if err != nil {
			return nil, err
		}
		info.Code = info.code(d.secret)
		links = append(links, info)
	}
	slices.SortFunc(links, func(a, b LinkInfo) int {
		return cmp.Or(cmp.Compare(a.Company, b.Company), a.Created.Compare(b.Created), cmp.Compare(a.ID, b.ID))
	})
	return links, nil
}

// RevokeLink ends a link at once. It takes what CreateLink takes.
func (d *Desk) RevokeLink(ctx context.Context, c Caller, id, link string) error {
	if err := c.demandLinks(id); err != nil {
		return err
	}
	if link == "" {
		return &NotFoundError{Kind: kindLink, ID: link}
	}
	b := batch{space: id}
	b.delete(kindLink, link, store.Present())
	d.audit(&b, c, LinkRevoked, id, link)
	_, err := d.commit(ctx, &b)
	if _, gone := conflictOn(err, kindLink); gone {
		return &NotFoundError{Kind: kindLink, ID: link}
	}
	return err
}
