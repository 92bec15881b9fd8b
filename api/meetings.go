package api

import (
	"context"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
)

// registerMeetings adds what an organizer changes in a schedule by hand.
func (s *service) registerMeetings(h huma.API) {
	huma.Register(h, operation("edit-meetings", http.MethodPatch, "/schedules/{schedule}/meetings", "schedules",
		"Move, add, remove, lock and unlock meetings by hand, all together or none", named|withBody|conditional, http.StatusConflict), s.editMeetings)

	huma.Register(h, operation("list-places", http.MethodGet, "/schedules/{schedule}/places", "schedules",
		"Where a pair could meet, slot by slot, and what stands in the way elsewhere", named, http.StatusConflict), s.listPlaces)
}

// A MeetingEdit is one change by hand.
type MeetingEdit struct {
	Op      string `json:"op" enum:"move,add,remove,lock,unlock" example:"move" doc:"What to do."`
	Session string `json:"session" maxLength:"200" example:"changsha"`
	Firm    string `json:"firm" maxLength:"200" example:"F01"`
	Buyer   string `json:"buyer" maxLength:"200" example:"B001"`
	Slot    *int   `json:"slot,omitempty" minimum:"0" nullable:"false" example:"3" doc:"Index into the session's slots; move and add need it."`
	Table   string `json:"table,omitempty" maxLength:"200" example:"A1" doc:"Of move and add; absent: any that is free."`
}

func (s *service) editMeetings(ctx context.Context, in *struct {
	SchedulePath
	MatchHeader
	Body []MeetingEdit `minItems:"1" maxItems:"10000" doc:"Made all together or not at all, so that two meetings can change places."`
}) (*scheduleOutput, error) {
	version, err := versionOf(in.IfMatch)
	if err != nil {
		return nil, err
	}
	edits, err := editsOf(in.Body)
	if err != nil {
		return nil, ofBody("edits", err)
	}
	draft, err := s.desk.EditMeetings(ctx, callerOf(ctx), in.Schedule, edits, version)
	if err != nil {
		return nil, ofBody("edits", err)
	}
	return draftOutput(draft), nil
}

// editsOf turns changes into those of the desk. What gives a meeting a place has to say which: the first slot is nobody's default.
func editsOf(body []MeetingEdit) ([]desk.MeetingEdit, error) {
	var faults event.Faults
	edits := make([]desk.MeetingEdit, len(body))
	for i, e := range body {
		edits[i] = desk.MeetingEdit{Op: desk.Op(e.Op), Session: e.Session, Firm: e.Firm, Buyer: e.Buyer, Table: e.Table}
		switch {
		case e.Slot != nil:
			edits[i].Slot = *e.Slot
		case edits[i].Op == desk.Move || edits[i].Op == desk.Add:
			faults = append(faults, event.Fault{
				Location: "edits[" + strconv.Itoa(i) + "].slot", Code: event.CodeMissing, Args: event.Args{"name": {Plain: "slot"}},
			})
		}
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return edits, nil
}

// A Place is a slot in which a pair might meet.
type Place struct {
	Slot     int       `json:"slot" example:"3" doc:"Index into the session's slots."`
	Tables   []string  `json:"tables" doc:"Free there."`
	Findings []Finding `json:"findings" doc:"Rules that a meeting here would break; empty: the pair can meet here."`
}

func (s *service) listPlaces(ctx context.Context, in *struct {
	SchedulePath
	Session string `query:"session" required:"true" maxLength:"200" example:"changsha" doc:"Id of the session."`
	Firm    string `query:"firm" required:"true" maxLength:"200" example:"F01" doc:"Id of the firm."`
	Buyer   string `query:"buyer" required:"true" maxLength:"200" example:"B001" doc:"Id of the buyer."`
}) (*struct{ Body Page[Place] }, error) {
	places, err := s.desk.Places(ctx, callerOf(ctx), in.Schedule, in.Session, in.Firm, in.Buyer)
	if err != nil {
		return nil, ofQuery(err)
	}
	out := &struct{ Body Page[Place] }{}
	out.Body.Items = make([]Place, len(places))
	for i, p := range places {
		out.Body.Items[i] = Place{p.Slot, append([]string{}, p.Tables...), findingsOf(p.Findings)}
	}
	return out, nil
}
