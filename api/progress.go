package api

import (
	"context"
	"iter"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"

	"sangdam/internal/jobs"
)

// registerProgress adds the stream of a solve.
func (s *service) registerProgress(h huma.API) {
	op := operation("watch-schedule", http.MethodGet, "/schedules/{schedule}/progress", "schedules", "Watch a solve (server-sent events)", named)
	answers(&op, "200", "Events \"progress\", each with the state of one session and its id, then \"done\" with the state of the solve. "+
		"Whoever lost the connection goes on from Last-Event-ID. Comments keep the connection open.",
		map[string]*huma.MediaType{mediaSSE: {Schema: &huma.Schema{Type: huma.TypeString},
			Example: "id: 4\nevent: progress\ndata: {\"seq\":4,\"session\":\"changsha\",\"seconds\":0.2,\"score\":40.9,\"bound\":41.3,\"gap\":0.0097,\"breaks\":11}\n\n" +
				"event: done\ndata: {\"state\":\"done\"}\n\n"}})
	huma.Register(h, op, s.watchSchedule)
}

// ended is the data of the last event of a stream.
type ended struct {
	State jobs.State `json:"state"`
}

func (s *service) watchSchedule(ctx context.Context, in *struct {
	SchedulePath
	LastEventID string `header:"Last-Event-ID" doc:"Go on after this one."`
}) (*huma.StreamResponse, error) {
	caller := callerOf(ctx)
	if _, err := s.desk.Run(ctx, caller, in.Schedule); err != nil {
		return nil, err
	}
	after, _ := strconv.ParseUint(in.LastEventID, 10, 64) // what is no number was not ours: from the beginning
	return &huma.StreamResponse{Body: func(hc huma.Context) {
		out, err := newEventStream(humagin.Unwrap(hc).Writer)
		if err != nil {
			return
		}
		relay(ctx, out, s.desk.WatchRun(ctx, caller, in.Schedule, after))
		if run, err := s.desk.Run(context.WithoutCancel(ctx), caller, in.Schedule); err == nil && run.State.Ended() {
			_ = out.send(0, "done", ended{run.State}) // whoever is gone need not know
			return
		}
		_ = out.retry(reconnectAfter)
	}}, nil
}

// relay sends progress as it comes, with a comment now and then, until it ends or the caller has gone.
func relay(ctx context.Context, out *eventStream, progress iter.Seq2[jobs.Progress, error]) {
	defer out.beat(ctx)()
	for p, err := range progress {
		if err != nil || out.send(p.Seq, "progress", p) != nil {
			return
		}
	}
}

// reconnectAfter is when whoever watched should come back to a server that restarts.
const reconnectAfter = time.Second
