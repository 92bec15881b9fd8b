package matcher

import (
	"testing"

	"sangdam/event"
)

func TestSize(t *testing.T) {
	for _, c := range []struct {
		name                      string
		capacity, minimum, volume float64
		firm, buyer               float64
		why                       string
	}{
		{"fills the capacity", 1e6, 0, 1e6, 1, 1, "연간 수요 USD 1,000,000이 생산 능력 USD 1,000,000 안에 듦"},
		{"fills a quarter", 1e6, 0, 2.5e5, 0.5, 1, "연간 수요 USD 250,000이 생산 능력 USD 1,000,000 안에 듦"},
		{"exceeds it", 1e6, 0, 4e6, 1, 0.25, "연간 수요 USD 4,000,000이 생산 능력 USD 1,000,000을 넘음"},
		{"below one order", 1e6, 5e4, 4e4, 0.2, 1, "연간 수요 USD 40,000이 최소 주문 USD 50,000을 밑돎"},
	} {
		v := viewOf(t, event.Session{}, event.Firm{CapacityUSD: event.Some(c.capacity), MinimumOrderUSD: event.Some(c.minimum)},
			event.Buyer{VolumeUSD: event.Some(c.volume)})
		o := seeSize(v)
		checkGrade(t, c.name, o.firm, true, c.firm)
		checkGrade(t, c.name, o.buyer, true, c.buyer)
		checkKorean(t, whySize(v, o).why, c.why)
	}
	v := viewOf(t, event.Session{}, event.Firm{}, event.Buyer{VolumeUSD: event.Some(1e6)})
	checkGrade(t, "capacity unknown", seeSize(v).firm, false, 0)
	checkKorean(t, whySize(v, opinion{}).why, "수요나 생산 능력을 밝히지 않음")
}
