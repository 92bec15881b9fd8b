package matcher

import (
	"math"
	"testing"

	"sangdam/event"
)

// smallEvent is a delegation of two fictional firms and three fictional buyers.
func smallEvent() *event.Event {
	text := func(ko, en, zh, ru string) event.Text {
		by := map[string]string{}
		for lang, s := range map[string]string{"ko": ko, "en": en, "zh": zh, "ru": ru} {
			if s != "" {
				by[lang] = s
			}
		}
		return event.Text{By: by}
	}
	return &event.Event{
		Format: event.Format, ID: "small",
		Sessions: []event.Session{{ID: "changsha", Country: "CN", TimeZone: "Asia/Shanghai", Tables: event.Tables{Count: 2},
			Interpreters: []event.Interpreter{{ID: "I1", Languages: []string{"ko", "zh"}}}}},
		Firms: []event.Firm{
			{ID: "F1", Name: text("가람유압", "Garam Hydraulics", "", ""), Sectors: []string{"hydraulics"}, Languages: []string{"ko", "en"},
				Products:     []event.Product{{Name: text("유압 실린더", "hydraulic cylinders", "", ""), HS: []string{"8412.21"}}},
				Certificates: []string{"IATF 16949"}, Markets: []string{"CN"}, CapacityUSD: event.Some(2e6), MinimumOrderUSD: event.Some(2e4)},
			{ID: "F2", Name: text("나루항공", "Naru Aero", "", ""), Sectors: []string{"aerospace"}, Languages: []string{"ko"},
				Products: []event.Product{{Name: text("항공기 부품", "aircraft parts", "", ""), HS: []string{"8803.30"}}}, Certificates: []string{"AS9100"}},
		},
		Buyers: []event.Buyer{
			{ID: "B1", Name: text("", "Xiang Machinery", "湘江机械", ""), Country: "CN", Sectors: []string{"construction-machinery"}, Languages: []string{"zh"},
				Needs: []event.Need{{Description: text("", "", "液压缸", ""), HS: []string{"8412"}}}, RequiredCertificates: []string{"ISO 9001"}, VolumeUSD: event.Some(5e5)},
			{ID: "B2", Name: text("", "Lu Aviation", "", ""), Country: "CN", Sectors: []string{"aerospace"}, Languages: []string{"zh", "en"},
				Needs: []event.Need{{Description: text("", "", "飞机零件", ""), HS: []string{"8807"}}}, RequiredCertificates: []string{"AS9100"}},
			{ID: "B3", Name: text("", "Quiet Trading", "", ""), Country: "CN", Languages: []string{"zh"}},
		},
	}
}

func find(t *testing.T, pairs []event.Pair, firm, buyer string) event.Pair {
	t.Helper()
	for _, p := range pairs {
		if p.Firm == firm && p.Buyer == buyer {
			return p
		}
	}
	t.Fatalf("no pair of %s and %s", firm, buyer)
	return event.Pair{}
}

func checkSums(t *testing.T, pairs []event.Pair) {
	t.Helper()
	const half = 0.5 / Unit
	for _, p := range pairs {
		sum := 0.0
		for _, f := range p.Factors {
			sum += f.Contribution
			// What rounding may do: value and weight each by half a unit, the contribution by one, and the score that is divided by half.
			rounding := half*(f.Value+f.Weight) + 3*half + 1e-8
			if f.Value < 0 || f.Value > 1 || f.Weight < 0 || f.Contribution < 0 || p.Score > 0 && math.Abs(f.Value*f.Weight-f.Contribution) > rounding {
				t.Errorf("%s and %s: factor out of range: %+v", p.Firm, p.Buyer, f)
			}
		}
		if math.Abs(sum-p.Score) > 1e-9 {
			t.Errorf("%s and %s: contributions sum to %.6f, score is %.6f", p.Firm, p.Buyer, sum, p.Score)
		}
		if p.Score < 0 || p.Score > 1 {
			t.Errorf("%s and %s: score %v is not in [0, 1]", p.Firm, p.Buyer, p.Score)
		}
	}
}

func TestRankPutsTheRightPairsFirst(t *testing.T) {
	pairs := Rank(smallEvent())
	if len(pairs) != 6 {
		t.Fatalf("%d pairs, want 6", len(pairs))
	}
	checkSums(t, pairs)
	for firm, buyer := range map[string]string{"F1": "B1", "F2": "B2"} {
		if p := find(t, pairs, firm, buyer); p.RankForFirm != 1 || p.RankForBuyer != 1 || p.Excluded != nil || p.Score < 0.6 {
			t.Errorf("%s and %s belong together, got score %.4f, ranks %d and %d, excluded %v", firm, buyer, p.Score, p.RankForFirm, p.RankForBuyer, p.Excluded)
		}
	}
	if p := find(t, pairs, "F1", "B2"); p.Excluded == nil || *p.Excluded != event.ReasonCertificate || p.RankForFirm != 0 {
		t.Errorf("F1 lacks AS9100, yet the pair with B2 is %+v", p)
	}
	for i, p := range pairs {
		if i > 0 && p.Excluded == nil && (pairs[i-1].Excluded != nil || pairs[i-1].Score < p.Score) {
			t.Errorf("pair %d is out of order", i)
		}
		for _, lang := range event.Languages {
			if p.Why.By[lang] == "" {
				t.Errorf("%s and %s: no sentence in %s", p.Firm, p.Buyer, lang)
			}
		}
	}
}
