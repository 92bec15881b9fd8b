package desk

import (
	"context"
	"errors"
	"fmt"
	"time"

	"sangdam/internal/store"
)

// LeastGiven is the length of an admin token that somebody chose. It is kept under a fast hash, so it must not be guessed.
const LeastGiven = 24

// The names of the token of the first start, which nobody named: given from outside, or made.
const (
	GivenToken = "SANGDAM_ADMIN_TOKEN"
	FirstToken = "first"
)

// A firstToken is the record of which admin token the start of the program made.
type firstToken struct {
	Hash  string `json:"hash"`
	Given bool   `json:"given"` // from outside, as SANGDAM_ADMIN_TOKEN
}

// FirstToken sees to it that there is an admin token. With given, that one is registered, and one given before is revoked, so that
// changing it changes the lock. Without, one is made at the first start ever, and its secret is returned this once;
// created tells of that. Of several processes that start at once, one makes it.
func (d *Desk) FirstToken(ctx context.Context, given string) (secret string, created bool, err error) {
	if given != "" && len(given) < LeastGiven {
		return "", false, fmt.Errorf("desk: the admin token has %d characters; it needs %d or more, made by chance", len(given), LeastGiven)
	}
	for {
		secret, created, err = d.firstToken(ctx, given)
		if _, lost := conflictOn(err, kindFirst); !lost {
			return secret, created, err
		}
	}
}

func (d *Desk) firstToken(ctx context.Context, given string) (secret string, created bool, err error) {
	var before firstToken
	record, err := d.read(ctx, "", kindFirst, kindToken, &before)
	switch {
	case err != nil && !errors.Is(err, ErrNotFound):
		return "", false, err
	case err == nil && given == "":
		return "", false, nil
	}
	condition := store.Absent()
	if record.Version != 0 {
		condition = store.At(record.Version)
	}
	if given != "" && before.Hash == hashOf(given) {
		if _, err := d.get(ctx, "", kindToken, before.Hash); !errors.Is(err, ErrNotFound) {
			return "", false, err
		}
	}
	name := GivenToken
	if secret = given; given == "" {
		name = FirstToken
		if secret, err = d.newSecret(); err != nil {
			return "", false, err
		}
	}
	b := batch{}
	if before.Given && before.Hash != hashOf(given) {
		b.delete(kindToken, before.Hash, store.Any())
	}
	b.put(kindFirst, kindToken, condition, firstToken{hashOf(secret), given != ""}, time.Time{})
	d.addGiven(&b, secret, name)
	if _, err := d.commit(ctx, &b); err != nil {
		return "", false, err
	}
	if given != "" {
		return "", false, nil
	}
	return secret, true, nil
}

// addGiven adds an admin token that may have been there before.
func (d *Desk) addGiven(b *batch, secret, name string) {
	at := len(b.changes)
	d.addToken(b, Caller{Name: "start"}, secret, TokenSpec{Name: name, Scopes: []Scope{Admin}})
	b.changes[at].If = store.Any()
}
