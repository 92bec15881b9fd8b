package desk

import "sangdam/event"

// places are the indices of sessions, firms and buyers by id.
type places struct{ sessions, firms, buyers map[string]int }

func placesIn(ev *event.Event) places {
	p := places{map[string]int{}, map[string]int{}, map[string]int{}}
	for i := range ev.Sessions {
		p.sessions[ev.Sessions[i].ID] = i
	}
	for i := range ev.Firms {
		p.firms[ev.Firms[i].ID] = i
	}
	for i := range ev.Buyers {
		p.buyers[ev.Buyers[i].ID] = i
	}
	return p
}
