package agenda

import (
	"slices"

	"sangdam/event"
)

// subjects are the factors that say what two companies have to talk about. The others are for the organizer: a participant is
// never shown what the other side wishes, or how large it is.
var subjects = []string{"text", "hs", "sector"}

// Reasons turns ranked pairs into reasons that participants may read: of what both sides trade in, the factor that counts most.
func Reasons(pairs []event.Pair) func(session, firm, buyer string) event.Text {
	type key struct{ session, firm, buyer string }
	reasons := make(map[key]event.Text, len(pairs))
	for _, p := range pairs {
		var best event.Factor
		for _, f := range p.Factors {
			if slices.Contains(subjects, f.Name) && !f.Why.IsZero() && f.Contribution > best.Contribution {
				best = f
			}
		}
		if !best.Why.IsZero() {
			reasons[key{p.Session, p.Firm, p.Buyer}] = best.Why
		}
	}
	return func(session, firm, buyer string) event.Text { return reasons[key{session, firm, buyer}] }
}
