package desk

import (
	"context"
	"errors"
	"time"
)

// A LinkInfo is what can be said of a personal link.
type LinkInfo struct {
	ID       string    `json:"id"`
	Event    string    `json:"event"`
	Company  string    `json:"company"`
	Language string    `json:"language,omitzero"`
	Created  time.Time `json:"created"`
	Expires  time.Time `json:"expires"`
	By       string    `json:"by,omitzero"`
	// Code is the secret part of the link's address. Organizers print links more than once, so it can be shown again; it is
	// made anew from the desk's secret and not kept.
	Code string `json:"code"`
}

// ByLink finds the company that a link is for. The error is ErrUnauthenticated when it is forged, revoked or expired.
func (d *Desk) ByLink(ctx context.Context, link string) (Caller, error) {
	return Caller{}, errors.ErrUnsupported
}

// CreateLink makes a personal link for a company; expires zero stands for 30 days after the event's last slot. It takes WriteEvents and
// ReadEvents, since whoever has the link may do what the company may.
func (d *Desk) CreateLink(ctx context.Context, c Caller, id, company string, expires time.Time) (code string, info LinkInfo, err error) {
	return "", LinkInfo{}, errors.ErrUnsupported
}

// Links lists the links of an event, by company. It takes what CreateLink takes.
func (d *Desk) Links(ctx context.Context, c Caller, id string) ([]LinkInfo, error) {
	return nil, errors.ErrUnsupported
}

// RevokeLink ends a link at once. It takes what CreateLink takes.
func (d *Desk) RevokeLink(ctx context.Context, c Caller, id, link string) error {
	return errors.ErrUnsupported
}
