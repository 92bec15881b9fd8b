package web

import (
	"cmp"
	"strconv"

	"github.com/gin-gonic/gin"
)

func (s *site) streamRoutes(r gin.IRouter) {
	r.GET("/events/:event/stream", s.organizer((*request).stream))
}

// stream is GET /events/{id}/stream?after=, for organizers.
func (r *request) stream() error { return r.tellChanges(r.Param("event")) }

// tellChanges sends server-sent events that tell which part of an event was changed, by whomever: those after the version that the
// query or a browser that comes back gives, and then those to come. A page gives the version that it was made after.
func (r *request) tellChanges(id string) error {
	ctx := r.Request.Context()
	if _, err := r.desk.Newest(ctx, r.caller, id); err != nil {
		return err
	}
	after, err := strconv.ParseUint(cmp.Or(r.GetHeader("Last-Event-ID"), r.Query("after")), 10, 64)
	if err != nil {
		after = 0 // from now on
	}
	return r.sendEvents(func(send func(serverEvent) bool) {
		for change, err := range r.desk.Watch(ctx, r.caller, id, after) {
			if err != nil || !send(serverEvent{ID: change.Version, Name: "change", Data: change}) {
				return // the browser asks again by itself
			}
		}
	})
}
