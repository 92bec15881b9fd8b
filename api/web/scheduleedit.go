package web

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/plan"
)

// maxEdits is the size of the body of a change by hand, in bytes.
const maxEdits = 1 << 20

// A meetingEdits is what the script sends: changes, made on the board of a version, all or none.
type meetingEdits struct {
	Version uint64             `json:"version"`
	Event   uint64             `json:"event"` // version of the event by which that board has its figures
	Session string             `json:"session"`
	View    string             `json:"view"`
	Day     string             `json:"day"`
	Edits   []desk.MeetingEdit `json:"edits"`
}

// editMeetings is POST /events/{id}/schedule/{run}/meetings: changes meetings by hand and answers with what is another than before: the
// rows that the changes touched, and what is said of the whole. Where the event is not the one of the board, all of it is new.
func (r *request) editMeetings() error {
	var edits meetingEdits
	if err := readJSON(r.Writer, r.Request, &edits); err != nil {
		return err
	}
	ev, session, err := r.sessionOfRun(edits.Session)
	if err != nil {
		return err
	}
	ctx, run := r.Request.Context(), r.Param("run")
	before, err := r.desk.Draft(ctx, r.caller, run)
	if err != nil {
		return err
	}
	draft, err := r.desk.EditMeetings(ctx, r.caller, run, edits.Edits, edits.Version)
	if err != nil {
		return r.inWords(err, ev, session, &before, edits.Edits)
	}
	opt := boardOptions{view: edits.View, day: edits.Day}
	if edits.Event != draft.EventVersion {
		return r.part("schedule", "board", r.board(ev, session, &draft, opt))
	}
	return r.part("schedule", "changed", r.changed(ev, session, &before, &draft, edits.Edits, opt))
}

// changed is the board of a draft with only the rows that edits touched.
func (r *request) changed(ev *event.Event, session *event.Session, before, d *desk.Draft, edits []desk.MeetingEdit, opt boardOptions) *boardView {
	src, palette := r.source(ev, session, d)
	view := timetable.ViewOf(opt.view)
	rows := map[string]bool{}
	touch := func(m *event.Meeting) {
		if m != nil {
			rows[timetable.RowOf(view, m)] = true
		}
	}
	for _, change := range plan.Differences(before.Schedule, d.Schedule) {
		if change.Session == session.ID {
			touch(change.From)
			touch(change.To)
		}
	}
	for i := range src.Part.Meetings {
		m := &src.Part.Meetings[i]
		if slices.ContainsFunc(edits, func(e desk.MeetingEdit) bool { return e.Firm == m.Firm && e.Buyer == m.Buyer }) {
			touch(m) // locked or unlocked, it stands where it stood
		}
	}
	b := &boardView{
		RunID: d.Run.ID, SessionID: session.ID, Day: opt.day, Version: d.Version, EventVersion: d.EventVersion,
		Grid: timetable.NewRows(src, view, opt.day, palette, rows),
	}
	r.judge(b, src, d)
	return b
}

// readJSON reads the body of a request that a script of ours made.
func readJSON(w http.ResponseWriter, req *http.Request, value any) error {
	data, err := io.ReadAll(http.MaxBytesReader(w, req.Body, maxEdits))
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, value); err != nil {
		return fmt.Errorf("%w: %w", errForeign, err)
	}
	return nil
}

// sessionOfRun returns the event of the address with one of its sessions, once the run of the address is known to be its own.
func (r *request) sessionOfRun(session string) (*event.Event, *event.Session, error) {
	id := r.Param("event")
	if _, err := r.runOf(id, r.Param("run")); err != nil {
		return nil, nil, err
	}
	current, err := r.desk.Event(r.Request.Context(), r.caller, id)
	if err != nil {
		return nil, nil, err
	}
	s := current.Value.Session(session)
	if s == nil {
		return nil, nil, &desk.NotFoundError{Kind: "session", ID: session}
	}
	return current.Value, s, nil
}

// A placeView is a slot in which a pair might meet.
type placeView struct {
	Slot   int      `json:"slot"`
	Time   string   `json:"time"`
	Tables []string `json:"tables"` // free there
	Why    []string `json:"why"`    // what stands in the way; none: they can meet
}

// places is GET /events/{id}/schedule/{run}/places?session=&firm=&buyer=, for scripts.
func (r *request) places() error {
	ev, session, err := r.sessionOfRun(r.Query("session"))
	if err != nil {
		return err
	}
	ctx, run := r.Request.Context(), r.Param("run")
	pair := timetable.Pairing{Firm: r.Query("firm"), Buyer: r.Query("buyer")}
	found, err := r.desk.Places(ctx, r.caller, run, session.ID, pair.Firm, pair.Buyer)
	if err != nil {
		return err
	}
	draft, err := r.desk.Draft(ctx, r.caller, run)
	if err != nil {
		return err
	}
	src, _ := r.source(ev, session, &draft)
	out := make([]placeView, 0, len(found))
	for _, p := range found {
		v := placeView{Slot: p.Slot, Time: src.Clock(p.Slot), Tables: p.Tables, Why: timetable.Obstacles(src, pair, p)}
		if v.Tables == nil {
			v.Tables = []string{}
		}
		if v.Why == nil {
			v.Why = []string{}
		}
		out = append(out, v)
	}
	return r.json(map[string]any{"places": out})
}

func itoa(n int) string { return strconv.Itoa(n) }
