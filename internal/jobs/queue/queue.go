// Package queue solves runs on any number of machines that share a Redis. A Runner records runs and puts them into a queue of
// asynq; Workers, in other processes, take them out.
//
// The queue only says where to look. What is true stands in the store: a run is claimed by a conditional write of its record, is
// held by a lease, and its schedule is written with its end. So a task that comes twice, late or not at all does no harm; a
// run without one is found by the sweeper of any worker.
package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/hibiken/asynq"
	goredis "github.com/redis/go-redis/v9"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
	"sangdam/internal/store/redis"
)

const (
	taskType = "solve"
	// taskLife is the longest that a task may take: runs have limits of their own.
	taskLife = 365 * 24 * time.Hour
)

// KindJob is the kind of the records, in the space "", of runs that may still have to be solved. Their id is that of the run, their
// value a jobs.Job. They are written before the run and deleted after its end, so a sweeper need not read every run there is.
const KindJob = "job"

// A queue is the connection to Redis.
type queue struct {
	name      string // the prefix of the URL, so that installations that share a Redis do not share the queue; one slot of a cluster
	redis     goredis.UniversalClient
	client    *asynq.Client
	inspector *asynq.Inspector
	log       *slog.Logger
}

func connect(url string, log *slog.Logger) (*queue, error) {
	place, err := redis.ParseURL(url)
	if err != nil {
		return nil, err
	}
	c := goredis.NewUniversalClient(place.UniversalOptions)
	return &queue{
		name: place.Prefix, redis: c, client: asynq.NewClientFromRedisClient(c), inspector: asynq.NewInspectorFromRedisClient(c), log: log,
	}, nil
}

// most is how many tasks one attempt at a run may have.
const most = 100

// put sees to it that there is a task for the next attempt at a run. A task has the id of the run and the number of attempts before
// it, so that everyone who finds that one is needed asks for the same. One that a worker has taken out but not turned
// into a claim, because it died in between, counts for nothing; asynq brings it back after minutes only.
func (q *queue) put(ctx context.Context, job jobs.Job, attempts int, again bool) error {
	payload, err := json.Marshal(job)
	if err != nil {
		return err
	}
	task := asynq.NewTask(taskType, payload, asynq.Queue(q.name), asynq.Timeout(taskLife))
	id := fmt.Sprintf("%s.%d", job.ID, attempts)
	for n := range most {
		_, err := q.client.EnqueueContext(ctx, task, asynq.TaskID(fmt.Sprintf("%s.%d", id, n)))
		if !errors.Is(err, asynq.ErrTaskIDConflict) || !again {
			return ignoring(err, asynq.ErrTaskIDConflict)
		}
		info, err := q.inspector.GetTaskInfo(q.name, fmt.Sprintf("%s.%d", id, n))
		switch {
		case errors.Is(err, asynq.ErrTaskNotFound), errors.Is(err, asynq.ErrQueueNotFound):
			return nil // it was there a moment ago: someone works on it
		case err != nil:
			return err
		case info.State == asynq.TaskStatePending, info.State == asynq.TaskStateScheduled, info.State == asynq.TaskStateRetry:
			return nil
		}
	}
	return nil
}

func ignoring(err, harmless error) error {
	if errors.Is(err, harmless) {
		return nil
	}
	return err
}

// waiting returns how many tasks wait for a worker, those that are tried again in a moment included.
func (q *queue) waiting() (int, error) {
	info, err := q.inspector.GetQueueInfo(q.name)
	if errors.Is(err, asynq.ErrQueueNotFound) {
		return 0, nil // nothing was ever put into it
	}
	if err != nil {
		return 0, fmt.Errorf("%w: the queue: %w", store.ErrUnavailable, err)
	}
	return info.Pending + info.Retry + info.Scheduled, nil
}

// jobKey is the key of the record that says that a run may have to be solved.
func jobKey(id string) store.Key { return store.Key{Kind: KindJob, ID: id} }

// note records that a run may have to be solved.
func note(ctx context.Context, s store.Store, job jobs.Job) error {
	job.Version = 0
	value, err := json.Marshal(job)
	if err != nil {
		return err
	}
	_, err = s.Write(ctx, store.Change{Key: jobKey(job.ID), Value: value})
	return err
}
