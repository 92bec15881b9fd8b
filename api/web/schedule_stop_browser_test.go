package web_test

import (
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/fixtures/family"
)

// A solve that would go on for a while is stopped: the best so far stays, and the page says that it was stopped.
func TestASolveIsStoppedAndKeepsTheBest(t *testing.T) {
	s := webtest.Start(t)
	ev, err := family.Event("availability-20x80x16-s1")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Desk.CreateEvent(t.Context(), s.Admin, ev); err != nil {
		t.Fatal(err)
	}
	p := s.Open(t).Page(t, webtest.View{})
	p.Go("/events/" + ev.ID + "/schedule")
	p.Click(".solve-options summary")
	p.Run(`document.querySelector("[name=score_slack]").value = "2"`)
	p.Axe()
	p.Fits()
	p.Click(".solve-form .button-main")
	p.Wait(".solve-stop .button")
	p.Until(`document.querySelector(".chart-score")?.getAttribute("d")`)
	p.Until(`document.getElementById("solve-now").textContent.includes("%")`)
	p.Axe()
	p.Glimpse("schedule-solving")
	p.Click(".solve-stop .button")
	p.Wait(".solve.solved")
	p.Wait("#grid .meet")
	if text := p.Text(".verdict-words"); !strings.Contains(text, "멈췄습니다") {
		t.Errorf("the verdict is %q", text)
	}
	if n := webtest.Value[int](p, `document.querySelectorAll(".solve-stop:not([hidden])").length`); n != 0 {
		t.Error("what has ended can be stopped")
	}
	p.Fits()
	p.Glimpse("schedule-stopped")
}
