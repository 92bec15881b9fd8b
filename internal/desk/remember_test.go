package desk_test

import (
	"errors"
	"testing"
	"time"

	"sangdam/internal/desk"
)

func TestARequestUnderAKeyIsMadeOnce(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	begin := func(c desk.Caller, body string) (*desk.Attempt, *desk.Answer, error) {
		return b.Remember(ctx, c, "key", body, 24*time.Hour)
	}
	first, _, err := begin(b.admin, "one")
	if err != nil || first == nil {
		t.Fatal(err)
	}
	if _, _, err := begin(b.admin, "one"); !errors.Is(err, desk.ErrBusy) {
		t.Errorf("while it runs: %v", err)
	}
	if _, _, err := begin(b.admin, "two"); !errors.Is(err, desk.ErrOtherBody) {
		t.Errorf("with another body: %v", err)
	}
	other := b.caller(desk.TokenSpec{Name: "other", Scopes: []desk.Scope{desk.Solve}}, b.admin)
	if theirs, _, err := begin(other, "two"); err != nil || theirs == nil {
		t.Errorf("the key of another caller: %v", err)
	}
	if err := first.Done(ctx, desk.Answer{Status: 202, Header: map[string]string{"Location": "/x"}, Body: []byte("body")}); err != nil {
		t.Fatal(err)
	}
	again, answer, err := begin(b.admin, "one")
	if err != nil || again != nil || answer == nil || answer.Status != 202 || string(answer.Body) != "body" || answer.Header["Location"] != "/x" {
		t.Errorf("made again: %v %+v %v", again, answer, err)
	}
	b.clock.pass(24 * time.Hour)
	third, answer, err := begin(b.admin, "two")
	if err != nil || third == nil || answer != nil {
		t.Fatalf("a day later: %v %v %v", third, answer, err)
	}
	if err := third.Forget(ctx); err != nil {
		t.Fatal(err)
	}
	crashed, _, err := begin(b.admin, "one")
	if err != nil || crashed == nil {
		t.Fatalf("after it was forgotten: %v", err)
	}
	b.clock.pass(time.Minute)
	next, _, err := begin(b.admin, "one")
	if err != nil || next == nil {
		t.Fatalf("after a crash: %v", err)
	}
	if err := crashed.Done(ctx, desk.Answer{Status: 500}); err != nil {
		t.Errorf("too late: %v", err)
	}
	if _, answer, err := begin(b.admin, "one"); answer != nil || !errors.Is(err, desk.ErrBusy) {
		t.Errorf("what came too late counts: %+v %v", answer, err)
	}
}
