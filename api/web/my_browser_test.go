package web_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// linkOf makes a personal link and returns its address.
func linkOf(t *testing.T, s *webtest.Server, id, company string) string {
	t.Helper()
	code, _, err := s.Desk.CreateLink(t.Context(), s.Admin, id, company, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return "/my/" + code
}

// drafted has the event solved without the pages.
func drafted(t *testing.T, s *webtest.Server, id string) desk.Draft {
	t.Helper()
	run, err := s.Desk.Solve(t.Context(), s.Admin, id, jobs.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range s.Desk.WatchRun(t.Context(), s.Admin, run.ID, 0) {
		if err != nil {
			t.Fatal(err)
		}
	}
	draft, err := s.Desk.Draft(t.Context(), s.Admin, run.ID)
	if err != nil {
		t.Fatal(err)
	}
	return draft
}

// published has the event solved and published without the pages.
func published(t *testing.T, s *webtest.Server, id string) desk.Publication {
	t.Helper()
	draft := drafted(t, s, id)
	p, err := s.Desk.Publish(t.Context(), s.Admin, draft.Run.ID, draft.Version)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// soon moves the event to begin in two days.
func soon(ev *event.Event) {
	first := ev.Sessions[0].Slots[0].Start
	days := int(time.Since(first).Hours()/24) + 3
	for i := range ev.Sessions {
		for k := range ev.Sessions[i].Slots {
			slot := &ev.Sessions[i].Slots[k]
			slot.Start, slot.End = slot.Start.AddDate(0, 0, days), slot.End.AddDate(0, 0, days)
		}
	}
}

func TestACompanySaysItsWishesAndSeesItsDay(t *testing.T) {
	for _, language := range []string{"ko", "ru"} {
		t.Run(language, func(t *testing.T) {
			s := webtest.Start(t)
			id := s.LoadJinju(t, soon)
			link := linkOf(t, s, id, "F01")
			p := s.Open(t).Page(t, webtest.View{Language: language, Width: 390, Height: 844, Nobody: true})

			p.Go(link)
			p.Wait(".my-places")
			p.Axe()
			p.Fits()
			p.Shot("my-before-" + language)
			p.Go(link + "/partners")
			p.Wait(".partner")
			p.Axe()
			p.Fits()
			p.Shot("my-partners-" + language)
			to := webtest.Value[string](p, `document.querySelector("[data-my-wish]").dataset.myWish`)
			p.Click(`[data-my-wish="` + to + `"] .segment-must`)
			p.Wait(".toasts .notice-good")
			if w := wishOf(t, s, id, "F01", to); w != event.Must {
				t.Errorf("the wish is %q", w)
			}
			p.Type("#words", "zzz")
			p.Until(`!document.querySelector(".partner")`)

			p.Go(link + "/hours")
			p.Click(`.hours:first-of-type .hour:first-child`)
			p.Axe()
			p.Fits()
			p.Shot("my-hours-" + language)
			p.Click(".hours:first-of-type .button-main")
			p.Wait(".notice-good")
			if current, err := s.Desk.Event(t.Context(), s.Admin, id); err != nil || len(current.Value.Firms[0].Sessions["changsha"].Unavailable) != 1 {
				t.Errorf("the hours were not saved: %v", err)
			}

			p.Go(link)
			p.Wait(".my-places")
			publication := published(t, s, id)
			p.Wait(".my-next") // by itself
			want := 0
			for _, e := range publication.Entries {
				if e.Firm == "F01" {
					want++
				}
			}
			if n := webtest.Value[int](p, `document.querySelectorAll("a.my-line").length`); n != want || want == 0 {
				t.Errorf("%d meetings are listed, want %d", n, want)
			}
			p.Until(`document.querySelector(".my-count").textContent.length > 3`)
			p.Axe()
			p.Fits()
			p.Shot("my-agenda-" + language)
			ics := webtest.Value[string](p, `fetch(document.querySelector("a[href$='.ics'][download]").href).then((r) => r.text())`)
			if n := strings.Count(ics, "BEGIN:VEVENT"); n != want {
				t.Errorf("the calendar has %d entries", n)
			}
			p.Click(".my-next-who a")
			p.Wait("#contact-title")
			p.Axe()
			p.Fits()
			p.Shot("my-meeting-" + language)

			if err := s.Desk.Unpublish(t.Context(), s.Admin, id); err != nil {
				t.Fatal(err)
			}
			p.Wait(".notice-bad") // the meeting on the screen is cancelled
			if n := webtest.Value[int](p, `document.querySelectorAll("#contact-title").length`); n != 0 {
				t.Error("the contact of a cancelled meeting is shown")
			}
		})
	}
}

func TestACompanyLogsAMeetingAndTheOrganizerSeesIt(t *testing.T) {
	for _, language := range []string{"ko", "ru"} {
		t.Run(language, func(t *testing.T) {
			s := webtest.Start(t)
			id := s.LoadJinju(t, func(ev *event.Event) { ev.Outcomes = nil })
			publication := published(t, s, id)
			meeting := publication.Entries[0]
			browser := s.Open(t)
			p := browser.Page(t, webtest.View{Language: language, Width: 390, Height: 844, Nobody: true})
			link := linkOf(t, s, id, meeting.Buyer)
			p.Go(link)
			p.Wait(".my-day")
			p.Shot("my-over-" + language)
			p.Go(fmt.Sprintf("%s/meetings/%s/%s", link, meeting.Session, meeting.Firm))
			p.Type("#log-consulted", "많이")
			p.Click("#log .button-main")
			p.Wait(".notice-bad")
			p.Run(`document.querySelector("#log-consulted").value = ""`)
			p.Type("#log-consulted", "95,000")
			p.Type("#log-agreed", "50k")
			p.Click("#log .rating .segment:nth-child(5)")
			p.Type("#log-note", "<script>alert(1)</script>")
			p.Axe()
			p.Fits()
			p.Shot("my-log-" + language)
			p.Click("#log .button-main")
			p.Wait(".notice-good")

			q := browser.Page(t, webtest.View{Language: language})
			q.Go("/events/" + id + "/outcomes?state=held")
			q.Wait("[data-outcome]")
			if text := q.Text("[data-outcome]"); !strings.Contains(text, "<script>alert(1)</script>") || !strings.Contains(text, "5 / 5") {
				t.Errorf("the organizer reads %q", text)
			}
			q.Go("/events/" + id + "/outcomes?state=missing")
			q.Click("[data-edit]")
			q.Wait("[data-entry]")
			q.Axe()
			q.Shot("outcomes-entry-" + language)
			q.Keys("120000\r")
			q.Until(`document.querySelectorAll("[data-outcome][data-state='held']").length === 1 && document.querySelector("[data-entry]")`)
			q.Fits()
			q.Go("/events/" + id + "/report")
			q.Wait(".report-main")
			if text := q.Text(".report-main"); !strings.Contains(text, "2") {
				t.Errorf("the report says %q", text)
			}
		})
	}
}

func TestLinksThatOpenNothingSayItCalmly(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	link := linkOf(t, s, id, "F01")
	p := s.Open(t).Page(t, webtest.View{Language: "ru", Width: 360, Height: 800, Nobody: true})
	p.Go(link[:len(link)-3] + "AAA")
	p.Wait(".closed-link")
	if n := webtest.Value[int](p, `document.querySelectorAll(".closed-link section").length`); n != 4 {
		t.Errorf("it says so in %d languages", n)
	}
	p.Axe()
	p.Fits()
	p.Shot("my-closed-ru")
}
