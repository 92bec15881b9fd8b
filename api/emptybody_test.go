package api

import "testing"

func TestABodyThatIsMissingIsSaidToBe(t *testing.T) {
	s := start(t)
	for _, path := range []string{"/api/v1/events", "/api/v1/match"} {
		got := s.call("POST", path, []byte{}, "Accept-Language", "ko")
		p := got.problem(t)
		if got.Status != 400 || len(p.Errors) != 1 || p.Errors[0].Location != "body" || p.Errors[0].Message != "본문이 비어 있습니다. 본문을 보내십시오" {
			t.Errorf("%s: %d, %+v", path, got.Status, p)
		}
	}
}
