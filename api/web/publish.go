package web

import (
	"errors"
	"net/http"
	"slices"
	"time"

	"github.com/gin-gonic/gin"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A publishView is the page that sets the draft beside what companies see.
type publishView struct {
	Shell
	Notice      *notice
	ScheduleURL string
	LinksURL    string
	PublishURL  string
	WorkbookURL string
	HideURL     string
	Draft       *draftView     // nil: there is none
	Published   *publishedView // nil: nothing is published
	Changes     []sessionChanges
	ChangeCount int
	Affected    []namedText // who is concerned: name and kind
	Findings    []string    // rules that the draft breaks: it cannot be published
	Outdated    bool        // the event was changed since the draft was made, in a way that bears on it
	Missing     []string    // sessions that the draft has no part of
	Since       []string    // what was done to the event since, for those who may read the log
	Seen        int         // number of the publication in force; 0: none
}

// A draftView is the draft that could be published.
type draftView struct {
	Run, By, Sentence string
	At                time.Time
	Version, Basis    uint64
	Meetings          int
}

// A publishedView is the publication in force.
type publishedView struct {
	Number   string // "publication 2"
	By       string
	At       time.Time
	Meetings int
}

// sessionChanges are the meetings of a session that publishing again would change.
type sessionChanges struct {
	Name, Zone string
	Moves      []timetable.Move
}

func (s *site) publishRoutes(r gin.IRouter) {
	g := r.Group("/events/:event/publish")
	g.GET("", s.organizer((*request).publishing))
	g.POST("", s.organizer((*request).publish))
	g.POST("/hide", s.organizer((*request).unpublish))
	g.GET("/links", s.organizer((*request).handout))
	g.POST("/links", s.organizer((*request).makeLinks))
	g.POST("/links/revoke", s.organizer((*request).revokeHandout))
	g.GET("/links/print", s.organizer((*request).printLinks))
	g.GET("/links.csv", s.organizer((*request).linksCSV))
	g.GET("/schedule.xlsx", s.organizer((*request).scheduleWorkbook))
}

// publishing is GET /events/{id}/publish.
func (r *request) publishing() error {
	var told *notice
	switch r.Query("did") {
	case "publish":
		told = &notice{Kind: "good", Text: r.voice.Say("webplan.publish.done")}
	case "hide":
		told = &notice{Kind: "info", Text: r.voice.Say("webplan.publish.hidden")}
	}
	return r.publishPage(http.StatusOK, told)
}

// publishPage writes the page as things are now.
func (r *request) publishPage(status int, told *notice) error {
	id := r.Param("event")
	current, err := r.desk.Event(r.Request.Context(), r.caller, id)
	if err != nil {
		return err
	}
	shell, err := r.shell(id, "webplan.publish.title", "publish", "moment.js")
	if err != nil {
		return err
	}
	v := &publishView{
		Shell: shell, Notice: told, ScheduleURL: eventPath(id, "schedule"), LinksURL: eventPath(id, "publish", "links"),
		PublishURL: eventPath(id, "publish"), WorkbookURL: eventPath(id, "publish", "schedule.xlsx"), HideURL: eventPath(id, "publish", "hide"),
	}
	if err := r.fillPublished(v, id); err != nil {
		return err
	}
	if err := r.fillDraft(v, current.Value); err != nil {
		return err
	}
	return r.page(status, "publish", v)
}

func (r *request) fillPublished(v *publishView, id string) error {
	p, err := r.desk.Published(r.Request.Context(), r.caller, id)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	v.Seen = p.Number
	v.Published = &publishedView{Number: r.voice.Say("webplan.publish.number", lang.Args{"N": p.Number}), By: r.author(p.By), At: p.At,
		Meetings: meetingCount(p.Schedule)}
	return nil
}

// fillDraft tells of the draft, and what publishing it would change for whom.
func (r *request) fillDraft(v *publishView, ev *event.Event) error {
	ctx := r.Request.Context()
	run, err := r.desk.ChosenRun(ctx, r.caller, ev.ID)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	draft, err := r.desk.Draft(ctx, r.caller, run)
	if err != nil {
		return err
	}
	v.Draft = &draftView{Run: run, By: r.author(draft.Run.By), At: draft.Run.Created, Version: draft.Version, Basis: draft.Basis,
		Sentence: r.sentence(ev, draft.Schedule), Meetings: meetingCount(draft.Schedule)}
	r.fillOutdated(v, ev, &draft)
	v.Findings = timetable.Told(event.NewIndex(ev), draft.Schedule, draft.Findings, r.voice)
	if v.Published == nil {
		return nil
	}
	changes, affected, err := r.desk.Difference(ctx, r.caller, run)
	if err != nil {
		return err
	}
	v.ChangeCount = len(changes)
	v.Changes = r.sessionChanges(ev, changes)
	index := event.NewIndex(ev)
	for _, who := range affected {
		v.Affected = append(v.Affected, r.company(index, who))
	}
	return nil
}

// sessionChanges puts the changes of each session into words.
func (r *request) sessionChanges(ev *event.Event, changes []desk.MeetingChange) []sessionChanges {
	index := event.NewIndex(ev)
	var out []sessionChanges
	for i := range ev.Sessions {
		session := &ev.Sessions[i]
		src := timetable.NewSource(index, session, nil, nil, r.voice)
		if moves := timetable.Moves(src, changes); len(moves) > 0 {
			out = append(out, sessionChanges{Name: r.sessionName(session), Zone: timetable.Zone(session), Moves: moves})
		}
	}
	return out
}

// company names a firm or buyer, and says which of them it is.
func (r *request) company(index *event.Index, id string) namedText {
	if f := index.Firm(id); f != nil {
		return namedText{nameOr(r.voice.Text(f.Name), id), r.voice.Say("webplan.links.firm")}
	}
	if b := index.Buyer(id); b != nil {
		return namedText{nameOr(r.voice.Text(b.Name), id), r.voice.Say("webplan.links.buyer")}
	}
	return namedText{Name: id}
}

func nameOr(name, id string) string {
	if name == "" {
		return id
	}
	return name
}

func meetingCount(s *event.Schedule) int {
	n := 0
	for i := range s.Sessions {
		n += len(s.Sessions[i].Meetings)
	}
	return n
}

// unpublish is POST /events/{id}/publish/hide.
func (r *request) unpublish() error {
	id := r.Param("event")
	if err := r.desk.Unpublish(r.Request.Context(), r.caller, id); err != nil {
		return err
	}
	return r.to(eventPath(id, "publish") + query("did", "hide"))
}

// participants lists the firms, then the buyers, of an event by id.
func participants(ev *event.Event) []string {
	var ids []string
	for i := range ev.Firms {
		ids = append(ids, ev.Firms[i].ID)
	}
	for i := range ev.Buyers {
		ids = append(ids, ev.Buyers[i].ID)
	}
	return slices.Clip(ids)
}
