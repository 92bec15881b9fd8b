package web_test

import (
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/fixtures/family"
)

// A solve that would go on for a while is stopped: the best so far stays, and the page says that it was stopped.
func TestASolveIsStoppedAndKeepsTheBest(t *testing.T) {
	fromNothing(t, func(t *testing.T, f *flow) {
		ev, err := family.Event("availability-20x80x16-s1")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Desk.CreateEvent(t.Context(), f.Admin, ev); err != nil {
			t.Fatal(err)
		}
		p := f.page(t, webtest.View{})
		p.Go("/events/" + ev.ID + "/schedule")
		p.Click(".solve-options summary")
		p.Run(`document.querySelector("[name=score_slack]").value = "2", document.querySelector("[name=time_limit]").value = "600"`)
		p.State("schedule-options")
		p.Click(".solve-form .button-main")
		p.Wait(".solve-stop .button")
		p.Until(`document.querySelector(".chart-score")?.getAttribute("d")`)
		p.Until(`document.getElementById("solve-now").textContent.includes("%")`)
		p.Scene("schedule-solving")
		p.Click(".solve-stop .button")
		p.Wait(".solve.solved")
		p.Wait("#grid .meet")
		told(t, p.Text(".verdict-words"), f.Say("proof.stopped.cancelled"))
		if n := webtest.Value[int](p, `document.querySelectorAll(".solve-stop:not([hidden])").length`); n != 0 {
			t.Error("what has ended can be stopped")
		}
		p.Scene("schedule-stopped")
	})
}
