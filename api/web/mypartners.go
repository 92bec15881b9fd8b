package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"sangdam/event"
	"sangdam/internal/desk"
)

// A myPartnersView is the page where a company looks at whom it could meet, and says whom it wishes to.
type myPartnersView struct {
	myShell
	Path      string
	WishURL   string
	Published bool
	Words     string
	Sectors   []choice
	Certs     []choice
	Wishes    []choice
	List      partnerList
}

// A partnerList is a page of the list.
type partnerList struct {
	Partners []partner
	Found    int
	More     string // address of the rest; empty: there is none
}

// A partner is whom the company could meet.
type partner struct {
	Profile  profile
	Sectors  string
	Sessions string // where both are, when the company is in several
	Score    float64
	Out      bool // a wish stands, but the two can meet nowhere
	Why      string
	Wish     []choice
}

// partnersAtOnce is how many companies are listed before the reader asks for more.
const partnersAtOnce = 20

// myPartners is GET /my/{link}/partners?words=&sector=&cert=&wish=&from=; htmx asks for the list alone.
func (r *request) myPartners() error {
	ctx := r.Request.Context()
	a, err := r.myAgenda()
	if err != nil {
		return err
	}
	all, err := r.desk.Counterparts(ctx, r.caller, a.Event, a.Company.ID)
	if err != nil {
		return err
	}
	names, err := r.desk.Sectors(ctx, r.caller, a.Event)
	if err != nil {
		return err
	}
	v := &myPartnersView{myShell: r.myShell(&a, "webcompany.tab.partners", "partners"), Path: r.base() + "/partners", WishURL: r.base() + "/wish",
		Published: a.Publication > 0, Words: r.Query("words")}
	v.Sectors, v.Certs = r.partnerFilters(all, names)
	for _, w := range []string{"any", "must", "want", "avoid", "never"} {
		v.Wishes = append(v.Wishes, choice{Value: w, Name: r.voice.Say("webcompany.wish." + w), Current: r.Query("wish") == w})
	}
	v.List = r.partnerList(v.Path, &a, r.matching(all), names)
	if wantsPart(r.Context) {
		if r.Query("from") != "" {
			return r.part("mypartners", "partner-items", v.List)
		}
		return r.part("mypartners", "partners", v.List)
	}
	return r.page(http.StatusOK, "mypartners", v)
}

// partnerFilters lists the sectors and certificates that the others name.
func (r *request) partnerFilters(all []desk.Counterpart, names map[string]event.Text) (sectors, certs []choice) {
	var firms []*event.Firm
	for i := range all {
		p := &all[i].Profile
		firms = append(firms, &event.Firm{Sectors: p.Sectors, Certificates: p.Certificates})
	}
	sectors, certs = r.filters(names, firms, nil)
	for i := range sectors {
		sectors[i].Current = sectors[i].Value == r.Query("sector")
	}
	for i := range certs {
		certs[i].Current = certs[i].Value == r.Query("cert")
	}
	return sectors, certs
}

// matching keeps those that the reader looks for.
func (r *request) matching(all []desk.Counterpart) []desk.Counterpart {
	words := strings.Fields(strings.ToLower(r.Query("words")))
	sector, cert, wish := r.Query("sector"), r.Query("cert"), r.Query("wish")
	var out []desk.Counterpart
	for i := range all {
		c := &all[i]
		fits := sector == "" || slices.Contains(c.Profile.Sectors, sector)
		fits = fits && (cert == "" || slices.Contains(c.Profile.Certificates, cert))
		fits = fits && (wish == "" || string(c.Wish) == wish || wish == "any" && c.Wish != "")
		if fits && len(words) > 0 {
			text := searchText(&c.Profile)
			for _, w := range words {
				fits = fits && strings.Contains(text, w)
			}
		}
		if fits {
			out = append(out, *c)
		}
	}
	return out
}

// searchText is what a company can be found by, in all languages.
func searchText(p *desk.Profile) string {
	texts := []event.Text{p.Name}
	for _, product := range p.Products {
		texts = append(texts, product.Name, product.Description)
	}
	for _, need := range p.Needs {
		texts = append(texts, need.Description)
	}
	words := []string{p.ID}
	for _, t := range texts {
		words = append(words, t.Plain)
		for _, code := range event.Languages {
			words = append(words, t.By[code])
		}
	}
	return strings.ToLower(strings.Join(words, " "))
}

func (r *request) partnerList(path string, a *desk.Agenda, found []desk.Counterpart, names map[string]event.Text) partnerList {
	list := partnerList{Found: len(found)}
	from := min(countOf(r.Query("from")), len(found))
	to := min(from+partnersAtOnce, len(found))
	if to < len(found) {
		q := r.Request.URL.Query()
		q.Del("lang")
		q.Set("from", strconv.Itoa(to))
		list.More = path + "?" + q.Encode()
	}
	places := map[string]string{}
	for i := range a.Sessions {
		s := &a.Sessions[i]
		places[s.ID] = nameOr(r.voice.Text(s.City), nameOr(r.voice.Text(s.Name), s.ID))
	}
	for i := range found[from:to] {
		c := &found[from+i]
		p := partner{Profile: r.partnerProfile(&c.Profile, names), Sectors: r.sectorList(c.Profile.Sectors, names), Score: c.Score, Out: len(c.Sessions) == 0,
			Why: r.voice.Text(c.Why), Wish: r.ownWishes(c.Wish)}
		if len(a.Sessions) > 1 {
			var in []string
			for _, s := range c.Sessions {
				in = append(in, places[s])
			}
			p.Sessions = strings.Join(in, ", ")
		}
		list.Partners = append(list.Partners, p)
	}
	return list
}

// ownWishes are the wishes of the company about another one, in the words of the company.
func (r *request) ownWishes(current event.Wish) []choice {
	out := r.wishChoices(current)
	for i := range out {
		out[i].Name = r.voice.Say("webcompany.wish." + out[i].Value)
	}
	return out
}

// mySetWish is POST /my/{link}/wish: to, wish ("none" takes it back).
func (r *request) mySetWish() error {
	wish := event.Wish(r.PostForm("wish"))
	if wish == "none" {
		wish = ""
	}
	version, err := r.desk.SetWish(r.Request.Context(), r.caller, r.caller.Event, r.caller.Company, r.PostForm("to"), wish)
	if err != nil {
		return err
	}
	return r.json(changed{version})
}
