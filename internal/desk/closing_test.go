package desk_test

import (
	"errors"
	"testing"

	"sangdam/internal/desk"
)

func TestAClosedDeskBeginsNothing(t *testing.T) {
	b, ctx := newBench(t), t.Context()
	b.create(jinju(t))
	other, err := desk.New(desk.Options{Store: b.store, Runner: b.runner, Clock: b.clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(other.Ready(ctx), other.Close(), other.Close()); err != nil {
		t.Fatal(err)
	}
	// What is there already is read; what would have to be made is not.
	if _, err := b.Matches(ctx, b.admin, thisEvent, desk.MatchQuery{}); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Matches(ctx, b.admin, thisEvent, desk.MatchQuery{}); err != nil {
		t.Errorf("a ranking that is there: %v", err)
	}
	weight := 1.0
	if _, err := other.SetWeights(ctx, b.admin, thisEvent, map[string]*float64{"hs": &weight}, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Matches(ctx, b.admin, thisEvent, desk.MatchQuery{}); !errors.Is(err, desk.ErrUnavailable) {
		t.Errorf("a ranking that is not: %v", err)
	}
}

func TestADeskNeedsItsParts(t *testing.T) {
	b := newBench(t)
	for _, opt := range []desk.Options{
		{Runner: b.runner}, {Store: b.store}, {Store: b.store, Runner: b.runner, Secret: []byte("short")},
	} {
		if d, err := desk.New(opt); err == nil {
			t.Errorf("%+v makes a desk (closed: %v)", opt, d.Close())
		}
	}
}
