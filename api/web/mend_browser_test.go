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
	"sangdam/internal/lang"
)

// mendable has the event solved and published, opens its page of mending, and returns the meetings of the first session.
func mendable(t *testing.T, f *flow, p *webtest.Page, more string) []event.Meeting {
	t.Helper()
	meetings := published(t, f.Server, f.id).Schedule.Sessions[0].Meetings
	p.Go(f.at("mend" + more))
	p.Wait("#mend-list li:not([hidden])")
	return meetings
}

// worked is a condition that holds when the proposal is there and is that of what was picked.
const worked = `document.querySelector("#mend-proposal:not([hidden]):not([aria-busy]) #mend-yes")`

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
	p.Until(worked)
}

func TestANoShowAndALostTableAreMended(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		gone := buyerOfMany(t, mendable(t, f, p, "")) // who leaves after the first slot, where one meeting fits, loses one
		p.State("mend-begin")

		happens(p, gone, "leaves", `document.getElementById("mend-from").value = "1";`)
		happens(p, "A2", "leaves", `document.getElementById("mend-from").value = "4";`)
		if n := webtest.Value[int](p, `document.querySelectorAll(".mend-happened li").length`); n != 2 {
			t.Errorf("%d things are listed, want 2", n)
		}
		told(t, p.Text(".mend-happened"), f.Say("webmend.away.from", lang.Args{"From": "10:30"}))
		if n := webtest.Value[int](p, `document.querySelectorAll(".mend-session .mend-proven").length`); n != 1 {
			t.Error("it does not say that fewer is impossible")
		}
		if webtest.Value[int](p, `document.querySelectorAll(".mend-move .move-lost").length`) == 0 {
			t.Error("nobody's meeting is cancelled")
		}
		p.Run(`document.querySelectorAll("#mend-proposal details").forEach((d) => { d.open = true; })`)
		if text := p.Text(".mend-parties"); !strings.Contains(text, "取消") {
			t.Errorf("the buyer is not told in Chinese: %q", text)
		}
		if toast := p.Text("#toasts"); toast != "" {
			t.Errorf("somebody changed something: %s", toast)
		}
		p.State("mend-proposal")
		p.Resize(360, 800)
		p.State("mend-proposal")
		p.Scene("mend-glimpse")
		moves := webtest.Value[int](p, `document.querySelectorAll(".mend-move").length`)

		// Nothing is lost when the page is loaded again.
		p.Run(`window.before = true; location.reload()`)
		p.Until(`!window.before && ` + worked)
		if n := webtest.Value[int](p, `document.querySelectorAll(".mend-move").length`); n != moves {
			t.Errorf("loaded again it proposes %d changes, before %d", n, moves)
		}
		p.Click("#mend-yes")
		p.Wait(".mend-pending")
		p.Wait(".notice-good")
		p.State("mend-applied")
		current, err := f.Desk.Event(t.Context(), f.Admin, f.id)
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
		p.Go(f.at("mend"))
		p.Wait("#mend-list li:not([hidden])")
		if webtest.Value[bool](p, `Boolean(document.getElementById("pending-title"))`) {
			t.Error("what was published is still to be published")
		}
		if text := p.Text("#last-title"); text == "" {
			t.Error("it does not say any more whom to tell")
		}
	})
}

func TestMendingFitsInEveryLanguageAtAnyWidth(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	path := "/events/" + id + "/mend?" + url.Values{"first": {"1"}, "what": {
		fmt.Sprintf(`{"kind":"away","of":"company","who":%q,"from":1}`, buyerAt(t, published(t, s, id).Schedule.Sessions[0].Meetings, 2)),
		`{"kind":"away","of":"interpreter","who":"KZ1","until":3}`, `{"kind":"away","of":"table","who":"A1","from":2,"until":5}`,
	}}.Encode()
	browser := s.Open(t)
	for _, language := range event.Languages {
		t.Run(language, func(t *testing.T) {
			p := browser.Page(t, webtest.View{Language: language})
			p.Go(path)
			p.Until(worked)
			p.Run(`document.querySelectorAll("#mend-proposal details").forEach((d) => { d.open = true; })`)
			for _, width := range []int{1440, 768, 360} {
				p.Resize(width, 900)
				p.Fits()
				p.Look("mend")
			}
		})
	}
}

func TestMendingByKeyboard(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Dark: true})
		meetings := mendable(t, f, p, "?first=1")
		p.Run(`document.getElementById("mend-find").focus()`)
		p.Keys(buyerAt(t, meetings, 2))
		p.Keys(kb.Enter)
		p.Wait("#mend-what[open]")
		p.Scene("mend-what")
		p.Keys(kb.ArrowDown) // late
		p.Keys(kb.Enter)
		p.Until(worked)
		p.State("mend-late")
		p.Click("#mend-gaps")
		p.Until(`location.search.includes("gaps=1") && document.querySelector("#mend-proposal:not([aria-busy]) #mend-gaps:checked") && !document.querySelector(".move-added")`)

		p.Click("[data-opens=mend-new]")
		p.Wait("#mend-new[open]")
		p.Scene("mend-new")
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
	})
}

// What somebody else does meanwhile is told, and what was picked stays.
func TestAMendingThatIsOldIsWorkedOutAnew(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		meetings := mendable(t, f, p, "")
		happens(p, buyerAt(t, meetings, 1), "all", "")
		run, err := f.Desk.ChosenRun(t.Context(), f.Admin, f.id)
		if err != nil {
			t.Fatal(err)
		}
		m := meetings[len(meetings)-1]
		if _, err := f.Desk.EditMeetings(t.Context(), f.Admin, run, []desk.MeetingEdit{{Op: desk.Remove, Session: "changsha", Firm: m.Firm, Buyer: m.Buyer}}, 0); err != nil {
			t.Fatal(err)
		}
		p.Wait(".toasts .notice-info")
		p.Until(worked)

		// As if the other had been quicker than the news of it.
		p.Run(`document.querySelector(".mend-apply [name=version]").value = "1"`)
		p.Click("#mend-yes")
		p.Wait(".notice-warn")
		p.Until(`document.querySelectorAll(".mend-happened li").length === 1 && ` + worked)
		p.State("mend-again")
		p.Click("#mend-yes")
		p.Wait(".notice-good")
	})
}
