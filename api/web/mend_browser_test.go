package web_test

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/jobs"
)

// publishedJinju solves and publishes the delegation, and returns its id and its schedule of Changsha.
func publishedJinju(t *testing.T, s *webtest.Server) (id string, meetings []event.Meeting) {
	t.Helper()
	id = s.LoadJinju(t)
	run, err := s.Desk.Solve(t.Context(), s.Admin, id, jobs.Options{TimeLimit: 20, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range s.Desk.WatchRun(t.Context(), s.Admin, run.ID, 0) {
		if err != nil {
			t.Fatal(err)
		}
	}
	p, err := s.Desk.Publish(t.Context(), s.Admin, run.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	return id, p.Schedule.Sessions[0].Meetings
}

// buyerAt is a buyer with a meeting in a slot.
func buyerAt(t *testing.T, meetings []event.Meeting, slot int) string {
	t.Helper()
	for _, m := range meetings {
		if m.Slot == slot {
			return m.Buyer
		}
	}
	t.Fatalf("nobody meets in slot %d", slot)
	return ""
}

// buyerOfMany is a buyer with more than one meeting.
func buyerOfMany(t *testing.T, meetings []event.Meeting) string {
	t.Helper()
	met := map[string]bool{}
	for _, m := range meetings {
		if met[m.Buyer] {
			return m.Buyer
		}
		met[m.Buyer] = true
	}
	t.Fatal("no buyer has two meetings")
	return ""
}

// happens says of somebody what the dialog offers; more sets its fields.
func happens(p *webtest.Page, who, kind, more string) {
	p.Type("#mend-find", who)
	p.Click(fmt.Sprintf(`.mend-list li:not([hidden]) [data-who=%q]`, who))
	p.Wait("#mend-what[open]")
	p.Run(fmt.Sprintf(`(() => {
		[...document.querySelectorAll("#mend-what-form label:not([hidden]) input")].find((i) => i.value === %q).click();
		%s
	})()`, kind, more))
	p.Click("#mend-what-form .button-main")
	p.Until(`!document.getElementById("mend-what").open`)
	p.Run(`(() => { const f = document.getElementById("mend-find"); f.value = ""; f.dispatchEvent(new Event("input")); })()`)
	p.Until(`document.querySelector("#mend-proposal:not([hidden]):not([aria-busy]) #mend-yes")`)
}

func TestANoShowAndALostTableAreMended(t *testing.T) {
	browsers := map[string]webtest.View{"ko": {Language: "ko"}, "ru": {Language: "ru", Width: 360, Height: 800}}
	for language, view := range browsers {
		t.Run(language, func(t *testing.T) {
			s := webtest.Start(t)
			id, meetings := publishedJinju(t, s)
			gone := buyerOfMany(t, meetings) // who leaves after the first slot, where one meeting fits, loses one
			p := s.Open(t).Page(t, view)
			p.Go("/events/" + id + "/mend")
			p.Wait("#mend-list li:not([hidden])")
			p.Axe()
			p.Fits()
			p.Shot("mend-begin-" + language)

			happens(p, gone, "leaves", `document.getElementById("mend-from").value = "1";`)
			happens(p, "A2", "leaves", `document.getElementById("mend-from").value = "4";`)
			if n := webtest.Value[int](p, `document.querySelectorAll(".mend-happened li").length`); n != 2 {
				t.Errorf("%d things are listed, want 2", n)
			}
			want := map[string]string{"ko": "10:30부터 없음", "ru": "нет с 10:30"}[language]
			if text := p.Text(".mend-happened"); !strings.Contains(text, want) {
				t.Errorf("what happened is %q", text)
			}
			if n := webtest.Value[int](p, `document.querySelectorAll(".mend-session .mend-proven").length`); n != 1 {
				t.Error("it does not say that fewer is impossible")
			}
			lost := webtest.Value[int](p, `document.querySelectorAll(".mend-move .move-lost").length`)
			if lost == 0 {
				t.Error("nobody's meeting is cancelled")
			}
			p.Run(`document.querySelectorAll("#mend-proposal details").forEach((d) => { d.open = true; })`)
			if text := p.Text(".mend-parties"); !strings.Contains(text, "取消") {
				t.Errorf("the buyer is not told in Chinese: %q", text)
			}
			if toast := p.Text("#toasts"); toast != "" {
				t.Errorf("somebody changed something: %s", toast)
			}
			p.Axe()
			p.Fits()
			p.Shot("mend-proposal-" + language)
			p.Glimpse("mend-glimpse-" + language)
			moves := webtest.Value[int](p, `document.querySelectorAll(".mend-move").length`)

			// Nothing is lost when the page is loaded again.
			p.Run(`window.before = true; location.reload()`)
			p.Until(`!window.before && document.querySelector("#mend-proposal:not([hidden]):not([aria-busy]) #mend-yes")`)
			if n := webtest.Value[int](p, `document.querySelectorAll(".mend-move").length`); n != moves {
				t.Errorf("loaded again it proposes %d changes, before %d", n, moves)
			}
			p.Click("#mend-yes")
			p.Wait(".mend-pending")
			p.Wait(".notice-good")
			p.Axe()
			p.Fits()
			p.Shot("mend-applied-" + language)
			current, err := s.Desk.Event(t.Context(), s.Admin, id)
			if err != nil {
				t.Fatal(err)
			}
			session := current.Value.Session("changsha")
			if free := session.TableAvailable("A2"); !free[3] || free[4] {
				t.Errorf("table A2: %v", free)
			}
			p.Click("#to-publish")
			p.Wait(".moves")
			if n := webtest.Value[int](p, `document.querySelectorAll(".moves tbody tr").length`); n != moves {
				t.Errorf("publishing lists %d changes, the mending %d", n, moves)
			}
			p.Click("#publish")
			p.Click("#publish-yes")
			p.Wait(".notice-good")
			p.Go("/events/" + id + "/mend")
			p.Wait("#mend-list li:not([hidden])")
			if webtest.Value[bool](p, `Boolean(document.getElementById("pending-title"))`) {
				t.Error("what was published is still to be published")
			}
			if text := p.Text("#last-title"); text == "" {
				t.Error("it does not say any more whom to tell")
			}
		})
	}
}

func TestMendingFitsInEveryLanguageAtAnyWidth(t *testing.T) {
	s := webtest.Start(t)
	id, meetings := publishedJinju(t, s)
	path := "/events/" + id + "/mend?" + url.Values{"first": {"1"}, "what": {
		fmt.Sprintf(`{"kind":"away","of":"company","who":%q,"from":1}`, buyerAt(t, meetings, 2)),
		`{"kind":"away","of":"interpreter","who":"KZ1","until":3}`, `{"kind":"away","of":"table","who":"A1","from":2,"until":5}`,
	}}.Encode()
	browser := s.Open(t)
	for _, language := range event.Languages {
		for _, width := range []int{360, 768, 1440} {
			t.Run(fmt.Sprintf("%s/%d", language, width), func(t *testing.T) {
				p := browser.Page(t, webtest.View{Language: language, Width: width, Height: 900, Dark: width == 768})
				p.Go(path)
				p.Until(`document.querySelector("#mend-proposal:not([hidden]):not([aria-busy]) #mend-yes")`)
				p.Run(`document.querySelectorAll("#mend-proposal details").forEach((d) => { d.open = true; })`)
				p.Fits()
				if width == 768 {
					p.Axe()
				}
				p.Shot(fmt.Sprintf("mend-%s-%d", language, width))
			})
		}
	}
}

func TestMendingByKeyboardInTheDark(t *testing.T) {
	s := webtest.Start(t)
	id, meetings := publishedJinju(t, s)
	p := s.Open(t).Page(t, webtest.View{Language: "en", Dark: true})
	p.Go("/events/" + id + "/mend?first=1")
	p.Wait("#mend-list li:not([hidden])")
	p.Run(`document.getElementById("mend-find").focus()`)
	p.Keys(buyerAt(t, meetings, 2))
	p.Keys(kb.Enter)
	p.Wait("#mend-what[open]")
	p.Axe()
	p.Glimpse("mend-what")
	p.Keys(kb.ArrowDown) // late
	p.Keys(kb.Enter)
	p.Until(`document.querySelector("#mend-proposal:not([hidden]):not([aria-busy]) #mend-yes")`)
	p.Axe()
	p.Fits()
	p.Shot("mend-dark")
	p.Click("#mend-gaps")
	p.Until(`location.search.includes("gaps=1") && document.querySelector("#mend-proposal:not([aria-busy]) #mend-gaps:checked") && !document.querySelector(".move-added")`)

	p.Click("[data-opens=mend-new]")
	p.Wait("#mend-new[open]")
	p.Axe()
	p.Glimpse("mend-new")
	p.Type("#new-name", "Walk-in Trading")
	p.Type("#new-text", "hydraulic cylinders")
	p.Run(`(() => { document.querySelector("#mend-new [name=languages][value=zh]").click(); document.getElementById("new-wants").value = "F08"; })()`)
	p.Click("#mend-new-form .button-main")
	p.Until(`document.querySelectorAll(".mend-happened li").length === 2 && document.querySelector("#mend-proposal:not([hidden]):not([aria-busy]) .move-added")`)
	if text := p.Text(".mend-moves"); !strings.Contains(text, "Walk-in Trading") {
		t.Errorf("the walk-in meets nobody: %q", text)
	}
	p.Click(".mend-happened li:first-child [data-forget]")
	p.Until(`document.querySelectorAll(".mend-happened li").length === 1`)
}

// What somebody else does meanwhile is told, and what was picked stays.
func TestAMendingThatIsOldIsWorkedOutAnew(t *testing.T) {
	s := webtest.Start(t)
	id, meetings := publishedJinju(t, s)
	p := s.Open(t).Page(t, webtest.View{Language: "en"})
	p.Go("/events/" + id + "/mend")
	p.Wait("#mend-list li:not([hidden])")
	happens(p, buyerAt(t, meetings, 1), "all", "")
	run, err := s.Desk.ChosenRun(t.Context(), s.Admin, id)
	if err != nil {
		t.Fatal(err)
	}
	m := meetings[len(meetings)-1]
	if _, err := s.Desk.EditMeetings(t.Context(), s.Admin, run, []desk.MeetingEdit{{Op: desk.Remove, Session: "changsha", Firm: m.Firm, Buyer: m.Buyer}}, 0); err != nil {
		t.Fatal(err)
	}
	p.Wait(".toasts .notice-info")
	p.Until(`document.querySelector("#mend-proposal:not([hidden]):not([aria-busy]) #mend-yes")`)

	// As if the other had been quicker than the news of it.
	p.Run(`document.querySelector(".mend-apply [name=version]").value = "1"`)
	p.Click("#mend-yes")
	p.Wait(".notice-warn")
	p.Until(`document.querySelectorAll(".mend-happened li").length === 1 && document.querySelector("#mend-proposal:not([hidden]):not([aria-busy]) #mend-yes")`)
	p.Click("#mend-yes")
	p.Wait(".notice-good")
}
