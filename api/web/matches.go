package web

import (
	"cmp"
	"math"
	"net/http"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A matchesView is the page of the pairs of a session: the heat map, or the same as a table.
type matchesView struct {
	Shell
	Path     string // of the page, without query
	Sessions []tab
	Session  string
	Sliders  []slider
	OwnScore bool // the event gives the scores: weights do nothing
	Sectors  []choice
	Certs    []choice
	Map      *heatMap  // nil: the table is shown
	List     *pairList // nil: the heat map is shown
}

// A tab leads to a part of a page.
type tab struct {
	Name, URL string
	Current   bool
}

// A choice is an entry of a select.
type choice struct {
	Value, Name string
	Current     bool
}

// A slider sets the weight of a factor, in hundredths.
type slider struct {
	Name, Label  string
	Hundredths   int
	Default, Max int
}

// A heatMap is what the script of the heat map needs beside the scores.
type heatMap struct {
	Base   string            `json:"base"` // address below which the script asks
	Firms  []heatSide        `json:"firms"`
	Buyers []heatSide        `json:"buyers"`
	Say    map[string]string `json:"say"` // words by name
}

// A heatSide is a firm or a buyer of the heat map.
type heatSide struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Search  string   `json:"search"` // its names and goods in lower case
	Sectors []string `json:"sectors"`
	Sector  string   `json:"sector"` // name of the first
	Certs   []string `json:"certs"`
}

func (s *site) matchesRoutes(r gin.IRouter) {
	g := r.Group("/events/:event/matches")
	g.GET("", s.organizer((*request).matches))
	g.GET("/matrix", s.organizer((*request).matrix))
	g.GET("/pair", s.organizer((*request).pair))
	g.POST("/wish", s.organizer((*request).setWish))
	g.POST("/weights", s.organizer((*request).setWeights))
}

// matches is GET /events/{id}/matches?session=&view=list.
func (r *request) matches() error {
	id := r.Param("event")
	current, err := r.desk.Event(r.Request.Context(), r.caller, id)
	if err != nil {
		return err
	}
	ev := current.Value
	if done, err := r.begin(ev, "web.matches.title", "matches"); done {
		return err
	}
	session, err := r.sessionAsked(ev)
	if err != nil {
		return err
	}
	shell, err := r.shell(id, "web.matches.title", "matches", "matches.js")
	if err != nil {
		return err
	}
	v := &matchesView{Shell: shell, Path: eventPath(id, "matches"), Session: session.ID, OwnScore: ev.Scores != nil, Sliders: r.sliders(ev)}
	v.Sessions = r.sessionTabs(ev, session, v.Path)
	names := desk.SectorNames(ev)
	index := event.NewIndex(ev)
	firms, buyers := index.FirmsIn(session), index.BuyersIn(session)
	v.Sectors, v.Certs = r.filters(names, firms, buyers)
	if r.Query("view") == "list" {
		v.Scripts = nil
		v.List, err = r.pairList(ev, session)
	} else {
		v.Map = r.heatMap(v.Path, names, firms, buyers)
	}
	if err != nil {
		return err
	}
	return r.page(http.StatusOK, "matches", v)
}

// sessionAsked returns the session of ?session=, or the first one.
func (r *request) sessionAsked(ev *event.Event) (*event.Session, error) {
	id := r.Query("session")
	if id == "" && len(ev.Sessions) > 0 {
		return &ev.Sessions[0], nil
	}
	if s := ev.Session(id); s != nil {
		return s, nil
	}
	return nil, &desk.NotFoundError{Kind: "session", ID: id}
}

func (r *request) sessionTabs(ev *event.Event, current *event.Session, path string) []tab {
	var out []tab
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		q := r.Request.URL.Query()
		for _, passing := range []string{"lang", "after", "firm", "buyer"} {
			q.Del(passing)
		}
		q.Set("session", s.ID)
		out = append(out, tab{Name: cmp.Or(r.voice.Text(s.Name), s.ID), URL: path + "?" + q.Encode(), Current: s == current})
	}
	return out
}

// sliders returns the weights in hundredths, brought to a sum of 100 where the event states larger ones.
func (r *request) sliders(ev *event.Event) []slider {
	sum := 0.0
	weight := func(f desk.Factor) float64 {
		if w, ok := ev.Weights[f.Name]; ok {
			return w
		}
		return f.Default
	}
	for _, f := range desk.Factors() {
		sum += weight(f)
	}
	var out []slider
	for _, f := range desk.Factors() {
		w := weight(f)
		if sum > 0 {
			w /= sum
		}
		s := slider{Name: f.Name, Label: r.voice.Say("web.factor." + f.Name), Hundredths: hundredths(w), Default: hundredths(f.Default)}
		s.Max = max(60, s.Hundredths)
		out = append(out, s)
	}
	return out
}

func hundredths(weight float64) int { return int(math.Round(100 * weight)) }

// filters returns the sectors and certificates that the two sides name, by name.
func (r *request) filters(names map[string]event.Text, firms []*event.Firm, buyers []*event.Buyer) (sectors, certs []choice) {
	seen := map[string]bool{}
	add := func(to *[]choice, value, name string) {
		if key := value + "\x00" + name; !seen[key] {
			seen[key] = true
			*to = append(*to, choice{Value: value, Name: name})
		}
	}
	for _, f := range firms {
		for _, id := range f.Sectors {
			add(&sectors, id, cmp.Or(r.voice.Text(names[id]), id))
		}
		for _, c := range f.Certificates {
			add(&certs, c, c)
		}
	}
	for _, b := range buyers {
		for _, id := range b.Sectors {
			add(&sectors, id, cmp.Or(r.voice.Text(names[id]), id))
		}
		for _, c := range b.RequiredCertificates {
			add(&certs, c, c)
		}
	}
	byName := func(a, b choice) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Value, b.Value))
	}
	slices.SortFunc(sectors, byName)
	slices.SortFunc(certs, byName)
	return sectors, certs
}

// heatWords are the messages "web.heat.NAME" that the script of the heat map speaks.
var heatWords = []string{
	"firm", "buyer", "out", "cut", "must", "want", "avoid", "never", "none", "of_firm", "of_buyer", "empty", "saved", "theirs", "wish_saved",
}

func (r *request) heatMap(base string, names map[string]event.Text, firms []*event.Firm, buyers []*event.Buyer) *heatMap {
	m := &heatMap{Base: base, Firms: []heatSide{}, Buyers: []heatSide{}, Say: map[string]string{}}
	for _, word := range heatWords {
		m.Say[word] = r.voice.Say("web.heat."+word, lang.Args{"N": "{}"})
	}
	side := func(id string, name event.Text, sectors, certs []string, goods []event.Text) heatSide {
		s := heatSide{ID: id, Name: cmp.Or(r.voice.Text(name), id), Sectors: sectors, Certs: certs}
		if len(sectors) > 0 {
			s.Sector = cmp.Or(r.voice.Text(names[sectors[0]]), sectors[0])
		}
		words := []string{id}
		for _, text := range append(goods, name) {
			words = append(words, text.Plain)
			for _, code := range event.Languages {
				words = append(words, text.By[code])
			}
		}
		s.Search = strings.ToLower(strings.Join(words, " "))
		return s
	}
	for _, f := range firms {
		var goods []event.Text
		for _, p := range f.Products {
			goods = append(goods, p.Name)
		}
		m.Firms = append(m.Firms, side(f.ID, f.Name, f.Sectors, f.Certificates, goods))
	}
	for _, b := range buyers {
		var goods []event.Text
		for _, n := range b.Needs {
			goods = append(goods, n.Description)
		}
		m.Buyers = append(m.Buyers, side(b.ID, b.Name, b.Sectors, b.RequiredCertificates, goods))
	}
	return m
}
