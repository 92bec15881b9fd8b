package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
)

// heartbeat is how often a stream without news gets a comment, so that nothing between us and the caller closes it.
const heartbeat = 15 * time.Second

// streams reports whether the caller asks for a stream of events, which has no time limit.
func streams(c *gin.Context) bool {
	return strings.HasSuffix(c.Request.URL.Path, "/progress") || strings.Contains(c.GetHeader("Accept"), mediaSSE)
}

// An eventStream writes server-sent events, each at once.
type eventStream struct {
	writing sync.Mutex // events and comments come from two goroutines
	out     http.ResponseWriter
	control *http.ResponseController
}

// newEventStream begins the answer and takes away the deadline that the server has set for it.
func newEventStream(out http.ResponseWriter) (*eventStream, error) {
	h := out.Header()
	h.Set("Content-Type", mediaSSE)
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	out.WriteHeader(http.StatusOK)
	s := &eventStream{out: out, control: http.NewResponseController(out)}
	if err := s.control.SetWriteDeadline(time.Time{}); err != nil {
		return nil, fmt.Errorf("no deadline: %w", err)
	}
	return s, s.flush()
}

// send writes an event; an id of 0 is left out, so that a caller resumes after the last one that counts.
func (s *eventStream) send(id uint64, name string, data any) error {
	text, err := json.Marshal(data)
	if err != nil {
		return err
	}
	var b strings.Builder
	if id > 0 {
		b.WriteString("id: " + strconv.FormatUint(id, 10) + "\n")
	}
	b.WriteString("event: " + name + "\ndata: ")
	b.Write(text)
	b.WriteString("\n\n")
	return s.write(b.String())
}

// beat writes a comment now and then until it is stopped; callers leave comments aside.
func (s *eventStream) beat(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		every := time.NewTicker(heartbeat)
		defer every.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-every.C:
				if s.write(": still here\n\n") != nil {
					return
				}
			}
		}
	}()
	return func() { cancel(); <-ended }
}

// retry tells the caller to come back after a while.
func (s *eventStream) retry(after time.Duration) error {
	return s.write("retry: " + strconv.FormatInt(after.Milliseconds(), 10) + "\n\n")
}

func (s *eventStream) write(text string) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	if _, err := s.out.Write([]byte(text)); err != nil {
		return err
	}
	return s.flush()
}

func (s *eventStream) flush() error { return s.control.Flush() }
