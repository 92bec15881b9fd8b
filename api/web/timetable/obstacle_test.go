package timetable

import (
	"slices"
	"strings"
	"testing"

	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// What plan forbids is explained with names and times, in every language; what it allows has no obstacle.
func TestEveryForbiddenPlaceSaysWhy(t *testing.T) {
	ev, _ := jinju()
	pairs, err := plan.Match(ev)
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"ko", "en", "zh", "ru"} {
		s, _ := changsha(language, nil)
		rules := map[string]int{}
		for _, m := range s.Part.Meetings {
			places, err := plan.Places(ev, "changsha", s.Part.Meetings, pairs, m.Firm, m.Buyer)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range places {
				why := Obstacles(s, Pairing{m.Firm, m.Buyer}, p)
				if (len(why) == 0) != (len(p.Findings) == 0) {
					t.Errorf("%s-%s in %d: %d findings, but %q", m.Firm, m.Buyer, p.Slot, len(p.Findings), why)
				}
				for _, f := range p.Findings {
					rules[f.Rule]++
					if slices.Contains(why, s.Voice.Text(f.Message)) {
						t.Errorf("%s: rule %s has no words of its own: %q", language, f.Rule, why)
					}
				}
				if text := strings.Join(why, " "); strings.Contains(text, "<") || strings.Contains(text, "{{") {
					t.Errorf("%s: %q", language, text)
				}
			}
		}
		if rules["H2"] == 0 || rules["H3"] == 0 {
			t.Errorf("only %v were tried", rules)
		}
	}
}

func TestAnUnknownRuleKeepsItsOwnWords(t *testing.T) {
	s, _ := changsha("en", nil)
	message := lang.New("en").Say("about")
	f := plan.Finding{Rule: "H99"}
	f.Message.Plain = message
	got := Obstacles(s, Pairing{"F01", "C01"}, plan.Place{Findings: []plan.Finding{f, f}})
	if !slices.Equal(got, []string{message}) {
		t.Errorf("got %q", got)
	}
}
