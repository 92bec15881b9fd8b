package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

const (
	// heartbeat is how often a stream that has nothing to tell says so, lest something between closes it.
	heartbeat = 15 * time.Second
	// streamWrite is how long one write may take: a reader slower than that has gone.
	streamWrite = 10 * time.Second
)

// A serverEvent is one message of a stream: its number where a browser may go on from it, its name, and what it tells.
type serverEvent struct {
	ID   uint64
	Name string
	Data any
}

// sendEvents answers with server-sent events until tell returns or nobody reads any more. tell runs on a goroutine of its own
// and must end with the request's context; its send reports whether somebody still reads.
func (r *request) sendEvents(tell func(send func(serverEvent) bool)) error {
	ctx := r.Request.Context()
	events := make(chan serverEvent)
	go func() {
		defer close(events)
		tell(func(e serverEvent) bool {
			select {
			case events <- e:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	r.Header("Content-Type", "text/event-stream")
	r.Header("X-Accel-Buffering", "no")
	out := http.NewResponseController(r.Writer)
	write := func(text string) bool {
		_ = out.SetWriteDeadline(time.Now().Add(streamWrite)) // a writer without deadlines has none to pass
		_, err := r.Writer.WriteString(text)
		return err == nil && out.Flush() == nil
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for alive := write(": open\n\n"); alive; {
		select {
		case e, ok := <-events:
			if !ok {
				return nil
			}
			data, err := json.Marshal(e.Data)
			if err != nil {
				return nil
			}
			id := ""
			if e.ID > 0 {
				id = fmt.Sprintf("id: %d\n", e.ID)
			}
			alive = write(fmt.Sprintf("%sevent: %s\ndata: %s\n\n", id, e.Name, data))
		case <-beat.C:
			alive = write(": still here\n\n")
		}
	}
	return nil
}
