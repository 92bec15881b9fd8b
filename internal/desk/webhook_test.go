package desk_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/store"
)

// A receiver notes the calls it gets, and answers as told.
type receiver struct {
	*httptest.Server
	got chan delivery

	mu     sync.Mutex
	answer int
}

type delivery struct {
	header http.Header
	body   []byte
}

func newReceiver(t *testing.T) *receiver {
	r := &receiver{got: make(chan delivery, 100), answer: http.StatusNoContent}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		body, err := io.ReadAll(req.Body)
		if err != nil {
			t.Error(err)
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.answer == http.StatusFound {
			w.Header().Set("Location", r.URL+"/elsewhere")
		}
		w.WriteHeader(r.answer)
		r.got <- delivery{req.Header, body}
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) answers(status int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.answer = status
}

func TestWebhooksAreSignedAndSayWhatHappened(t *testing.T) {
	b, ctx := newBench(t, func(o *desk.Options) { o.PrivateWebhooks = true }), t.Context()
	r := newReceiver(t)
	secret, _, err := b.CreateWebhook(ctx, b.admin, desk.WebhookSpec{URL: r.URL, Topics: []string{desk.HookOutcome}})
	if err != nil {
		t.Fatal(err)
	}
	b.create(jinju(t)) // "changed" is none of its topics
	if _, err := b.AddOutcomes(ctx, b.admin, thisEvent, []event.Outcome{{Session: "changsha", Firm: "F01", Buyer: "C01", Held: event.Some(true)}}); err != nil {
		t.Fatal(err)
	}
	d := <-r.got
	var at int64
	var mac string
	if _, err := fmt.Sscanf(strings.ReplaceAll(d.header.Get("Sangdam-Signature"), ",v1=", " "), "t=%d %s", &at, &mac); err != nil {
		t.Fatal(err)
	}
	h := hmac.New(sha256.New, []byte(secret))
	fmt.Fprintf(h, "%d.%s", at, d.body)
	if want := hex.EncodeToString(h.Sum(nil)); mac != want || at != b.clock.Now().Unix() {
		t.Errorf("signed %s at %d, want %s", mac, at, want)
	}
	var message struct{ ID, Topic, Event string }
	if err := json.Unmarshal(d.body, &message); err != nil {
		t.Fatal(err)
	}
	if message.Topic != desk.HookOutcome || message.Event != thisEvent || message.ID == "" || message.ID != d.header.Get("Sangdam-Delivery") {
		t.Errorf("the message is %+v", message)
	}
}

func TestWebhooksAreTriedAgainAndGivenUp(t *testing.T) {
	b, ctx := newBench(t, func(o *desk.Options) { o.PrivateWebhooks = true }), t.Context()
	r := newReceiver(t)
	r.answers(http.StatusInternalServerError)
	if _, _, err := b.CreateWebhook(ctx, b.admin, desk.WebhookSpec{URL: r.URL}); err != nil {
		t.Fatal(err)
	}
	b.create(jinju(t))
	first := <-r.got
	waitForFailures(b, func(f []desk.HookFailure) bool { return len(f) == 1 && f[0].Tries == 1 })
	// Not before its time.
	b.clock.pass(9 * time.Second)
	if err := desk.CallDue(ctx, b.Desk); err != nil {
		t.Fatal(err)
	}
	if len(r.got) != 0 {
		t.Error("tried again too early")
	}
	r.answers(http.StatusFound) // a redirection is not followed
	b.clock.pass(time.Second)
	if err := desk.CallDue(ctx, b.Desk); err != nil {
		t.Fatal(err)
	}
	if again := <-r.got; string(again.body) != string(first.body) {
		t.Errorf("the second try says %s, the first %s", again.body, first.body)
	}
	waitForFailures(b, func(f []desk.HookFailure) bool {
		return len(f) == 1 && f[0].Tries == 2 && strings.Contains(f[0].Problem, "302")
	})
	r.answers(http.StatusOK)
	b.clock.pass(time.Minute)
	if err := desk.CallDue(ctx, b.Desk); err != nil {
		t.Fatal(err)
	}
	<-r.got
	waitForFailures(b, func(f []desk.HookFailure) bool { return len(f) == 0 })

	r.answers(http.StatusGone)
	if _, err := b.SetWish(ctx, b.admin, thisEvent, "F01", "C01", event.Want); err != nil {
		t.Fatal(err)
	}
	<-r.got
	waitForFailures(b, func(f []desk.HookFailure) bool { return len(f) == 1 && !f[0].GivenUp })
	b.clock.pass(24 * time.Hour)
	if err := desk.CallDue(ctx, b.Desk); err != nil {
		t.Fatal(err)
	}
	<-r.got
	waitForFailures(b, func(f []desk.HookFailure) bool { return len(f) == 1 && f[0].GivenUp })
	left, err := b.store.List(ctx, store.ListQuery{Space: thisEvent, Kind: "webhook-call", Limit: 1})
	if err != nil || len(left) != 0 {
		t.Errorf("what was given up is still there: %v %v", left, err)
	}
}

// waitForFailures waits until the failures of the one webhook are as they should be: the courier writes them after the answer.
func waitForFailures(b *bench, right func([]desk.HookFailure) bool) {
	b.t.Helper()
	watched, err := b.store.Get(b.t.Context(), store.Key{Kind: "secret", ID: "links"})
	if err != nil {
		b.t.Fatal(err)
	}
	for range b.store.Watch(b.t.Context(), "", watched.Version) {
		hooks, err := b.Webhooks(b.t.Context(), b.admin)
		if err != nil || len(hooks) != 1 {
			b.t.Fatalf("%+v %v", hooks, err)
		}
		if right(hooks[0].Failures) {
			return
		}
	}
}

func TestWebhooksReachPublicAddressesOnly(t *testing.T) {
	for addr, want := range map[string]bool{
		"1.1.1.1": true, "211.231.99.1": true, "2606:4700::1111": true,
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "0.0.0.0": false,
		"100.64.0.1": false, "224.0.0.1": false, "255.255.255.255": false, "::": false, "::1": false, "fe80::1": false, "fd00::1": false,
		"::ffff:127.0.0.1": false, "::ffff:10.0.0.1": false, "64:ff9b::7f00:1": false, "2002:7f00:1::": false, "fe80::1%eth0": false,
	} {
		if got := desk.Public(netip.MustParseAddr(addr)); got != want {
			t.Errorf("%s: public %v, want %v", addr, got, want)
		}
	}
	b, ctx := newBench(t), t.Context()
	for url, want := range map[string]event.Code{
		"ftp://example.com": event.CodeBadAddress, "https://": event.CodeBadAddress, "/path": event.CodeBadAddress, "%": event.CodeBadAddress,
		"https://user:word@example.com": event.CodeAddressWithPassword, "https://example.com/#part": event.CodeAddressWithFragment,
		"http://127.0.0.1:80/": event.CodePrivateAddress, "http://[::1]/": event.CodePrivateAddress, "http://localhost": event.CodePrivateAddress,
	} {
		_, _, err := b.CreateWebhook(ctx, b.admin, desk.WebhookSpec{URL: url})
		faults, _ := errors.AsType[event.Faults](err)
		if len(faults) != 1 || faults[0].Location != "url" || faults[0].Code != want || strings.Contains(faults[0].In("ko"), "word") {
			t.Errorf("%s: %v, want %s", url, err, want)
		}
	}
}

// Nothing is made for an event that there is not: it would wait for one that somebody else gives that id.
func TestNothingIsMadeForAnEventThatThereIsNot(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	_, _, hook := b.CreateWebhook(ctx, b.admin, desk.WebhookSpec{URL: "https://hooks.example/", Event: "nowhere"})
	_, _, token := b.CreateToken(ctx, b.admin, desk.TokenSpec{Name: "n", Scopes: []desk.Scope{desk.Admin}, Event: "nowhere"})
	for _, err := range []error{hook, token} {
		faults, _ := errors.AsType[event.Faults](err)
		if len(faults) != 1 || faults[0].Location != "event" || faults[0].Code != event.CodeUnknownEvent {
			t.Errorf("%v", err)
		}
	}
	hooks, err := b.Webhooks(ctx, b.admin)
	if tokens, also := b.Tokens(ctx, b.admin); err != nil || also != nil || len(hooks) != 0 || len(tokens) != 1 { // the administrator's own
		t.Errorf("%d webhooks, %d tokens, %v %v", len(hooks), len(tokens), err, also)
	}
}

// Whatever a name leads to is looked at when it is dialled, which is what this does with an address.
func TestANameCannotLeadIntoThePrivateNetwork(t *testing.T) {
	r := newReceiver(t)
	res, err := desk.HookClient(newBench(t).Desk).Get(r.URL)
	if err == nil {
		t.Fatal(res.Body.Close(), "it was called")
	}
	if !strings.Contains(err.Error(), "not public") || len(r.got) != 0 {
		t.Errorf("%v, %d calls", err, len(r.got))
	}
	open := newBench(t, func(o *desk.Options) { o.PrivateWebhooks = true })
	if res, err = desk.HookClient(open.Desk).Get(r.URL); err != nil {
		t.Fatal(err)
	}
	if err := res.Body.Close(); err != nil {
		t.Error(err)
	}
}

func TestADeletedWebhookIsNotCalled(t *testing.T) {
	b, ctx := newBench(t, func(o *desk.Options) { o.PrivateWebhooks = true }), t.Context()
	r := newReceiver(t)
	r.answers(http.StatusInternalServerError)
	_, info, err := b.CreateWebhook(ctx, b.admin, desk.WebhookSpec{URL: r.URL})
	if err != nil {
		t.Fatal(err)
	}
	b.create(jinju(t))
	<-r.got
	waitForFailures(b, func(f []desk.HookFailure) bool { return len(f) == 1 })
	if err := b.DeleteWebhook(ctx, b.admin, info.ID); err != nil {
		t.Fatal(err)
	}
	b.clock.pass(time.Hour)
	if err := desk.CallDue(ctx, b.Desk); err != nil {
		t.Fatal(err)
	}
	left, err := b.store.List(ctx, store.ListQuery{Space: thisEvent, Kind: "webhook-call", Limit: 1})
	if err != nil || len(left) > 0 || len(r.got) != 0 {
		t.Errorf("left %v, calls %d, %v", left, len(r.got), err)
	}
}
