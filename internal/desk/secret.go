package desk

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"sangdam/internal/store"
)

// secretBytes is how much chance is in a secret.
const secretBytes = 32

// tokenPrefix lets people and scanners of leaked secrets see what a token is.
const tokenPrefix = "sd_"

// newSecret makes a secret that nobody can guess.
func (d *Desk) newSecret() (string, error) {
	b, err := d.random(secretBytes)
	return tokenPrefix + base64.RawURLEncoding.EncodeToString(b), err
}

func (d *Desk) random(n int) ([]byte, error) {
	b := make([]byte, n)
	if _, err := io.ReadFull(d.opt.Random, b); err != nil {
		return nil, fmt.Errorf("desk: no chance to be had: %w", err)
	}
	return b, nil
}

// idLetters are those of Crockford's base 32: none is mistaken for another.
const idLetters = "0123456789abcdefghjkmnpqrstvwxyz"

// newID makes an id of n letters that will not come up again.
func (d *Desk) newID(n int) (string, error) {
	b, err := d.random(n)
	var id strings.Builder
	for _, c := range b {
		id.WriteByte(idLetters[c%32])
	}
	return id.String(), err
}

// hashOf is how a secret is kept and looked up. Secrets hold 256 bits of chance, so that guessing is out of the question
// however fast the hash; a slow one would only slow down every request. Looking up the hash tells a timing observer nothing
// about the secret.
func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// publicID is the part of a hash by which people name what a secret opens.
func publicID(hash string) string { return hash[:16] }

// linkSecret returns the secret that signs links: the one of the options, else the one in the store, made at the first start.
func (d *Desk) linkSecret(ctx context.Context) ([]byte, error) {
	if d.opt.Secret != nil {
		return d.opt.Secret, nil
	}
	for {
		r, err := d.get(ctx, "", kindSecret, "links")
		if err == nil {
			return r.Value, nil
		}
		if !errors.Is(err, ErrNotFound) {
			return nil, err
		}
		fresh, err := d.random(secretBytes)
		if err != nil {
			return nil, err
		}
		b := batch{}
		b.raw(kindSecret, "links", store.Absent(), fresh, time.Time{})
		_, err = d.commit(ctx, &b)
		if _, lost := conflictOn(err, kindSecret); err != nil && !lost {
			return nil, err
		}
	}
}
