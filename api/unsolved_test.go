package api

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"sangdam/internal/jobs"
	"sangdam/internal/store"
)

// What works on a schedule is told that there is none yet, or that none will come, rather than that there is no such solve.
func TestASolveWithoutAScheduleIsNotAnUnknownOne(t *testing.T) {
	s := start(t)
	id := s.loaded()
	for _, c := range []struct {
		state jobs.State
		kind  string
		later bool
	}{
		{jobs.Queued, "unsolved", true}, {jobs.Running, "unsolved", true}, {jobs.Failed, "no_schedule", false}, {jobs.Stopped, "no_schedule", false},
	} {
		run := jobs.Run{ID: id + "-r" + (string(c.state) + "000000000000")[:12], Event: id, State: c.state, Created: time.Now()}
		value, err := json.Marshal(run)
		must(t, err)
		_, err = s.store.Write(t.Context(), store.Change{Key: store.Key{Space: id, Kind: jobs.KindRun, ID: run.ID}, Value: value})
		must(t, err)
		at := basePath + "/schedules/" + run.ID
		for _, ask := range []struct{ method, path, body string }{
			{"POST", "/publish", ""},
			{"POST", "/repair", `{"sangdam":1,"event":"` + id + `"}`},
			{"PATCH", "/meetings", `[{"op":"lock","session":"changsha","firm":"F01","buyer":"C01"}]`},
			{"GET", "/places?session=changsha&firm=F01&buyer=C01", ""},
			{"GET", "/difference", ""},
		} {
			got := s.call(ask.method, at+ask.path, []byte(ask.body), "If-Match", "*")
			if got.Status != http.StatusConflict || got.problem(t).kind() != c.kind || (got.Header.Get("Retry-After") != "") != c.later {
				t.Errorf("%s, %s%s: %d %v %s", c.state, ask.method, ask.path, got.Status, got.Header, got.Body)
			}
		}
	}
}
