package web

import (
	"bytes"
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/desk"
	"sangdam/internal/sheet"
)

// A startView is the first page: the events there are, and ways to bring in another.
type startView struct {
	Shell
	Events  []eventCard
	Next    string // address of the next page of events
	MayMake bool   // the caller may bring in events
}

// An eventCard is an event in the list.
type eventCard struct {
	eventLink
	Info desk.EventInfo
	Days string
}

func (s *site) startRoutes(r gin.IRouter) {
	r.GET("/", s.organizer((*request).start))
	r.POST("/example", s.organizer((*request).example))
	r.GET("/template.xlsx", s.organizer((*request).template))
	r.POST("/import", s.organizer((*request).importFile))
	r.POST("/import/marked", s.organizer((*request).marked))
}

// start is GET /.
func (r *request) start() error {
	shell, err := r.shell("", "web.start.title", "", "start.js")
	if err != nil {
		return err
	}
	v := &startView{Shell: shell, MayMake: r.caller.May(desk.WriteEvents, r.caller.Event)}
	infos, next, err := r.desk.Events(r.Request.Context(), r.caller, r.Query("after"), 0)
	if err != nil {
		return err
	}
	for _, info := range infos {
		card := eventCard{eventLink: r.eventLink(info, ""), Info: info}
		if !info.First.IsZero() {
			card.Days = r.voice.Date(info.First)
			if last := r.voice.Date(info.Last); last != card.Days {
				card.Days += " – " + last
			}
		}
		v.Events = append(v.Events, card)
	}
	if next != "" {
		v.Next = "/?after=" + next
	}
	return r.page(http.StatusOK, "start", v)
}

// example is POST /example: the delegation of Jinju, or where it is taken in already, its pages.
func (r *request) example() error {
	ev, err := event.ReadEvent(bytes.NewReader(fixtures.Jinju2019()))
	if err != nil {
		return err
	}
	_, err = r.desk.CreateEvent(r.Request.Context(), r.caller, ev)
	if _, exists := errors.AsType[*desk.ExistsError](err); err != nil && !exists {
		return err
	}
	return r.to(eventPath(ev.ID, "matches"))
}

// template is GET /template.xlsx: the empty workbook, in the reader's language.
func (r *request) template() error {
	var out bytes.Buffer
	if err := sheet.WriteTemplate(&out, sheet.WriteOptions{Languages: []string{r.voice.Language()}, Sectors: desk.SheetSectors()}); err != nil {
		return err
	}
	r.attach("sangdam-"+r.voice.Language()+".xlsx", workbookType, out.Bytes())
	return nil
}

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// attach answers with a file to be kept.
func (r *request) attach(name, kind string, data []byte) {
	r.Header("Content-Disposition", `attachment; filename="`+name+`"`)
	r.Data(http.StatusOK, kind, data)
}
