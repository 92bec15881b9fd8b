package web

import (
	"cmp"
	"strconv"

	"github.com/gin-gonic/gin"
)

func (s *site) streamRoutes(r gin.IRouter) {
	r.GET("/events/:event/stream", s.organizer((*request).stream))
}

// stream is GET /events/{id}/stream?after=: server-sent events that tell which part of an event was changed, by whomever. It
// begins with "hello" and the version of the event, by which a page sees whether it is out of date already. A browser that
// comes back after a while is told what it missed.
func (r *request) stream() error {
	after, err := strconv.ParseUint(cmp.Or(r.GetHeader("Last-Event-ID"), r.Query("after")), 10, 64)
	if err != nil {
		after = 0
	}
	id := r.Param("event")
	current, err := r.desk.Event(r.Request.Context(), r.caller, id)
	if err != nil {
		return err
	}
	ctx := r.Request.Context()
	return r.sendEvents(func(send func(serverEvent) bool) {
		if !send(serverEvent{Name: "hello", Data: gin.H{"version": current.Version}}) {
			return
		}
		for change, err := range r.desk.Watch(ctx, r.caller, id, after) {
			if err != nil || !send(serverEvent{ID: change.Version, Name: "change", Data: change}) {
				return // the browser asks again by itself
			}
		}
	})
}
