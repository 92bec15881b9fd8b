package web

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/gin-gonic/gin"

	"sangdam/api/web/mending"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A mendView is the page on which an organizer says what happened on the day, and sees what is to be changed before it is.
type mendView struct {
	Shell
	Notice    *notice
	SessionID string
	Sessions  []sessionTab
	Path      string // of this page
	RunsURL   string
	RunID     string // whose draft is mended; empty: there is none
	Broken    bool   // the draft breaks rules already
	Firsts    []choice
	Finds     []mendFind
	Asked     []askedItem
	Late      []choice // slots to choose from: by their number
	Leaves    []choice
	Days      []choice // "from-until" of each day, where there are several
	Sectors   []choice
	Spoken    []choice // languages of a newcomer
	Country   string
	Gaps      bool // the places that are freed stay empty
	Pending   *pendingView
	Last      toldView // whom the last publication concerned; shown while nothing is pending
	Data      mendData
	Words     map[string]string
}

// A mendAsk is what the address of the page says: the session, what happened, and from when on meetings can be changed.
type mendAsk struct {
	session  *event.Session
	happened []mending.Happening
	texts    []string // of happened
	first    int      // slot
	held     int      // slot that is being held, or the last one; -1: none
	auto     bool     // first is as the clock says
	gaps     bool
}

// since is the slot from which somebody who does not come is missed: the one that is being held, else the first that can be changed.
func (a *mendAsk) since() int {
	if a.auto && a.held >= 0 {
		return a.held
	}
	return a.first
}

func (s *site) mendRoutes(r gin.IRouter) {
	g := r.Group("/events/:event/mend")
	g.GET("", s.organizer((*request).mend))
	g.POST("", s.organizer((*request).applyMend))
}

// mend is GET /events/{id}/mend?session=&what=&first=&gaps=: the page, or a part of it for a script.
func (r *request) mend() error {
	id := r.Param("event")
	current, err := r.desk.Event(r.Request.Context(), r.caller, id)
	if err != nil {
		return err
	}
	if done, err := r.begin(current.Value, "webmend.title", "mend"); done {
		return err
	}
	ask, err := r.mendAsk(current.Value, r.Request.URL.Query())
	if err != nil {
		return err
	}
	names := mending.NewNames(event.NewIndex(current.Value), ask.session, r.voice)
	switch r.Query("part") {
	case "asked":
		return r.part("mend", "asked", askedItems(names, ask))
	case "proposal":
		v, err := r.proposal(current.Value, ask)
		if err != nil {
			return err
		}
		return r.part("mend", "proposal", v)
	}
	draft, err := r.chosenDraft(id)
	if err != nil {
		return err
	}
	v, err := r.mendView(current.Value, ask, names, draft)
	if err != nil {
		return err
	}
	return r.page(http.StatusOK, "mend", v)
}

// chosenDraft is the draft that is worked on, or nil.
func (r *request) chosenDraft(id string) (*desk.Draft, error) {
	ctx := r.Request.Context()
	run, err := r.desk.ChosenRun(ctx, r.caller, id)
	if err == nil {
		var d desk.Draft
		if d, err = r.desk.Draft(ctx, r.caller, run); err == nil {
			return &d, nil
		}
	}
	if errors.Is(err, desk.ErrNotFound) {
		return nil, nil
	}
	return nil, err
}

// mendAsk reads the address.
func (r *request) mendAsk(ev *event.Event, q url.Values) (*mendAsk, error) {
	session, err := mendSession(ev, q.Get("session"), r.site.Clock().Unix())
	if err != nil {
		return nil, err
	}
	a := &mendAsk{session: session, texts: q["what"], gaps: q.Get("gaps") != "", auto: true}
	if a.happened, err = mending.Read(a.texts); err != nil {
		return nil, errors.Join(errForeign, err)
	}
	a.first, a.held = mending.Clock(session, r.site.Clock())
	if text := q.Get("first"); text != "" {
		first, err := strconv.Atoi(text)
		if err != nil || first < 0 || first > len(session.Slots) {
			return nil, errForeign
		}
		a.first, a.auto = first, false
	}
	return a, nil
}

// mendSession is the session of an id; without one, that which goes on now, else the first.
func mendSession(ev *event.Event, id string, now int64) (*event.Session, error) {
	if id != "" || len(ev.Sessions) == 0 {
		if s := ev.Session(id); s != nil {
			return s, nil
		}
		return nil, &desk.NotFoundError{Kind: "session", ID: id}
	}
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		if n := len(s.Slots); n > 0 && s.Slots[0].Start.Unix() <= now && now < s.Slots[n-1].End.Unix() {
			return s, nil
		}
	}
	return &ev.Sessions[0], nil
}

// mendView fills the page.
func (r *request) mendView(ev *event.Event, ask *mendAsk, names *mending.Names, draft *desk.Draft) (*mendView, error) {
	shell, err := r.shell(ev.ID, "webmend.title", "mend", "mend.js")
	if err != nil {
		return nil, err
	}
	v := &mendView{
		Shell: shell, SessionID: ask.session.ID, Path: eventPath(ev.ID, "mend"), RunsURL: eventPath(ev.ID, "schedule", "runs"),
		Firsts: r.firsts(names, ask), Asked: askedItems(names, ask), Gaps: ask.gaps, Country: ask.session.Country,
	}
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		v.Sessions = append(v.Sessions, sessionTab{ID: s.ID, Name: r.sessionName(s), Current: s.ID == ask.session.ID, URL: v.Path + query("session", s.ID)})
	}
	switch {
	case r.Query("did") != "":
		v.Notice = &notice{Kind: "good", Text: r.voice.Say("webmend.done"), Help: r.voice.Say("webmend.done.help")}
	case r.Query("again") != "":
		v.Notice = &notice{Kind: "warn", Text: r.voice.Say("webmend.again"), Help: r.voice.Say("webmend.again.help")}
	}
	v.Late, v.Leaves, v.Days = r.spans(names, ask)
	for id, name := range desk.SectorNames(ev) {
		v.Sectors = append(v.Sectors, choice{Value: id, Name: nameOr(r.voice.Text(name), id)})
	}
	slices.SortFunc(v.Sectors, func(a, b choice) int { return cmp.Compare(a.Name, b.Name) })
	for _, code := range event.Languages {
		v.Spoken = append(v.Spoken, choice{Value: code, Name: languageName(r.voice.Language(), code)})
	}
	for _, id := range mendWords {
		if v.Words == nil {
			v.Words = map[string]string{}
		}
		v.Words[id] = r.voice.Say("webmend.js."+id, lang.Args{"N": "{n}"})
	}
	if draft == nil {
		v.Scripts = nil // there is nothing to work on
		return v, nil
	}
	v.RunID, v.Broken = draft.Run.ID, len(draft.Findings) > 0
	v.Finds, v.Data = r.mendFinds(names, ask, draft)
	if v.Pending, err = r.pending(ev, draft); err != nil || v.Pending != nil {
		return v, err
	}
	changes, err := r.desk.LastChange(r.Request.Context(), r.caller, ev.ID)
	v.Last = r.told(names.Index, changes, "last")
	return v, err
}

// mendWords are the sentences that the script says.
var mendWords = []string{"working", "found", "none"}

// An askedItem is one thing that happened, as the page lists it.
type askedItem struct {
	Title, Text string
	Raw         string // as the address has it
}

func askedItems(n *mending.Names, ask *mendAsk) []askedItem {
	out := make([]askedItem, len(ask.happened))
	for i := range ask.happened {
		h := &ask.happened[i]
		out[i] = askedItem{Title: n.Subject(h), Text: n.Sentence(h), Raw: ask.texts[i]}
	}
	return out
}
