package desk_test

import (
	"encoding/base64"
	"errors"
	"slices"
	"testing"
	"time"

	"sangdam/internal/desk"
)

func TestALinkOpensForItsCompanyAlone(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	b.create(jinju(t))
	code, info, err := b.CreateLink(ctx, b.admin, thisEvent, "F01", b.clock.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	c, err := b.ByLink(ctx, code)
	if err != nil || !c.Is(thisEvent, "F01") || c.Language != "ko" {
		t.Fatalf("%+v %v", c, err)
	}
	links, err := b.Links(ctx, b.admin, thisEvent)
	if err != nil || len(links) != 1 || links[0].Code != code {
		t.Errorf("links: %+v %v", links, err)
	}
	// No bit of it can be changed.
	raw, err := base64.RawURLEncoding.DecodeString(code)
	if err != nil {
		t.Fatal(err)
	}
	for i := range raw {
		forged := slices.Clone(raw)
		forged[i] ^= 1
		if _, err := b.ByLink(ctx, base64.RawURLEncoding.EncodeToString(forged)); !errors.Is(err, desk.ErrUnauthenticated) {
			t.Errorf("byte %d changed: %v", i, err)
		}
	}
	for _, odd := range []string{"", "x", code[:10], code + "A", code + "="} {
		if _, err := b.ByLink(ctx, odd); !errors.Is(err, desk.ErrUnauthenticated) {
			t.Errorf("%q: %v", odd, err)
		}
	}
	if err := b.RevokeLink(ctx, b.admin, thisEvent, info.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := b.ByLink(ctx, code); !errors.Is(err, desk.ErrUnauthenticated) {
		t.Errorf("revoked: %v", err)
	}
	code, _, err = b.CreateLink(ctx, b.admin, thisEvent, "C01", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.ByLink(ctx, code); err != nil {
		t.Errorf("a link without an end: %v", err)
	}
	b.clock.pass(365 * 24 * time.Hour)
	if _, err := b.ByLink(ctx, code); !errors.Is(err, desk.ErrUnauthenticated) {
		t.Errorf("a year later: %v", err)
	}
}

func TestALinkEndsWithItsEvent(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	version := b.create(jinju(t))
	code, _, err := b.CreateLink(ctx, b.admin, thisEvent, "F01", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.DeleteEvent(ctx, b.admin, thisEvent, version); err != nil {
		t.Fatal(err)
	}
	b.create(jinju(t))
	if _, err := b.ByLink(ctx, code); !errors.Is(err, desk.ErrUnauthenticated) {
		t.Errorf("the link of the event before: %v", err)
	}
}
