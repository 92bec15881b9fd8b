package desk

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/store"
)

// A TokenSpec says what a new token allows.
type TokenSpec struct {
	Name    string // for people; not empty
	Scopes  []Scope
	Event   string    // the only event it is for; empty: all
	Expires time.Time // zero: never
}

// A TokenInfo is what can be said of a token without its secret.
type TokenInfo struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Scopes  []Scope   `json:"scopes"`
	Event   string    `json:"event,omitzero"`
	Created time.Time `json:"created"`
	Expires time.Time `json:"expires,omitzero"`
	By      string    `json:"by,omitzero"` // name of who created it
}

func (t TokenInfo) caller() Caller {
	return Caller{Kind: Organizer, ID: t.ID, Name: t.Name, Scopes: t.Scopes, Event: t.Event}
}

// ByToken finds who has a token. The error is ErrUnauthenticated when it is not known, revoked or expired. It costs one read
// of the store.
func (d *Desk) ByToken(ctx context.Context, token string) (Caller, error) {
	if token == "" {
		return Caller{}, ErrUnauthenticated
	}
	return d.byTokenHash(ctx, hashOf(token))
}

func (d *Desk) byTokenHash(ctx context.Context, hash string) (Caller, error) {
	r, err := d.get(ctx, "", kindToken, hash)
	if err != nil {
		return Caller{}, unknownMeansUnauthenticated(err)
	}
	t, known := d.cache.tokens.get(hash, r.Version)
	if !known {
		if err := decode(r, &t); err != nil {
			return Caller{}, err
		}
		d.cache.tokens.put(hash, r.Version, t)
	}
	if d.expired(t.Expires) {
		return Caller{}, ErrUnauthenticated
	}
	return t.caller(), nil
}

func (d *Desk) expired(at time.Time) bool { return !at.IsZero() && !d.clock().Before(at) }

// CreateToken makes a token and returns its secret, which is not kept and cannot be shown again. It takes Admin; whoever is bound
// to an event makes tokens for that event only.
func (d *Desk) CreateToken(ctx context.Context, c Caller, spec TokenSpec) (secret string, info TokenInfo, err error) {
	if err := c.demand(spec.Event, Admin); err != nil {
		return "", TokenInfo{}, err
	}
	if err := d.checkToken(ctx, spec); err != nil {
		return "", TokenInfo{}, err
	}
	if secret, err = d.newSecret(); err != nil {
		return "", TokenInfo{}, err
	}
	b := batch{}
	info = d.addToken(&b, c, secret, spec)
	if _, err := d.commit(ctx, &b); err != nil {
		return "", TokenInfo{}, err
	}
	return secret, info, nil
}

// addToken adds the record of a token and its entry in the log.
func (d *Desk) addToken(b *batch, c Caller, secret string, spec TokenSpec) TokenInfo {
	hash := hashOf(secret)
	info := TokenInfo{
		ID: publicID(hash), Name: spec.Name, Scopes: spec.Scopes, Event: spec.Event,
		Created: d.clock().UTC(), Expires: spec.Expires, By: c.Name,
	}
	b.put(kindToken, hash, store.Absent(), info, spec.Expires)
	d.audit(b, c, TokenCreated, spec.Event, info.ID)
	return info
}

// maxName is the length of a name for people, in bytes.
const maxName = 200

// checkToken finds fault with what a new token is to be.
func (d *Desk) checkToken(ctx context.Context, spec TokenSpec) error {
	var faults event.Faults
	if strings.TrimSpace(spec.Name) == "" {
		faults = append(faults, event.Fault{Location: "name", Code: event.CodeEmpty})
	}
	if len(spec.Name) > maxName {
		faults = append(faults, outOfRange("name", len(spec.Name), 1, maxName))
	}
	if len(spec.Scopes) == 0 {
		faults = append(faults, event.Fault{Location: "scopes", Code: event.CodeEmpty})
	}
	for i, s := range spec.Scopes {
		if !slices.Contains(Scopes, s) {
			faults = append(faults, unknownWord("scopes["+strconv.Itoa(i)+"]", string(s), Scopes))
		}
	}
	unknown, err := d.eventFaults(ctx, "event", spec.Event)
	if err != nil {
		return err
	}
	faults = append(append(faults, unknown...), d.pastFault("expires", spec.Expires)...)
	if len(faults) == 0 {
		return nil
	}
	return faults
}

// Tokens lists all tokens, or those of an event for whoever is bound to it. It takes Admin.
func (d *Desk) Tokens(ctx context.Context, c Caller) ([]TokenInfo, error) {
	if err := c.demand(c.Event, Admin); err != nil {
		return nil, err
	}
	tokens := []TokenInfo{}
	for r, err := range d.records(ctx, store.ListQuery{Kind: kindToken}) {
		var t TokenInfo
		if err == nil {
			err = decode(r, &t)
		}
		if err != nil {
			return nil, err
		}
		if c.Event == "" || c.Event == t.Event {
			tokens = append(tokens, t)
		}
	}
	slices.SortFunc(tokens, func(a, b TokenInfo) int {
		if by := a.Created.Compare(b.Created); by != 0 {
			return by
		}
		return strings.Compare(a.ID, b.ID)
	})
	return tokens, nil
}

// RevokeToken ends a token at once, and the logins that were made with it. It takes Admin.
func (d *Desk) RevokeToken(ctx context.Context, c Caller, id string) error {
	if err := c.demand(c.Event, Admin); err != nil {
		return err
	}
	if id == "" || len(id) != len(publicID(hashOf(""))) {
		return &NotFoundError{Kind: kindToken, ID: id}
	}
	for r, err := range d.records(ctx, store.ListQuery{Kind: kindToken, Prefix: id}) {
		var t TokenInfo
		if err == nil {
			err = decode(r, &t)
		}
		if err != nil {
			return err
		}
		if c.Event != "" && c.Event != t.Event {
			break
		}
		b := batch{}
		b.delete(kindToken, r.ID, store.Present())
		d.audit(&b, c, TokenRevoked, t.Event, t.ID)
		_, err := d.commit(ctx, &b)
		if _, gone := conflictOn(err, kindToken); gone {
			break
		}
		return err
	}
	return &NotFoundError{Kind: kindToken, ID: id}
}
