package web

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
)

// maxEdits is the size of the body of a change by hand, in bytes.
const maxEdits = 1 << 20

// A meetingEdits is what the script sends: changes, made on the board of a version, all or none.
type meetingEdits struct {
	Version uint64             `json:"version"`
	Session string             `json:"session"`
	View    string             `json:"view"`
	Day     string             `json:"day"`
	Edits   []desk.MeetingEdit `json:"edits"`
}

// editMeetings is POST /events/{id}/schedule/{run}/meetings: changes meetings by hand and answers with the new board.
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
	return r.part("schedule", "board", r.board(ev, session, &draft, boardOptions{view: edits.View, day: edits.Day}))
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

// leftOut is GET /events/{id}/schedule/{run}/leftout?session=&words=&reason=&offset=: a part of the list.
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
	offset, err := strconv.Atoi(r.Query("offset"))
	if err != nil {
		offset = 0
	}
	words, reason := r.Query("words"), r.Query("reason")
	list := timetable.NewLeftOut(src, waiting(&draft, session.ID), timetable.LeftOutQuery{
		Words: words, Reason: event.Reason(reason), Offset: offset, Limit: leftOutPart,
	}, palette)
	base := eventPath(ev.ID, "schedule", draft.Run.ID, "leftout") + query("session", session.ID)
	return r.part("schedule", "leftout", leftOutOf(list, base, words, reason))
}

func itoa(n int) string { return strconv.Itoa(n) }
