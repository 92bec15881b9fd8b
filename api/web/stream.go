package web

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"sangdam/internal/desk"
)

const (
	// heartbeat is how often a stream that has nothing to tell says so, lest something between closes it.
	heartbeat = 15 * time.Second
	// streamWrite is how long one write may take: a reader slower than that has gone.
	streamWrite = 10 * time.Second
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
	changes := make(chan desk.Change)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for change, err := range r.desk.Watch(r.Request.Context(), r.caller, id, after) {
			if err != nil {
				return // the browser asks again by itself
			}
			select {
			case changes <- change:
			case <-r.Request.Context().Done():
				return
			}
		}
	}()
	r.Header("Content-Type", "text/event-stream")
	r.Header("X-Accel-Buffering", "no")
	out := http.NewResponseController(r.Writer)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	send := func(text string) bool {
		_ = out.SetWriteDeadline(time.Now().Add(streamWrite)) // a writer without deadlines has none to pass
		_, err := r.Writer.WriteString(text)
		return err == nil && out.Flush() == nil
	}
	for alive := send(fmt.Sprintf("event: hello\ndata: {\"version\": %d}\n\n", current.Version)); alive; {
		select {
		case change := <-changes:
			data, err := json.Marshal(change)
			if err != nil {
				return nil
			}
			alive = send(fmt.Sprintf("id: %d\nevent: change\ndata: %s\n\n", change.Version, data))
		case <-beat.C:
			alive = send(": still here\n\n")
		case <-ended:
			return nil
		}
	}
	return nil
}
