package web

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A myHoursView is the page where a company marks the hours at which it cannot come.
type myHoursView struct {
	myShell
	Published bool
	Sessions  []hoursForm
}

// An hoursForm are the slots of a session.
type hoursForm struct {
	ID, Name, Place, Zone string
	Days                  []hoursDay
}

type hoursDay struct {
	Title string
	Slots []hoursSlot
}

// An hoursSlot is a slot with whether the company is away.
type hoursSlot struct {
	Slot     int
	From, To string
	Away     bool
}

// myHours is GET /my/{link}/hours.
func (r *request) myHours() error {
	a, err := r.myAgenda()
	if err != nil {
		return err
	}
	v := &myHoursView{myShell: r.myShell(&a, "webcompany.tab.hours", "hours"), Published: a.Publication > 0}
	if r.Query("saved") != "" {
		v.Notice = &notice{Kind: "good", Text: r.voice.Say("webcompany.hours.saved")}
	}
	for i := range a.Sessions {
		v.Sessions = append(v.Sessions, r.hoursForm(&a.Sessions[i]))
	}
	return r.page(http.StatusOK, "myhours", v)
}

func (r *request) hoursForm(s *desk.AgendaSession) hoursForm {
	f := hoursForm{ID: s.ID, Name: nameOr(r.voice.Text(s.Name), s.ID), Place: r.placeOf(s.City, s.Country), Zone: zoneOf(s)}
	loc := locationOf(s)
	for t, slot := range s.Slots {
		day := r.voice.Day(slot.Start.In(loc))
		if n := len(f.Days); n == 0 || f.Days[n-1].Title != day {
			f.Days = append(f.Days, hoursDay{Title: day})
		}
		d := &f.Days[len(f.Days)-1]
		d.Slots = append(d.Slots, hoursSlot{Slot: t, From: slot.Start.In(loc).Format("15:04"), To: slot.End.In(loc).Format("15:04"), Away: isAway(s, t)})
	}
	return f
}

// isAway reports whether the company said that it cannot come in a slot.
func isAway(s *desk.AgendaSession, slot int) bool {
	return slices.ContainsFunc(s.Unavailable, s.Slots[slot].Overlaps)
}

// mySetHours is POST /my/{link}/hours: session, away (numbers of slots).
func (r *request) mySetHours() error {
	a, err := r.myAgenda()
	if err != nil {
		return err
	}
	at := slices.IndexFunc(a.Sessions, func(s desk.AgendaSession) bool { return s.ID == r.PostForm("session") })
	if at < 0 {
		return &desk.NotFoundError{Kind: "session", ID: r.PostForm("session")}
	}
	s := &a.Sessions[at]
	away := make([]bool, len(s.Slots))
	for _, text := range r.PostFormArray("away") {
		slot, err := strconv.Atoi(text)
		if err != nil || slot < 0 || slot >= len(away) {
			return errForeign
		}
		away[slot] = true
	}
	if _, err := r.desk.SetUnavailable(r.Request.Context(), r.caller, a.Event, a.Company.ID, s.ID, awayHours(s, away)); err != nil {
		return err
	}
	return r.to(r.base() + "/hours?saved=1")
}

// awayHours turns slots into hours. What was said before in other words, as of an hour between slots or a whole morning, stays as it
// was unless one of its slots was freed.
func awayHours(s *desk.AgendaSession, away []bool) []event.Interval {
	hours := []event.Interval{}
	covered := make([]bool, len(away))
	for _, old := range s.Unavailable {
		stays := true
		for t, slot := range s.Slots {
			stays = stays && (away[t] || !slot.Overlaps(old))
		}
		if !stays {
			continue
		}
		hours = append(hours, old)
		for t, slot := range s.Slots {
			covered[t] = covered[t] || slot.Overlaps(old)
		}
	}
	for t, slot := range s.Slots {
		if away[t] && !covered[t] {
			hours = append(hours, slot)
		}
	}
	slices.SortFunc(hours, func(a, b event.Interval) int { return cmp.Or(a.Start.Compare(b.Start), a.End.Compare(b.End)) })
	return hours
}
