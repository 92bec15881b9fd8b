package lexicon

import (
	"os"
	"testing"

	"sangdam/event"
)

// TestCodesOfADelegation reads the products and needs of the delegation among the fixtures, which were written and coded
// without regard to these tables: the first heading that agrees with a code should be near the top.
func TestCodesOfADelegation(t *testing.T) {
	f, err := os.Open("../../../fixtures/jinju-2019.json")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	ev, err := event.ReadEvent(f)
	if err != nil {
		t.Fatal(err)
	}
	var n int
	var mrr float64
	count := func(text event.Text, codes []string) {
		if len(codes) == 0 {
			return
		}
		for _, lang := range event.Languages {
			words := text.By[lang]
			if words == "" {
				continue
			}
			n++
			if rank := headingRank(Understand(words, lang), codes); rank > 0 {
				mrr += 1 / float64(rank)
			}
		}
	}
	for _, firm := range ev.Firms {
		for _, p := range firm.Products {
			count(p.Name, p.HS)
		}
	}
	for _, buyer := range ev.Buyers {
		for _, need := range buyer.Needs {
			count(need.Description, need.HS)
		}
	}
	mrr /= float64(n)
	t.Logf("%d texts: MRR of a coded heading %.3f", n, mrr)
	if mrr < 0.8 {
		t.Errorf("MRR of a coded heading %.3f, want 0.8", mrr)
	}
}

// headingRank is the rank, from 1, of the first heading that agrees with one of the codes; 0 when none does. Processes are
// passed over, since a code never names one.
func headingRank(v Vector, codes []string) int {
	rank := 0
	seen := map[string]bool{}
	for _, c := range Concepts(v) {
		if c.HS == "" {
			continue
		}
		h := edition2022(c.HS)
		if seen[h] {
			continue
		}
		seen[h] = true
		rank++
		for _, code := range codes {
			if edition2022(code) == h {
				return rank
			}
		}
	}
	return 0
}

// edition2022 is the heading of a code, aircraft parts under the heading they have had since 2022.
func edition2022(code string) string {
	code = digits(code)
	if code = code[:min(4, len(code))]; code == "8803" {
		return "8807"
	}
	return code
}
