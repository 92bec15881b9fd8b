package web_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/desk"
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
	return draftOf(t, s, id, 0)
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

// soon moves the event to begin in two days, with nothing reported of it.
func soon(ev *event.Event) {
	ev.Outcomes = nil
	first := ev.Sessions[0].Slots[0].Start
	days := int(time.Since(first).Hours()/24) + 3
	for i := range ev.Sessions {
		for k := range ev.Sessions[i].Slots {
			slot := &ev.Sessions[i].Slots[k]
			slot.Start, slot.End = slot.Start.AddDate(0, 0, days), slot.End.AddDate(0, 0, days)
		}
	}
}

func TestACompanySaysItsWishesAndHours(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		link := linkOf(t, f.Server, f.id, "F01")
		p := f.page(t, phone)
		p.Go(link)
		p.Wait(".my-places")
		told(t, p.Text("main"), f.Say("webcompany.before"))
		told(t, p.Text(".my-places"), "UTC+08:00")
		p.State("my-before")

		p.Go(link + "/partners")
		p.Wait(".partner")
		p.State("my-partners")
		p.Run(`document.querySelector(".partner details").open = true`)
		p.Until(`document.querySelector(".partner .facts").innerText.length > 10`)
		partners := webtest.Value[[]string](p, `[...document.querySelectorAll("[data-my-wish]")].map((w) => w.dataset.myWish)`)
		for n, wish := range []event.Wish{event.Must, event.Never} { // the second is declined
			p.Run(`document.getElementById("toasts").replaceChildren()`)
			p.Click(fmt.Sprintf(`[data-my-wish=%q] .segment-%s`, partners[n], wish))
			p.Wait(".toasts .notice-good")
			if w := wishOf(t, f.Server, f.id, "F01", partners[n]); w != wish {
				t.Errorf("the wish is %q, want %q", w, wish)
			}
		}
		p.Type("#words", "zzz")
		p.Until(`!document.querySelector(".partner")`)

		p.Go(link + "/hours")
		p.Click(`.hours:first-of-type .hour:first-child`)
		p.State("my-hours")
		p.Click(".hours:first-of-type .button-main")
		p.Wait(".notice-good")
		current, err := f.Desk.Event(t.Context(), f.Admin, f.id)
		if err != nil || len(current.Value.Firms[0].Sessions["changsha"].Unavailable) != 1 {
			t.Errorf("the hours were not saved: %v", err)
		}
		// Neither the one who was declined nor the hour is in the schedule that follows.
		for _, e := range published(t, f.Server, f.id).Entries {
			if e.Firm == "F01" && (e.Buyer == partners[1] || e.Session == "changsha" && e.Slot == 0) {
				t.Errorf("there is a meeting with %s at %s", e.Buyer, e.Start)
			}
		}
	}, soon)
}

func TestACompanySeesItsDay(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		link := linkOf(t, f.Server, f.id, "F01")
		p := f.page(t, phone)
		p.Go(link)
		p.Wait(".my-places")
		published(t, f.Server, f.id)
		p.Wait(".my-next") // by itself
		a, err := f.Desk.Agenda(t.Context(), f.Admin, f.id, "F01")
		if err != nil || len(a.Meetings) == 0 {
			t.Fatalf("%d meetings, %v", len(a.Meetings), err)
		}
		next := slices.MinFunc(a.Meetings, func(a, b desk.AgendaMeeting) int { return a.Start.Compare(b.Start) })
		for _, want := range []string{f.Text(next.Counterpart.Name), next.Start.Format("15:04"), next.Table, f.Text(next.InterpreterName), "UTC+08:00"} {
			told(t, p.Text(".my-next"), want)
		}
		if n := webtest.Value[int](p, `document.querySelectorAll("a.my-line").length`); n != len(a.Meetings) {
			t.Errorf("%d meetings are listed, want %d", n, len(a.Meetings))
		}
		told(t, p.Text(".my-list"), f.Text(a.Meetings[0].Why))
		p.Until(`document.querySelector(".my-count").textContent.length > 3`)
		p.State("my-agenda")
		p.Print("my-agenda-" + f.Language())
		ics := webtest.Value[string](p, `fetch(document.querySelector("a[href$='.ics'][download]").href).then((r) => r.text())`)
		if n := strings.Count(ics, "BEGIN:VEVENT"); n != len(a.Meetings) {
			t.Errorf("the calendar has %d entries", n)
		}

		p.Click(".my-next-who a")
		p.Wait("#contact-title")
		page := p.Text("main")
		for _, want := range []string{f.Text(next.Why), next.Contact.Email.Or(""), next.Contact.Phone.Or(""), f.Country(next.Counterpart.Country)} {
			told(t, page, want)
		}
		p.State("my-meeting")
		if err := f.Desk.Unpublish(t.Context(), f.Admin, f.id); err != nil {
			t.Fatal(err)
		}
		p.Wait(".notice-bad") // the meeting on the screen is cancelled
		if n := webtest.Value[int](p, `document.querySelectorAll("#contact-title").length`); n != 0 {
			t.Error("the contact of a cancelled meeting is shown")
		}
		if webtest.Value[bool](p, `document.querySelector("#log, .my-later")?.checkVisibility() ?? false`) {
			t.Error("a cancelled meeting is to be reported")
		}
		p.State("my-cancelled")
		p.Go(link)
		p.Wait(".my-places")
		told(t, p.Text("main"), f.Say("webcompany.withdrawn"))
	}, soon)
}

// A link opens the pages of its company and nothing else.
func TestACompanySeesOnlyItsOwn(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		mine, others := map[string]bool{}, map[string]desk.Entry{}
		for _, e := range published(t, f.Server, f.id).Entries {
			if e.Firm == "F01" {
				mine[e.Buyer] = true
			} else {
				others[e.Buyer] = e
			}
		}
		link := linkOf(t, f.Server, f.id, "F01")
		p := f.page(t, phone)
		p.Go(link)
		p.Wait(".my-day")
		text := p.Text("main")
		for buyer, e := range others {
			if mine[buyer] {
				continue
			}
			current, err := f.Desk.Event(t.Context(), f.Admin, f.id)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range current.Value.Buyers {
				if b.ID == buyer && strings.Contains(text, f.Text(b.Name)) {
					t.Errorf("a meeting of %s is shown", buyer)
				}
			}
			if status := webtest.Value[int](p, fmt.Sprintf(`fetch("%s/meetings/%s/%s").then((r) => r.status)`, link, e.Session, buyer)); status != 404 {
				t.Errorf("the meeting of %s and %s is answered with %d", e.Firm, buyer, status)
			}
		}
		p.Go(f.at("matches"))
		p.Wait("#token") // asked to sign in
		p.Go(link[:len(link)-3] + "AAA")
		p.Wait(".closed-link")
		if n := webtest.Value[int](p, `document.querySelectorAll(".closed-link section").length`); n != 4 {
			t.Errorf("it says so in %d languages", n)
		}
		p.State("my-closed")
	})
}
