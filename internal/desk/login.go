package desk

import (
	"context"
	"errors"
	"time"

	"sangdam/internal/store"
)

// A login is the record behind a session of the pages.
type login struct {
	Token   string    `json:"token"` // hash of the token that it was made with
	Created time.Time `json:"created"`
}

// SignIn makes a session for the pages out of a token. It lives for Options.SessionLife at most, and ends with its token.
func (d *Desk) SignIn(ctx context.Context, token string) (session string, err error) {
	c, err := d.ByToken(ctx, token)
	if err != nil {
		return "", err
	}
	if session, err = d.newSecret(); err != nil {
		return "", err
	}
	now := d.clock().UTC()
	b := batch{}
	b.put(kindLogin, hashOf(session), store.Absent(), login{hashOf(token), now}, now.Add(d.opt.SessionLife))
	d.audit(&b, c, SignedIn, "", "")
	_, err = d.commit(ctx, &b)
	return session, err
}

// BySession finds who is signed in. The error is ErrUnauthenticated when nobody is, or the token was revoked since.
func (d *Desk) BySession(ctx context.Context, session string) (Caller, error) {
	if session == "" {
		return Caller{}, ErrUnauthenticated
	}
	var l login
	if _, err := d.read(ctx, "", kindLogin, hashOf(session), &l); err != nil {
		return Caller{}, unknownMeansUnauthenticated(err)
	}
	if d.expired(l.Created.Add(d.opt.SessionLife)) {
		return Caller{}, ErrUnauthenticated
	}
	return d.byTokenHash(ctx, l.Token)
}

// SignOut ends a session. It is no error when there is none.
func (d *Desk) SignOut(ctx context.Context, session string) error {
	c, err := d.BySession(ctx, session)
	if errors.Is(err, ErrUnauthenticated) {
		return nil
	}
	if err != nil {
		return err
	}
	b := batch{}
	b.delete(kindLogin, hashOf(session), store.Any())
	d.audit(&b, c, SignedOut, "", "")
	_, err = d.commit(ctx, &b)
	return err
}
