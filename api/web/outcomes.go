package web

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// An outcomesView is the page of what came of the meetings: both sides' reports beside each other, and a form a row to add to them.
type outcomesView struct {
	Shell
	Path       string
	PublishURL string
	Published  bool
	Empty      bool // nothing is published, nothing reported
	Counts     []namedText
	Sessions   []choice
	States     []choice
	Words      string
	List       outcomeList
}

// An outcomeList is a page of the meetings.
type outcomeList struct {
	Rows  []outcomeRow
	Found int
	More  string // address of the rest; empty: there is none
}

// outcomesAtOnce is how many meetings are listed before the reader asks for more.
const outcomesAtOnce = 60

func (s *site) outcomesRoutes(r gin.IRouter) {
	g := r.Group("/events/:event/outcomes")
	g.GET("", s.organizer((*request).outcomes))
	g.GET("/row", s.organizer((*request).outcomeRow))
	g.POST("", s.organizer((*request).addOutcome))
}

// outcomes is GET /events/{id}/outcomes?session=&state=&words=&from=; htmx asks for the list alone.
func (r *request) outcomes() error {
	id := r.Param("event")
	rows, ev, published, err := r.outcomeRows(id)
	if err != nil {
		return err
	}
	path := eventPath(id, "outcomes")
	list := r.outcomeList(path, rows)
	if wantsPart(r.Context) {
		if r.Query("from") != "" {
			return r.part("outcomes", "outcome-items", list)
		}
		return r.part("outcomes", "outcome-list", list)
	}
	shell, err := r.shell(id, "webcompany.outcomes.title", "outcomes", "outcomes.js")
	if err != nil {
		return err
	}
	v := &outcomesView{Shell: shell, Path: path, PublishURL: eventPath(id, "publish"), Published: published, Empty: !published && len(rows) == 0, Words: r.Query("words"), List: list}
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		v.Sessions = append(v.Sessions, choice{Value: s.ID, Name: r.sessionName(s), Current: s.ID == r.Query("session")})
	}
	count := map[string]int{}
	for i := range rows {
		count[rows[i].State]++
	}
	for _, state := range outcomeStates {
		name := r.voice.Say("webcompany.outcomes." + state)
		v.Counts = append(v.Counts, namedText{name, r.voice.Int(count[state])})
		v.States = append(v.States, choice{Value: state, Name: name, Current: state == r.Query("state")})
	}
	return r.page(http.StatusOK, "outcomes", v)
}

// outcomeList keeps the rows that the reader looks for.
func (r *request) outcomeList(path string, rows []outcomeRow) outcomeList {
	words := strings.Fields(strings.ToLower(r.Query("words")))
	var found []outcomeRow
	for _, row := range rows {
		fits := (r.Query("session") == "" || row.Session == r.Query("session")) && (r.Query("state") == "" || row.State == r.Query("state"))
		text := strings.ToLower(strings.Join([]string{row.FirmName, row.BuyerName, row.Firm, row.Buyer, row.Table}, " "))
		for _, w := range words {
			fits = fits && strings.Contains(text, w)
		}
		if fits {
			found = append(found, row)
		}
	}
	list := outcomeList{Found: len(found)}
	from := min(countOf(r.Query("from")), len(found))
	to := min(from+outcomesAtOnce, len(found))
	list.Rows = found[from:to]
	if to < len(found) {
		q := r.Request.URL.Query()
		q.Del("lang")
		q.Set("from", itoa(to))
		list.More = path + "?" + q.Encode()
	}
	return list
}

// outcomeRow is GET /events/{id}/outcomes/row?session=&firm=&buyer=&edit=: one meeting, with the form to enter what came of it.
func (r *request) outcomeRow() error {
	row, err := r.oneOutcome(r.Query("session"), r.Query("firm"), r.Query("buyer"))
	if err != nil {
		return err
	}
	if r.Query("edit") == "" {
		return r.part("outcomes", "outcome", row)
	}
	row.Form = logFormOf(row.own, "o-"+row.Session+"-"+row.Firm+"-"+row.Buyer)
	return r.part("outcomes", "outcome", row)
}

func (r *request) oneOutcome(session, firm, buyer string) (*outcomeRow, error) {
	rows, _, _, err := r.outcomeRows(r.Param("event"))
	if err != nil {
		return nil, err
	}
	for i := range rows {
		if row := &rows[i]; row.Session == session && row.Firm == firm && row.Buyer == buyer {
			return row, nil
		}
	}
	return nil, &desk.NotFoundError{Kind: "meeting", ID: firm + " " + buyer}
}

// addOutcome is POST /events/{id}/outcomes: what came of a meeting, as the organizer knows it; the answer is the row.
func (r *request) addOutcome() error {
	session, firm, buyer := r.PostForm("session"), r.PostForm("firm"), r.PostForm("buyer")
	_, o, faults := r.readLog("")
	if len(faults) > 0 {
		r.JSON(http.StatusUnprocessableEntity, notice{Kind: "bad", Text: r.voice.Say("webcompany.log.faults"), Lines: faults})
		return nil
	}
	o.Session, o.Firm, o.Buyer = session, firm, buyer
	version, err := r.desk.AddOutcomes(r.Request.Context(), r.caller, r.Param("event"), []event.Outcome{o})
	if err != nil {
		return err
	}
	row, err := r.oneOutcome(session, firm, buyer)
	if err != nil {
		return err
	}
	row.Version = version
	return r.part("outcomes", "outcome", row)
}

// money writes an amount of a report, or nothing where it states none.
func (r *request) money(usd event.Maybe[float64]) string {
	value, ok := usd.Get()
	if !ok {
		return ""
	}
	return r.voice.Money(lang.DollarsToCents(value))
}
