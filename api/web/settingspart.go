package web

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A settingsPart is a part of an event's document that has a form of its own.
type settingsPart interface {
	name() string                                                      // of its page, and of its template after "settings"
	rows(ev *event.Event) []string                                     // the lists of its form
	stored(ev *event.Event) any                                        // what the form shows of the event
	fill(r *request, ev *event.Event) filled                           // writes that into the form
	key() []string                                                     // the fields that a row is known by
	read(f *faulty, form filled, ev *event.Event)                      // writes the form into the event
	field(f *faulty, form filled, fault event.Fault) string            // finds the field of a fault of the document
	sum(r *request, ev *event.Event) []string                          // says what there is, a line an item
	tell(r *request) beside                                            // what saving brings about beside the schedules
	page(r *request, ev *event.Event, b *formBuilder, v formView) view // fills the template
}

// settingsParts are those that are listed below the sessions of an event, in their order.
var settingsParts = []settingsPart{fixedPart{}, controlsPart{}, sectorsPart{}, scoringPart{}}

func (s *site) settingsPartRoutes(r gin.IRouter) {
	for _, p := range settingsParts {
		r.GET("/events/:event/settings/"+p.name(), s.organizer(func(r *request) error { return r.partSettings(p) }))
		r.POST("/events/:event/settings/"+p.name(), s.organizer(func(r *request) error { return r.savePart(p) }))
	}
}

// partSettings is GET /events/{id}/settings/{part}.
func (r *request) partSettings(p settingsPart) error {
	current, err := r.desk.Event(r.Request.Context(), r.caller, r.Param("event"))
	if err != nil {
		return err
	}
	ev := current.Value
	return r.partPage(p, http.StatusOK, ev, p.fill(r, ev), nil, effect{}, stampOf(p.stored(ev)))
}

// partPage writes the form of a part. Where another organizer was first it is told row by row, or field by field, what they saved.
func (r *request) partPage(p settingsPart, status int, ev *event.Event, form filled, faults []fieldFault, agree effect, stamp string) error {
	shell, err := r.settingsShell("event", "settings.js")
	if err != nil {
		return err
	}
	b := newFormBuilder(r.voice, form, faults)
	v := formView{settingsShell: shell, Stamp: stamp, Effect: agree, Back: r.settingsPath("event")}
	v.overtake(b, status, stampOf(p.stored(ev)), func() filled { return p.fill(r, ev) }, p.rows(ev), p.key()...)
	v.Notice = r.formNotice(status, agree, b.theirs != nil)
	page := p.page(r, ev, b, v)
	return r.page(status, "settings"+p.name(), page)
}

// savePart is POST /events/{id}/settings/{part}, as saveSession is of a session.
func (r *request) savePart(p settingsPart) error {
	ctx, id := r.Request.Context(), r.Param("event")
	current, err := r.desk.Event(ctx, r.caller, id)
	if err != nil {
		return err
	}
	form := r.filled(p.rows(current.Value)...)
	wrong := &faulty{voice: r.voice}
	status, told, err := r.saveForm(formWrite{
		form: form, wrong: wrong, besides: []beside{p.tell(r)},
		stamp: func(ev *event.Event) (string, error) { return stampOf(p.stored(ev)), nil },
		read:  func(ev *event.Event) event.Losses { p.read(wrong, form, ev); return event.Losses{} },
		field: func(fault event.Fault) string { return p.field(wrong, form, fault) },
	})
	switch {
	case err != nil:
		return err
	case status == 0:
		return r.to(r.settingsPath("event") + query("saved", p.name()))
	}
	if current, err = r.desk.Event(ctx, r.caller, id); err != nil {
		return err
	}
	return r.partPage(p, status, current.Value, form, wrong.found, told, form.get("stamp"))
}

// A rowView is what every row of a list has beside its fields.
type rowView struct {
	List, Row, Was, Title string
	Mark                  rowMark
	Open                  bool // it is new, faulty, or others changed it
}

// row begins the view of a row.
func (b *formBuilder) row(list, row, title string) rowView {
	at := list + "." + row + "."
	v := rowView{List: list, Row: row, Was: b.filled.get(at + "was"), Title: title, Mark: b.filled.marks[list+"."+row]}
	v.Open = v.Mark != "" || v.Was == "" || b.troubled(at) || b.differs(at)
	return v
}

// shownPairs limits the pairs of a part of an effect, whose lines are long.
const shownPairs = 20

// shifts tells what becomes of the pairs of an event: who can meet no more and why, who can meet again, and how many get another score.
func (r *request) shifts(before, _ *event.Event, follows desk.Consequences) ([]effectPart, error) {
	s, err := follows.Shift()
	if err != nil {
		return nil, err
	}
	index := event.NewIndex(before)
	var parts []effectPart
	add := func(id string, pairs []desk.ShiftedPair) {
		var lines []string
		for _, p := range pairs[:min(len(pairs), shownPairs)] {
			lines = append(lines, r.voice.Say("websetup.told", lang.Args{"Meeting": r.pairName(index, p.Session, p.Firm, p.Buyer), "Why": r.voice.Text(p.Why)}))
		}
		if n := len(pairs); n > 0 {
			parts = append(parts, effectPart{Title: r.voice.Count("websetup.effect."+id, n), Lines: lines, More: n - len(lines)})
		}
	}
	add("ruled", s.Ruled)
	add("freed", s.Freed)
	if s.Rescored > 0 {
		parts = append(parts, effectPart{Title: r.voice.Count("websetup.effect.rescored", s.Rescored)})
	}
	return parts, nil
}

// A partCard tells of a part in the list below the sessions.
type partCard struct {
	ID, Name, Lead, URL string
	Lines               []string
	More                int // lines that are left out
}

// shownItems limits the lines of a card.
const shownItems = 4

func (r *request) partCards(ev *event.Event) []partCard {
	var out []partCard
	for _, p := range settingsParts {
		id, lines := "websetup.rules."+p.name(), p.sum(r, ev)
		shown := lines[:min(len(lines), shownItems)]
		out = append(out, partCard{ID: p.name(), Name: r.voice.Say(id), Lead: r.voice.Say(id + ".lead"), URL: r.settingsPath(p.name()), Lines: shown, More: len(lines) - len(shown)})
	}
	return out
}
