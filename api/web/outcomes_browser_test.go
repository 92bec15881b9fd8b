package web_test

import (
	"fmt"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

func TestACompanyLogsAMeetingAndTheOrganizerSeesIt(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		meeting := published(t, f.Server, f.id).Entries[0]
		p := f.page(t, phone)
		link := linkOf(t, f.Server, f.id, meeting.Buyer)
		p.Go(link)
		p.Wait(".my-day")
		told(t, p.Text("main"), f.Say("webcompany.over"))
		p.State("my-over")
		p.Go(fmt.Sprintf("%s/meetings/%s/%s", link, meeting.Session, meeting.Firm))
		p.Type("#log-consulted", "많이")
		p.Click("#log .button-main")
		p.Wait("#log .notice-bad")
		p.Wait("#log-consulted[aria-invalid=true]")
		p.State("my-log-fault")
		p.Run(`document.querySelector("#log-consulted").value = ""`)
		p.Type("#log-consulted", "95,000")
		p.Type("#log-agreed", "50k")
		p.Click("#log .rating .segment:nth-child(5)")
		p.Type("#log-note", "<script>alert(1)</script>")
		p.State("my-log")
		p.Click("#log .button-main")
		p.Wait(".notice-good")
		told(t, p.Text(".notice-good"), f.Say("webcompany.log.saved"))

		q := f.page(t, webtest.View{})
		q.Go(f.at("outcomes?state=held"))
		q.Wait("[data-outcome]")
		told(t, q.Text("[data-outcome]"), "<script>alert(1)</script>")
		told(t, q.Text("[data-outcome]"), "5 / 5")
		q.State("outcomes")
		q.Go(f.at("outcomes?state=missing"))
		q.Click("[data-edit]")
		q.Wait("[data-entry]")
		q.State("outcomes-entry")
		q.Keys("120000\r")
		q.Until(`document.querySelectorAll("[data-outcome][data-state='held']").length === 1 && document.querySelector("[data-entry]")`)
		q.Go(f.at("report"))
		q.Wait(".report-main")
		told(t, q.Text(".report-main"), "2")
	}, func(ev *event.Event) { ev.Outcomes = nil })
}
