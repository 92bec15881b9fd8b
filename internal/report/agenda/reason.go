package agenda

import (
	"slices"

	"sangdam/event"
)

// subjects are the factors that say what two companies have to talk about. The others are for the organizer: a participant is
// never shown what the other side wishes, or how large it is.
var subjects = []string{"text", "hs", "sector"}

// weakFit is the fit, of 1, below which a factor says what two companies do not have in common: nothing to tell them.
const weakFit = 0.25

// Reasons turns ranked pairs into reasons that participants may read: of what both sides trade in, the factor that counts most.
// A pair that meets because it was wished, or because places were left, has none.
func Reasons(pairs []event.Pair) func(session, firm, buyer string) event.Text {
	type key struct{ session, firm, buyer string }
	reasons := make(map[key]event.Text, len(pairs))
	for _, p := range pairs {
		var best event.Factor
		for _, f := range p.Factors {
			if slices.Contains(subjects, f.Name) && !f.Why.IsZero() && f.Value >= weakFit && f.Contribution > best.Contribution {
				best = f
			}
		}
		if !best.Why.IsZero() {
			reasons[key{p.Session, p.Firm, p.Buyer}] = best.Why
		}
	}
	return func(session, firm, buyer string) event.Text { return reasons[key{session, firm, buyer}] }
}
