package web

import (
	"iter"
	"strconv"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/plan"
)

// How many pairs without a meeting are shown at once, and how many a script may ask for that shows more of them already.
const (
	leftOutPart = 40
	leftOutMost = 400
)

// A leftOutCard is the list of pairs left out with what it is searched by.
type leftOutCard struct {
	List          timetable.LeftOutList
	URL           string // of the list
	Words, Reason string
	More          string // address of the next part; empty: there is none
}

// A leftOutQuery is what the list is asked for; the zero value stands for its beginning.
type leftOutQuery struct {
	words, reason string
	offset, limit int
}

// leftOut is GET /events/{id}/schedule/{run}/leftout?session=&words=&reason=&offset=&limit=&card=: a part of the list, or with card the
// whole of it, as it is after a change.
func (r *request) leftOut() error {
	ev, session, err := r.sessionOfRun(r.Query("session"))
	if err != nil {
		return err
	}
	draft, err := r.desk.Draft(r.Request.Context(), r.caller, r.Param("run"))
	if err != nil {
		return err
	}
	src, palette := r.source(ev, session, &draft)
	number := func(name string) int {
		n, err := strconv.Atoi(r.Query(name))
		if err != nil {
			return 0
		}
		return n
	}
	card := r.leftOutCard(ev, src, &draft, palette, leftOutQuery{r.Query("words"), r.Query("reason"), number("offset"), number("limit")})
	if r.Query("card") != "" {
		return r.part("schedule", "leftout-card", card)
	}
	return r.part("schedule", "leftout", card)
}

func (r *request) leftOutCard(ev *event.Event, src *timetable.Source, d *desk.Draft, palette *timetable.Palette, q leftOutQuery) leftOutCard {
	card := leftOutCard{
		URL:   eventPath(ev.ID, "schedule", d.Run.ID, "leftout") + query("session", src.Session.ID),
		Words: q.words, Reason: q.reason,
		List: timetable.NewLeftOut(src, waiting(d, src.Session.ID), timetable.LeftOutQuery{
			Words: q.words, Reason: event.Reason(q.reason), Offset: q.offset, Limit: min(max(q.limit, leftOutPart), leftOutMost),
		}, palette),
	}
	if next := card.List.Next; next > 0 {
		card.More = card.URL + "&" + query("words", q.words, "reason", q.reason, "offset", itoa(next))[1:]
	}
	return card
}

// waiting yields the pairs of a session without a meeting.
func waiting(d *desk.Draft, session string) iter.Seq[plan.WaitingPair] {
	if w := d.Waiting(session); w != nil {
		return w.Ranked()
	}
	return func(func(plan.WaitingPair) bool) {}
}
