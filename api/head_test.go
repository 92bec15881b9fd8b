package api

import "testing"

func TestHEADIsGETWithoutTheBody(t *testing.T) {
	s := start(t)
	id := s.loaded()
	for _, path := range []string{basePath + "/events", basePath + "/events/" + id, basePath + "/events/nothing", "/docs", "/enter", "/metrics"} {
		get, head := s.call("GET", path, nil, "Accept-Encoding", "identity"), s.call("HEAD", path, nil)
		if head.Status != get.Status || len(head.Body) != 0 {
			t.Errorf("HEAD %s: %d with %d bytes, GET %d", path, head.Status, len(head.Body), get.Status)
		}
		for _, name := range []string{"Content-Type", "ETag"} {
			if head.Header.Get(name) != get.Header.Get(name) {
				t.Errorf("HEAD %s: %s is %q, with GET %q", path, name, head.Header.Get(name), get.Header.Get(name))
			}
		}
	}
	if got := s.call("HEAD", basePath+"/schedules/"+id+"-r000000000000/progress", nil); got.Status != 405 {
		t.Errorf("HEAD of a stream: %d", got.Status)
	}
	if got := s.call("HEAD", basePath+"/match", nil); got.Status != 405 {
		t.Errorf("HEAD of what has no GET: %d", got.Status)
	}
}
