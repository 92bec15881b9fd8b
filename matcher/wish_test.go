package matcher

import (
	"testing"

	"sangdam/event"
)

func TestWish(t *testing.T) {
	for _, c := range []struct {
		name        string
		wishes      event.Wishes
		firm, buyer grade
		why         string
	}{
		{"both for it", event.Wishes{ByFirm: event.Want, ByBuyer: event.Must}, grade{1, true}, grade{1, true}, "기업이 만남을 바람, 바이어가 만남을 꼭 바람"},
		{"the firm alone", event.Wishes{ByFirm: event.Want}, grade{1, true}, grade{}, "기업이 만남을 바람"},
		{"at odds", event.Wishes{ByFirm: event.Avoid, ByBuyer: event.Want}, grade{0, true}, grade{1, true}, "기업이 만남을 꺼림, 바이어가 만남을 바람"},
		{"silent", event.Wishes{}, grade{}, grade{}, "희망을 밝히지 않음"},
	} {
		v := viewOf(t, event.Session{}, event.Firm{}, event.Buyer{})
		v.wish = c.wishes
		if o := seeWish(v); o.firm != c.firm || o.buyer != c.buyer {
			t.Errorf("%s: got %+v", c.name, o)
		}
		checkKorean(t, whyWish(v, opinion{}).why, c.why)
	}
}
