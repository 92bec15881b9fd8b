package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"sangdam/internal/desk"
)

// registerPublish adds what makes a schedule visible to the companies.
func (s *service) registerPublish(h huma.API) {
	publish := operation("publish-schedule", http.MethodPost, "/schedules/{schedule}/publish", "schedules",
		"Make a schedule visible to the companies", named|once|conditional, http.StatusConflict)
	publish.Middlewares = s.idempotent(publish)
	huma.Register(h, publish, s.publish)

	huma.Register(h, operation("compare-schedule", http.MethodGet, "/schedules/{schedule}/difference", "schedules",
		"What publishing would change for whom", named, http.StatusConflict), s.difference)

	huma.Register(h, operation("read-publication", http.MethodGet, "/events/{event}/publication", "schedules",
		"What the companies see now", named), s.published)

	huma.Register(h, operation("withdraw-publication", http.MethodDelete, "/events/{event}/publication", "schedules",
		"Hide the published schedule from the companies again", named), s.unpublish)
}

// A Publication is a schedule as companies see it.
type Publication struct {
	Number       int       `json:"number" example:"1" doc:"From 1, one more with each publication of the event."`
	Schedule     string    `json:"schedule" example:"jinju-2019-r8q2m4x0v7zkp" doc:"Id of the schedule that was published."`
	EventVersion uint64    `json:"event_version" example:"4"`
	Published    time.Time `json:"published"`
	By           string    `json:"by" doc:"Name of the token."`
	Meetings     int       `json:"meetings" example:"91"`
}

type publicationOutput struct{ Body Publication }

func publicationOf(p desk.Publication) *publicationOutput {
	out := Publication{Number: p.Number, Schedule: p.Run, EventVersion: p.EventVersion, Published: p.At, By: p.By}
	if p.Schedule != nil {
		for _, session := range p.Schedule.Sessions {
			out.Meetings += len(session.Meetings)
		}
	}
	return &publicationOutput{out}
}

func (s *service) publish(ctx context.Context, in *struct {
	SchedulePath
	MatchHeader
	OnceHeader
	EventVersion uint64 `query:"event_version" minimum:"1" example:"4" doc:"Publish only while the event has this version; 412 otherwise. Absent: whatever version it has."`
}) (*publicationOutput, error) {
	version, err := versionOf(in.IfMatch)
	if err != nil {
		return nil, err
	}
	p, err := s.desk.PublishSeen(ctx, callerOf(ctx), in.Schedule, desk.PublishIf{Draft: version, Event: in.EventVersion})
	if err != nil {
		return nil, err
	}
	return publicationOf(p), nil
}

func (s *service) published(ctx context.Context, in *struct{ EventPath }) (*publicationOutput, error) {
	p, err := s.desk.Published(ctx, callerOf(ctx), in.Event)
	if err != nil {
		return nil, err
	}
	return publicationOf(p), nil
}

func (s *service) unpublish(ctx context.Context, in *struct{ EventPath }) (*struct{}, error) {
	return nil, s.desk.Unpublish(ctx, callerOf(ctx), in.Event)
}

// A Difference is what publishing would change.
type Difference struct {
	Changes  []Moved  `json:"changes" doc:"Meetings that are new, gone or moved."`
	Affected []string `json:"affected" doc:"Ids of the firms and buyers that it concerns."`
}

func (s *service) difference(ctx context.Context, in *struct{ SchedulePath }) (*struct{ Body Difference }, error) {
	changes, affected, err := s.desk.Difference(ctx, callerOf(ctx), in.Schedule)
	if err != nil {
		return nil, err
	}
	out := &struct{ Body Difference }{}
	out.Body.Changes = movedOf(changes)
	out.Body.Affected = append([]string{}, affected...)
	return out, nil
}
