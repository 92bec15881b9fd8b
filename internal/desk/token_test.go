package desk_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/store"
)

func TestATokenOpensUntilItExpiresOrIsRevoked(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	spec := desk.TokenSpec{Name: "통합", Scopes: []desk.Scope{desk.ReadEvents}, Expires: b.clock.Now().Add(time.Hour)}
	short, _, err := b.CreateToken(ctx, b.admin, spec)
	if err != nil {
		t.Fatal(err)
	}
	spec.Expires = time.Time{}
	long, info, err := b.CreateToken(ctx, b.admin, spec)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(long, "sd_") || len(long) != 3+43 {
		t.Errorf("a token looks like %q", long)
	}
	session, err := b.SignIn(ctx, long)
	if err != nil {
		t.Fatal(err)
	}
	if c, err := b.ByToken(ctx, short); err != nil || c.Name != "통합" || !c.May(desk.ReadEvents, "any") || c.May(desk.Solve, "any") {
		t.Errorf("%+v %v", c, err)
	}
	b.clock.pass(time.Hour)
	for _, token := range []string{short, "", long + "x", "sd_"} {
		if _, err := b.ByToken(ctx, token); !errors.Is(err, desk.ErrUnauthenticated) {
			t.Errorf("%q: %v", token, err)
		}
	}
	if c, err := b.BySession(ctx, session); err != nil || c.ID != info.ID {
		t.Errorf("signed in: %+v %v", c, err)
	}
	if err := b.RevokeToken(ctx, b.admin, info.ID); err != nil {
		t.Fatal(err)
	}
	if err := b.RevokeToken(ctx, b.admin, info.ID); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("revoked twice: %v", err)
	}
	if _, err := b.ByToken(ctx, long); !errors.Is(err, desk.ErrUnauthenticated) {
		t.Errorf("revoked: %v", err)
	}
	if _, err := b.BySession(ctx, session); !errors.Is(err, desk.ErrUnauthenticated) {
		t.Errorf("signed in with a revoked token: %v", err)
	}
}

func TestSessionsEnd(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	secret, _, err := b.CreateToken(ctx, b.admin, desk.TokenSpec{Name: "n", Scopes: []desk.Scope{desk.Admin}})
	if err != nil {
		t.Fatal(err)
	}
	first, err := b.SignIn(ctx, secret)
	if err != nil {
		t.Fatal(err)
	}
	second, err := b.SignIn(ctx, secret)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.SignOut(ctx, first); err != nil {
		t.Fatal(err)
	}
	if _, err := b.BySession(ctx, first); !errors.Is(err, desk.ErrUnauthenticated) {
		t.Errorf("signed out: %v", err)
	}
	if _, err := b.BySession(ctx, second); err != nil {
		t.Errorf("the other session: %v", err)
	}
	b.clock.pass(12 * time.Hour)
	if _, err := b.BySession(ctx, second); !errors.Is(err, desk.ErrUnauthenticated) {
		t.Errorf("after 12 hours: %v", err)
	}
	if err := b.SignOut(ctx, second); err != nil {
		t.Errorf("signing out of nothing: %v", err)
	}
}

func TestAWrongTokenIsToldInFull(t *testing.T) {
	b := newBench(t)
	_, _, err := b.CreateToken(t.Context(), b.admin, desk.TokenSpec{
		Scopes: []desk.Scope{"all"}, Event: "a b", Expires: b.clock.Now().Add(-time.Hour),
	})
	faults, ok := errors.AsType[event.Faults](err)
	var at []string
	for _, f := range faults {
		at = append(at, f.Location)
		for _, lang := range event.Languages {
			if text := f.Text().By[lang]; text == "" || strings.Contains(text, "{") {
				t.Errorf("%s in %s: %q", f.Location, lang, text)
			}
		}
	}
	if want := []string{"name", "scopes[0]", "event", "expires"}; !ok || !slices.Equal(at, want) {
		t.Errorf("faults at %q, want %q (%v)", at, want, err)
	}
}

func TestTheFirstTokenIsMadeOnce(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	secret, created, err := b.FirstToken(ctx, "")
	if err != nil || !created {
		t.Fatalf("%v %v", created, err)
	}
	if again, created, err := b.FirstToken(ctx, ""); again != "" || created || err != nil {
		t.Errorf("the second start: %q %v %v", again, created, err)
	}
	if c, err := b.ByToken(ctx, secret); err != nil || !c.May(desk.Admin, "") {
		t.Errorf("%+v %v", c, err)
	}
	one, two := strings.Repeat("one-", 10), strings.Repeat("two-", 10)
	for _, given := range []string{one, one, two} {
		if _, created, err := b.FirstToken(ctx, given); created || err != nil {
			t.Fatalf("given: %v %v", created, err)
		}
	}
	if _, err := b.ByToken(ctx, one); !errors.Is(err, desk.ErrUnauthenticated) {
		t.Errorf("the one given before still opens: %v", err)
	}
	if c, err := b.ByToken(ctx, two); err != nil || !c.May(desk.Admin, "") {
		t.Errorf("the one given: %+v %v", c, err)
	}
	if _, err := b.ByToken(ctx, secret); err != nil {
		t.Errorf("the first one: %v", err)
	}
	if _, _, err := b.FirstToken(ctx, "secret"); err == nil {
		t.Error("a token that can be guessed is taken")
	}
}

func TestNoSecretIsKept(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	b.create(jinju(t))
	first, _, err := b.FirstToken(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	session, err := b.SignIn(ctx, first)
	if err != nil {
		t.Fatal(err)
	}
	link, _, err := b.CreateLink(ctx, b.admin, thisEvent, "F01", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	hook, _, err := b.CreateWebhook(ctx, b.admin, desk.WebhookSpec{URL: "https://hooks.example/sangdam"})
	if err != nil {
		t.Fatal(err)
	}
	kinds := []string{"token", "login", "first", "audit", "link", "webhook", "webhook-call", "secret"}
	seen := 0
	for _, space := range []string{"", thisEvent} {
		for _, kind := range kinds {
			records, err := b.store.List(ctx, store.ListQuery{Space: space, Kind: kind, Limit: 100})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range records {
				seen++
				for _, secret := range []string{first, session, link, hook} {
					if bytes.Contains(r.Value, []byte(secret)) || strings.Contains(r.ID, secret) {
						t.Errorf("the record %v holds a secret", r.Key)
					}
				}
			}
		}
	}
	if seen < 8 {
		t.Errorf("only %d records were looked at", seen)
	}
}

func TestOfManyStartsOneMakesTheFirstToken(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	var made atomic.Int32
	var working sync.WaitGroup
	for range 8 {
		working.Go(func() {
			secret, created, err := b.FirstToken(ctx, "")
			if err != nil || created != (secret != "") {
				t.Errorf("%q %v %v", secret, created, err)
			}
			if created {
				made.Add(1)
			}
		})
	}
	working.Wait()
	if n := made.Load(); n != 1 {
		t.Errorf("%d tokens were made", n)
	}
}
