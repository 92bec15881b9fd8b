package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/plan"
)

// registerRepair adds the mending of a schedule on the day.
func (s *service) registerRepair(h huma.API) {
	op := operation("repair-schedule", http.MethodPost, "/schedules/{schedule}/repair", "schedules",
		"Mend a schedule after no-shows, late arrivals, walk-ins or lost tables, with the fewest changes", named|withBody|conditional|once, http.StatusConflict)
	op.DefaultStatus = http.StatusCreated
	takesDocument(&op, mediaJSON, "the changes document", schemaOf[event.Changes](h), exampleChanges(), maxChangesBytes)
	op.Middlewares = s.idempotent(op)
	huma.Register(h, op, s.repair)
}

const maxChangesBytes = 16 << 20

// A Repair is a mended schedule, with what became of every meeting that did not stay as it was.
type Repair struct {
	Schedule Solve         `json:"schedule" doc:"A solve of its own, so that the one before can be gone back to."`
	Changes  []Moved       `json:"changes" doc:"Session by session, in order of time."`
	Sessions []RepairCount `json:"sessions" doc:"How much had to change, and how much at least."`
	Affected []string      `json:"affected" doc:"Ids of the firms and buyers that it concerns."`
}

// A Moved meeting is one that a repair did not leave as it was.
type Moved struct {
	Kind    string         `json:"kind" example:"moved"`
	Session string         `json:"session"`
	Firm    string         `json:"firm"`
	Buyer   string         `json:"buyer"`
	From    *event.Meeting `json:"from,omitempty" doc:"Absent for an added one."`
	To      *event.Meeting `json:"to,omitempty" doc:"Absent for a lost one."`
}

// A RepairCount says how much of a session had to be changed.
type RepairCount struct {
	Session      string `json:"session"`
	Lost         int    `json:"lost" doc:"Meetings that cannot be held any more."`
	Moved        int    `json:"moved" doc:"Meetings that are held at another time."`
	Added        int    `json:"added"`
	MustMissed   int    `json:"must_missed" doc:"Musts without a meeting."`
	LostAtLeast  int    `json:"lost_at_least" doc:"Proven: no schedule loses fewer."`
	MovedAtLeast int    `json:"moved_at_least" doc:"Proven: none that loses as few moves fewer."`
	LeastHarm    bool   `json:"least_harm" doc:"Proven: none that changes so little hurts minimums, score, breaks or idle time less, in this order."`
}

type repairOutput struct {
	Location string `header:"Location" doc:"Where the mended schedule is."`
	ETag     string `header:"ETag" doc:"Its version."`
	Body     Repair
}

func (s *service) repair(ctx context.Context, in *struct {
	SchedulePath
	MatchHeader
	OnceHeader
	KeepGaps  bool    `query:"keep_gaps" doc:"Leave the places empty that the changes freed."`
	TimeLimit float64 `query:"time_limit" minimum:"0" maximum:"30" doc:"Seconds; absent or 0: 20."`
	RawBody   []byte  `contentType:"application/json"`
}) (*repairOutput, error) {
	version, err := versionOf(in.IfMatch)
	if err != nil {
		return nil, err
	}
	mended, err := s.desk.Repair(ctx, callerOf(ctx), in.Schedule, in.RawBody, desk.RepairOptions{
		KeepGaps: in.KeepGaps, TimeLimit: time.Duration(in.TimeLimit * float64(time.Second)), IfVersion: version,
	})
	if err != nil {
		return nil, err
	}
	draft := draftOutput(mended.Draft)
	return &repairOutput{Location: basePath + "/schedules/" + mended.Draft.Run.ID, ETag: draft.ETag, Body: Repair{
		Schedule: *draft.Body, Changes: movedOf(mended.Changes), Sessions: countsOf(mended.Sessions), Affected: append([]string{}, mended.Affected...),
	}}, nil
}

func movedOf(changes []plan.MeetingChange) []Moved {
	out := make([]Moved, len(changes))
	for i, c := range changes {
		out[i] = Moved(c)
	}
	return out
}

func countsOf(sessions []plan.SessionRepair) []RepairCount {
	out := make([]RepairCount, len(sessions))
	for i, r := range sessions {
		out[i] = RepairCount(r)
	}
	return out
}
