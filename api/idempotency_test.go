package api

import (
	"bytes"
	"encoding/json"
	"sync"
	"testing"
)

func TestARequestWithAKeyIsDoneOnce(t *testing.T) {
	s := start(t)
	id := s.loaded()
	path := basePath + "/events/" + id + "/schedules"
	body := []byte(`{"seed":3,"time_limit":1}`)
	first := s.call("POST", path, body, "Idempotency-Key", "k1")
	if first.Status != 202 || first.Header.Get(replayedHeader) != "" {
		t.Fatalf("%d %s", first.Status, first.Body)
	}
	again := s.call("POST", path, body, "Idempotency-Key", "k1")
	if again.Status != 202 || again.Header.Get(replayedHeader) != "true" || !bytes.Equal(again.Body, first.Body) ||
		again.Header.Get("Location") != first.Header.Get("Location") || again.Header.Get("Content-Type") != mediaJSON {
		t.Errorf("again: %d %v %s", again.Status, again.Header, again.Body)
	}
	if other := s.call("POST", path, []byte(`{"seed":4}`), "Idempotency-Key", "k1"); other.Status != 422 || other.problem(t).kind() != "key_reused" {
		t.Errorf("another body: %d %s", other.Status, other.Body)
	}
	token := s.token("", "schedules:solve")
	if theirs := s.call("POST", path, body, "Idempotency-Key", "k1", "Authorization", "Bearer "+token); theirs.Header.Get(replayedHeader) != "" {
		t.Error("the answer of another caller was replayed")
	}
	var page Page[json.RawMessage]
	must(t, json.Unmarshal(s.call("GET", path, nil).Body, &page))
	if len(page.Items) != 2 {
		t.Errorf("%d solves were started, want 2", len(page.Items))
	}
}

func TestARefusedRequestDoesNotUseUpItsKey(t *testing.T) {
	s := start(t)
	id := s.loaded()
	path := basePath + "/events/" + id + "/schedules"
	if got := s.call("POST", path, []byte(`{"session":"nowhere"}`), "Idempotency-Key", "k"); got.Status < 400 {
		t.Fatalf("%d %s", got.Status, got.Body)
	}
	if got := s.call("POST", path, []byte(`{"session":"changsha"}`), "Idempotency-Key", "k"); got.Status != 202 || got.Header.Get(replayedHeader) != "" {
		t.Errorf("mended: %d %s", got.Status, got.Body)
	}
}

func TestOfManyAtOnceWithAKeyOneIsDone(t *testing.T) {
	s := start(t)
	body := []byte(asDocument(t, jinju(t)))
	statuses := make([]exchange, 8)
	var all sync.WaitGroup
	for i := range statuses {
		all.Go(func() { statuses[i] = s.call("POST", basePath+"/events", body, "Idempotency-Key", "the same") })
	}
	all.Wait()
	made := 0
	for _, got := range statuses {
		switch {
		case got.Status == 201 && got.Header.Get(replayedHeader) == "":
			made++
		case got.Status == 201, got.Status == 409 && got.Header.Get("Retry-After") != "":
		default:
			t.Errorf("%d %s", got.Status, got.Body)
		}
	}
	if made != 1 {
		t.Errorf("%d were done", made)
	}
}
