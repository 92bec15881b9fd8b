package web_test

import (
	"fmt"
	"strings"
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

// bare is an event as it is begun: a name, and neither sessions nor companies.
func bare(ev *event.Event) {
	ev.ID, ev.Sessions, ev.Firms, ev.Buyers = "bare", nil, nil, nil
	ev.Requests, ev.Fixed, ev.Scores, ev.Outcomes, ev.Controls = nil, nil, nil, nil, nil
}

// longest names everything at the length of what people write, and one firm as a script.
func longest(ev *event.Event) {
	ev.ID = "longest"
	const word = "Gyeongnamjinjuhangukhanggongjeongmilbupumgongeop"
	long := func(n int) event.Text {
		return event.Text{By: map[string]string{
			"ko": fmt.Sprintf("경상남도진주시한국항공정밀부품공업협동조합중앙연합회제%d지부 유한책임회사", n), "en": fmt.Sprintf("%s Cooperative Federation of Aerospace Precision Parts %d LLC", word, n),
			"zh": fmt.Sprintf("庆尚南道晋州市韩国航空精密零部件工业合作社中央联合会第%d分部有限责任公司", n), "ru": fmt.Sprintf("Общество с ограниченной ответственностью «Авиаприборостроителькомплектация-%d»", n),
		}}
	}
	ev.Name = long(2019)
	for i := range ev.Sessions {
		ev.Sessions[i].Name = long(i)
	}
	for i := range ev.Firms {
		ev.Firms[i].Name = long(i)
	}
	ev.Firms[0].Name = event.Text{Plain: "<script>alert(1)</script>"}
	for i := range ev.Buyers {
		ev.Buyers[i].Name = event.Text{Plain: strings.Repeat(fmt.Sprintf("Буровое-оборудование-%d-", i), 3)}
	}
}

// Pages hold what nobody expects: an event with nothing in it, and names of any length.
func TestStrangeEventsAreShown(t *testing.T) {
	for name, change := range map[string]func(*event.Event){"bare": bare, "longest": longest} {
		t.Run(name, func(t *testing.T) {
			inBoth(t, func(t *testing.T, f *flow) {
				pages := []string{"matches", "matches?view=list", "schedule", "schedule/runs", "publish", "publish/links", "mend", "outcomes", "report", "settings/event", "settings/companies"}
				if name == "longest" {
					published(t, f.Server, f.id)
					for _, view := range []string{"firms", "buyers", "interpreters"} {
						pages = append(pages, "schedule?session=changsha&view="+view)
					}
				}
				p := f.page(t, webtest.View{})
				for _, path := range pages {
					p.Go(f.at(path))
					p.Wait("main h1")
					if name == "bare" && (path == "matches" || path == "schedule" || path == "mend") {
						p.Wait(`.empty [href$="/settings/new-session"]`) // what comes first
					}
					for _, width := range []int{1440, 360} {
						p.Resize(width, 900)
						if !p.Fits() {
							t.Errorf("that was %s at %d pixels", path, width)
						}
						p.Look(name + "-" + path)
					}
				}
				if name == "longest" {
					p.Go(linkOf(t, f.Server, f.id, "F02"))
					p.Wait(".my-list")
					p.Fits()
					p.Look("longest-my")
				}
			}, change)
		})
	}
}
