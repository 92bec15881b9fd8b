package web_test

import (
	"testing"

	"sangdam/api/web/webtest"
)

// solved opens the schedule of the Jinju event once it was solved by the button, and returns its address.
func solved(t *testing.T, p *webtest.Page, id string) {
	t.Helper()
	p.Go("/events/" + id + "/schedule")
	p.Click(".solve-form .button-main")
	p.Wait(".solve.solved")
	p.Wait("#grid .meet")
}

func TestScheduleIsSolvedLive(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	browser := s.Open(t)
	for _, language := range []string{"ko", "ru"} {
		t.Run(language, func(t *testing.T) {
			p := browser.Page(t, webtest.View{Language: language})
			solved(t, p, id)
			p.Shot("schedule-" + language)
			p.Axe()
			p.Fits()
		})
	}
}
