package plan

import (
	"sangdam/event"
	"sangdam/scheduler"
)

// fairAmong lists those among whom meetings are to be spread fairly: the firms of the session, or nobody.
func (st *site) fairAmong(wanted bool) []scheduler.Participant {
	var out []scheduler.Participant
	if wanted {
		for i, p := range st.people {
			if p.firm {
				out = append(out, scheduler.Participant(i))
			}
		}
	}
	return out
}

// fairness says what each firm was guaranteed and what score that cost.
func (st *site) fairness(res scheduler.Result) *event.Fairness {
	f := &event.Fairness{
		Guaranteed:   map[string]int{},
		ScoreWithout: figure(res.UnfairScore),
		Price:        figure(max(0, res.UnfairScore-res.Objective.Score)),
	}
	for _, u := range st.fairAmong(true) {
		f.Guaranteed[st.people[u].id] = res.Guaranteed[u]
	}
	return f
}
