package plan

import (
	"sangdam/event"
	"sangdam/matcher"
)

// Standings returns the match document of an event without factors and words: all that Schedule and Check read of it, for a
// small part of the time. Errors are those of Match.
func Standings(ev *event.Event) ([]event.Pair, error) {
	if err := matcher.CheckWeights(ev.Weights); err != nil {
		return nil, err
	}
	standings := matcher.New(ev, matcher.Options{}).Standings()
	pairs := make([]event.Pair, len(standings))
	for i, s := range standings {
		pairs[i] = event.Pair{
			Session: ev.Sessions[s.Session].ID, Firm: ev.Firms[s.Firm].ID, Buyer: ev.Buyers[s.Buyer].ID,
			Score: s.Score, RankForFirm: s.RankForFirm, RankForBuyer: s.RankForBuyer, Must: s.Must,
		}
		if s.Excluded != "" {
			pairs[i].Excluded = &s.Excluded
		}
	}
	return pairs, nil
}
