package matcher

import (
	"testing"

	"sangdam/event"
)

func TestHS(t *testing.T) {
	for _, c := range []struct {
		name        string
		offer, need []string
		low, high   float64
		why         string
	}{
		{"equal", []string{"8412.21"}, []string{"841221"}, 1, 1, "HS 8412.21 일치"},
		{"editions meet", []string{"8803.30"}, []string{"8807.30"}, 1, 1, "HS 8807.30 일치"},
		{"one heading", []string{"8412.21"}, []string{"8412.29"}, 0.7, 0.9, "HS 8412.21과 8412.29가 같은 호 8412에 속함"},
		{"one chapter", []string{"8412.21"}, []string{"8481"}, 0.1, 0.3, "HS 8412.21과 8481은 같은 류 84에서만 만남"},
		{"apart", []string{"8412.21"}, []string{"6903"}, 0, 0, "HS 8412.21과 6903은 서로 다른 류"},
		{"the nearest of several", []string{"6903", "8412.21"}, []string{"7301", "8412.21"}, 1, 1, "HS 8412.21 일치"},
	} {
		v := viewOf(t, event.Session{}, event.Firm{Products: product("x", nil, c.offer...)}, event.Buyer{Needs: need("y", nil, c.need...)})
		o := seeHS(v)
		if !o.firm.known || o.firm != o.buyer || o.firm.value < c.low || o.firm.value > c.high {
			t.Errorf("%s: got %+v, want %v to %v for both", c.name, o, c.low, c.high)
		}
		checkKorean(t, whyHS(v, o).why, c.why)
	}
	v := viewOf(t, event.Session{}, event.Firm{Products: product("x", nil)}, event.Buyer{Needs: need("y", nil, "8412")})
	checkGrade(t, "no code", seeHS(v).firm, false, 0)
	checkKorean(t, whyHS(v, opinion{}).why, "한쪽에 HS 코드가 없음")
}
