package web

import (
	"encoding/json"
	"errors"
	"net/url"
	"strings"

	"sangdam/api/web/mending"
	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// A proposalView is a repair before it is applied.
type proposalView struct {
	CSRF     string
	ApplyURL string
	Run      string
	Version  uint64
	Changes  string // the changes document
	Parts    string // what ApplyMending needs
	State    string // the address, without its path, to come back to
	Gaps     bool
	Sessions []mendedSession
	Same     bool     // nothing is to be changed but the event
	Early    int      // changes that were made before and are not published
	Told     toldView // whom it concerns
}

// A mendedSession is what is to be changed in a session.
type mendedSession struct {
	Name, Zone         string
	Headline, Proof    string
	Proven             bool
	Lost, Moved, Added int
	Warning            string // musts without a meeting
	Rows               []mendRow
	Grid               mending.Grid
}

// A mendRow is a meeting that does not stay as it was.
type mendRow struct {
	Kind          string // of plan.MeetingChange
	Firm, Buyer   string // names
	Before, After *mendPlace
}

// A mendPlace is where a meeting is.
type mendPlace struct{ Time, Table, Interpreter string }

// proposal works out a repair and puts it into words.
func (r *request) proposal(ev *event.Event, ask *mendAsk) (*proposalView, error) {
	ctx := r.Request.Context()
	run, err := r.desk.ChosenRun(ctx, r.caller, ev.ID)
	if err != nil {
		return nil, err
	}
	changes, err := mending.Changes(ev, ask.session, ask.happened, ask.first, ask.since())
	if err != nil {
		return nil, errors.Join(errForeign, err)
	}
	document, err := json.Marshal(changes)
	if err != nil {
		return nil, err
	}
	m, err := r.desk.ProposeRepair(ctx, r.caller, run, document, desk.RepairOptions{KeepGaps: ask.gaps})
	if err != nil {
		return nil, err
	}
	parts, err := json.Marshal(m.Parts())
	if err != nil {
		return nil, err
	}
	v := &proposalView{
		CSRF: csrfToken(r.session), ApplyURL: eventPath(ev.ID, "mend"), Run: run, Version: m.DraftVersion, Changes: string(document), Parts: string(parts),
		State: stateOf(r.Request.URL.Query()), Gaps: ask.gaps, Same: len(m.Changes) == 0,
	}
	index := event.NewIndex(m.Event)
	for _, s := range m.Sessions {
		v.Sessions = append(v.Sessions, r.mendedSession(index, &m, s))
	}
	published, err := r.desk.Published(ctx, r.caller, ev.ID)
	known := m.Changes
	switch {
	case err == nil:
		v.Early = len(plan.Differences(published.Schedule, m.Before))
		known = plan.Differences(published.Schedule, m.Schedule)
	case !errors.Is(err, desk.ErrNotFound):
		return nil, err
	}
	v.Told = r.told(index, known, "mend")
	return v, nil
}

// stateOf is what the address of the page says, without what is said once.
func stateOf(q url.Values) string {
	kept := url.Values{}
	for _, name := range []string{"session", "what", "first", "gaps"} {
		if len(q[name]) > 0 {
			kept[name] = q[name]
		}
	}
	return kept.Encode()
}

func (r *request) mendedSession(x *event.Index, m *desk.Mending, s desk.SessionRepair) mendedSession {
	session := x.Session(s.Session)
	n := mending.NewNames(x, session, r.voice)
	out := mendedSession{
		Name: r.sessionName(session), Zone: timetable.Zone(session), Proven: s.Proven(), Lost: s.Lost, Moved: s.Moved, Added: s.Added,
		Headline: r.mendHeadline(m.Changes, s),
		Grid:     mending.NewGrid(n, meetingsOf(m.Before, s.Session), meetingsOf(m.Schedule, s.Session), m.Changes),
	}
	switch {
	case s.Lost+s.Moved == 0:
		out.Proof = r.voice.Say("webmend.proof.nothing")
	case out.Proven:
		out.Proof = r.voice.Say("webmend.proof.proven")
		if !s.LeastHarm {
			out.Proof += " " + r.voice.Say("repair.harm_open")
		}
	default:
		out.Proof = r.voice.Say("webmend.proof.open", lang.Args{"Lost": s.LostAtLeast, "Moved": s.MovedAtLeast})
	}
	if s.MustMissed > 0 {
		out.Warning = r.voice.Count("repair.must_missed", s.MustMissed)
	}
	for _, c := range m.Changes {
		if c.Session == s.Session {
			out.Rows = append(out.Rows, mendRow{Kind: c.Kind, Firm: n.Company(c.Firm), Buyer: n.Company(c.Buyer), Before: placeOf(n, c.From), After: placeOf(n, c.To)})
		}
	}
	return out
}

// mendHeadline counts what changes in a session.
func (r *request) mendHeadline(changes []desk.MeetingChange, s desk.SessionRepair) string {
	kinds := map[string]int{}
	for _, c := range changes {
		if c.Session == s.Session {
			kinds[c.Kind]++
		}
	}
	parts := []string{r.voice.Count("webmend.count.lost", s.Lost), r.voice.Count("webmend.count.moved", s.Moved), r.voice.Count("webmend.count.added", s.Added)}
	for _, kind := range []string{plan.MeetingTable, plan.MeetingInterpreter} {
		if kinds[kind] > 0 {
			parts = append(parts, r.voice.Count("webmend.count."+kind, kinds[kind]))
		}
	}
	return strings.Join(parts, " · ")
}

func placeOf(n *mending.Names, m *event.Meeting) *mendPlace {
	if m == nil {
		return nil
	}
	p := &mendPlace{Time: n.Time(m.Start), Table: n.Table(m.Table)}
	if m.Interpreter != "" {
		p.Interpreter = n.Interpreter(m.Interpreter)
	}
	return p
}

// applyMend is POST /events/{id}/mend: does what was shown. Where that cannot be done any more nothing is, and it is worked out anew.
func (r *request) applyMend() error {
	id, run := r.Param("event"), r.PostForm("run")
	if _, err := r.runOf(id, run); err != nil {
		return err
	}
	form, err := r.mendForm()
	if err != nil {
		return err
	}
	path := eventPath(id, "mend") + "?"
	if r.passed(form) {
		return r.to(path + form.state.Encode() + "&again=1")
	}
	draft, err := r.desk.ApplyMending(r.Request.Context(), r.caller, run, form.changes, form.parts, form.version)
	_, stale := errors.AsType[*desk.StaleError](err)
	_, rules := errors.AsType[*desk.RulesError](err)
	_, faults := errors.AsType[event.Faults](err)
	switch {
	case stale || rules || faults:
		return r.to(path + form.state.Encode() + "&again=1")
	case err != nil:
		return err
	}
	return r.to(path + query("session", form.state.Get("session"), "did", draft.Run.ID)[1:])
}
