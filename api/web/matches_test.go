package web

import (
	"encoding/binary"
	"encoding/json"
	"testing"

	"sangdam/event"
	"sangdam/internal/desk"
)

var samplePair = event.Pair{
	Session: "s", Firm: "F", Buyer: "B", Score: 0.8312, RankForFirm: 1, RankForBuyer: 3, Why: event.Text{Plain: hostile},
	Factors: []event.Factor{{Name: "sector", Value: 1, Weight: 0.4, Contribution: 0.4, Why: event.Text{Plain: hostile}}},
}

func sampleExcluded() event.Pair {
	p := samplePair
	reason := event.ReasonControl
	p.Excluded, p.ExcludedWhy = &reason, event.Text{Plain: hostile}
	return p
}

var (
	sampleProfile = profile{ID: "F", Name: hostile, Lines: []profileLine{{"Country", "China"}}, Goods: []good{{hostile, "d", "88"}}}
	sampleMatches = matchesView{
		Shell: sampleShell, Path: "/events/e/matches", Session: "s", Sessions: []tab{{hostile, "?session=s", true}},
		Sliders: []slider{{"sector", "Sector", 20, 20, 60}}, Sectors: []choice{{"a", hostile, false}}, Certs: []choice{{"c", "c", false}},
	}
	_ = sampled("matches", "layout", func() *matchesView {
		v := sampleMatches
		v.Map = &heatMap{Base: "/", Firms: []heatSide{{ID: "F", Name: hostile}}}
		return &v
	}())
	_ = sampled("matches", "layout", func() *matchesView {
		v := sampleMatches
		v.List = &pairList{Firms: []choice{{"F", hostile, true}}, Rows: []pairRow{{"F", hostile, samplePair}, {"F", hostile, sampleExcluded()}}, Next: "?after=x", Shortened: true}
		return &v
	}())
	_ = sampled("matches", "pair", &pairView{Pair: samplePair, Firm: sampleProfile, Buyer: sampleProfile,
		Factors: []factorBar{{"Sector", hostile, 100, 50, 0.4, 0.4}}, FirmWish: []choice{{"must", "Must", true}}, BuyerWish: []choice{{"none", "None", true}}})
	_ = sampled("matches", "pair", &pairView{Pair: sampleExcluded(), Firm: sampleProfile, Buyer: sampleProfile})
)

func TestAPackedMatrixHoldsScoresAndReasons(t *testing.T) {
	m := desk.Matrix{
		Version: 7, Firms: []string{"F1", "F2"}, Buyers: []string{"B1", "B2", "B3"}, Score: [][]int16{{0, 8312, -1}, {10000, -1, 5}},
		Reason: [][]int8{{0, 0, 2}, {0, 1, 0}}, Reasons: []event.Reason{event.ReasonRefused, event.ReasonControl},
	}
	body, err := packMatrix(m, map[string]int{"hs": 25})
	if err != nil {
		t.Fatal(err)
	}
	length := binary.LittleEndian.Uint32(body)
	var head matrixHead
	if err := json.Unmarshal(body[4:4+length], &head); err != nil || head.Version != 7 || head.Weights["hs"] != 25 || len(head.Buyers) != 3 {
		t.Fatalf("head %+v, %v", head, err)
	}
	scores := body[4+length:]
	if (4+length)%2 != 0 || len(scores) != 12 {
		t.Fatalf("the scores begin at %d and take %d bytes", 4+length, len(scores))
	}
	for i, want := range []int16{0, 8312, -2, 10000, -1, 5} {
		if got := int16(binary.LittleEndian.Uint16(scores[2*i:])); got != want {
			t.Errorf("score %d is %d, want %d", i, got, want)
		}
	}
}
