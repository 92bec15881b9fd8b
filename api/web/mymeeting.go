package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A myMeetingView is the page of one meeting: when and where, with whom and why, and afterwards what came of it.
type myMeetingView struct {
	myShell
	Path      string
	Line      myMeetingLine
	Cancelled bool
	Partner   profile
	Contact   []profileLine // of the counterpart
	Phone     string        // to call; empty: none
	Email     string
	Log       *logForm // nil: the meeting has not begun
	Faulty    bool     // what was entered was not taken: the notice says why, and stands with the form
}

// A logForm is what a side or the organizer enters of a meeting.
type logForm struct {
	Prefix                              string // of the ids of its fields
	Held                                bool
	Known                               bool // it was reported before
	Consulted, Expected, Signed, Agreed string
	MOU                                 bool
	Rating                              int
	Note                                string
	Bad                                 map[string]bool // the amounts that are none
}

// Ratings are what a meeting can be rated.
func (logForm) Ratings() []int { return []int{1, 2, 3, 4, 5} }

func (r *request) meetingURL(session, partner string) string {
	return r.base() + "/meetings/" + url.PathEscape(session) + "/" + url.PathEscape(partner)
}

// findMeeting finds the meeting of the address in an agenda.
func (r *request) findMeeting(a *desk.Agenda) (s *desk.AgendaSession, m *desk.AgendaMeeting, cancelled bool, err error) {
	session, partner := r.Param("session"), r.Param("partner")
	for i := range a.Sessions {
		if a.Sessions[i].ID == session {
			s = &a.Sessions[i]
		}
	}
	find := func(list []desk.AgendaMeeting) *desk.AgendaMeeting {
		at := slices.IndexFunc(list, func(m desk.AgendaMeeting) bool { return m.Session == session && m.Counterpart.ID == partner })
		if at < 0 {
			return nil
		}
		return &list[at]
	}
	if m = find(a.Meetings); m == nil {
		m = find(a.Cancelled)
		cancelled = m != nil
	}
	if s == nil || m == nil {
		return nil, nil, false, &desk.NotFoundError{Kind: "meeting", ID: session + " " + partner}
	}
	return s, m, cancelled, nil
}

// myMeeting is GET /my/{link}/meetings/{session}/{partner}; htmx asks for the part that others change.
func (r *request) myMeeting() error {
	v, err := r.meetingView(nil)
	if err != nil {
		return err
	}
	if r.Query("saved") != "" {
		v.Notice = &notice{Kind: "good", Text: r.voice.Say("webcompany.log.saved")}
	}
	if wantsPart(r.Context) {
		return r.part("mymeeting", "my-meeting", v)
	}
	return r.page(http.StatusOK, "mymeeting", v)
}

// meetingView describes the meeting of the address, with the log form as it was entered, or as it was reported where nil.
func (r *request) meetingView(entered *logForm) (*myMeetingView, error) {
	a, err := r.myAgenda()
	if err != nil {
		return nil, err
	}
	s, m, cancelled, err := r.findMeeting(&a)
	if err != nil {
		return nil, err
	}
	names, err := r.desk.Sectors(r.Request.Context(), r.caller, a.Event)
	if err != nil {
		return nil, err
	}
	now := r.site.Clock()
	v := &myMeetingView{myShell: r.myShell(&a, "webcompany.meeting.title", ""), Path: r.meetingURL(m.Session, m.Counterpart.ID),
		Line: r.myLine(s, m, now), Cancelled: cancelled, Partner: r.partnerProfile(&m.Counterpart, names)}
	v.Title = v.Line.Name
	for i := range v.Tabs {
		v.Tabs[i].Current = false
	}
	if c := m.Contact; c != nil {
		l := lines{voice: r.voice}
		if person := c.Person.Or(""); person != "" {
			l.out = append(l.out, profileLine{r.voice.Say("webcompany.contact.person"), person})
		}
		v.Contact, v.Phone, v.Email = l.out, c.Phone.Or(""), c.Email.Or("")
	}
	if !cancelled && !now.Before(m.Start) {
		if v.Log = entered; entered == nil {
			v.Log = logFormOf(m.Outcome, "log")
		}
	}
	return v, nil
}

// partnerProfile describes a company to another one, in the reader's language.
func (r *request) partnerProfile(p *desk.Profile, names map[string]event.Text) profile {
	if p.Firm {
		return r.firmProfile(&event.Firm{ID: p.ID, Name: p.Name, Sectors: p.Sectors, Products: p.Products, Certificates: p.Certificates, Languages: p.Languages}, names)
	}
	return r.buyerProfile(&event.Buyer{ID: p.ID, Name: p.Name, Country: p.Country, Sectors: p.Sectors, Needs: p.Needs, RequiredCertificates: p.Certificates,
		Languages: p.Languages}, names)
}

// logFormOf fills the form from a report; nil stands for none.
func logFormOf(o *event.Outcome, prefix string) *logForm {
	f := &logForm{Prefix: prefix, Held: true}
	if o == nil {
		return f
	}
	f.Known, f.Held, f.MOU, f.Rating, f.Note = true, o.Held.Or(true), o.MOU.Or(false), o.Rating.Or(0), o.Note.Or("")
	f.Consulted, f.Expected = writeAmount(o.ConsultedUSD), writeAmount(o.ExpectedContractUSD)
	f.Signed, f.Agreed = writeAmount(o.SignedUSD), writeAmount(o.MOUUSD)
	return f
}

// readLog reads a form that was sent, as it is to be shown again and as the report that it makes; faults are in the reader's words.
func (r *request) readLog(prefix string) (*logForm, event.Outcome, []string) {
	f := &logForm{Prefix: prefix, Bad: map[string]bool{}, Held: r.PostForm("held") != "no", MOU: r.PostForm("mou") != "", Note: r.PostForm("note"),
		Consulted: r.PostForm("consulted"), Expected: r.PostForm("expected"), Signed: r.PostForm("signed"), Agreed: r.PostForm("agreed")}
	var o event.Outcome
	var faults []string
	o.Held = event.Some(f.Held)
	amount := func(label, text string) event.Maybe[float64] {
		usd, ok, err := readAmount(text)
		switch {
		case err != nil:
			f.Bad[label] = true
			faults = append(faults, r.voice.Say("webcompany.log.fault", lang.Args{"Field": r.voice.Say("webcompany.log." + label), "Value": text}))
		case ok && f.Held:
			return event.Some(usd)
		}
		return event.Maybe[float64]{}
	}
	o.ConsultedUSD, o.ExpectedContractUSD = amount("consulted", f.Consulted), amount("expected", f.Expected)
	o.SignedUSD, o.MOUUSD = amount("signed", f.Signed), amount("agreed", f.Agreed)
	if f.Held {
		f.MOU = f.MOU || o.MOUUSD.Or(0) > 0 // an amount of a memorandum says that there is one
		o.MOU = event.Some(f.MOU)
		if rating, err := strconv.Atoi(r.PostForm("rating")); err == nil {
			f.Rating, o.Rating = rating, event.Some(rating)
		}
	}
	if f.Note != "" {
		o.Note = event.Some(f.Note)
	}
	return f, o, faults
}

// myLog is POST /my/{link}/meetings/{session}/{partner}: what came of a meeting, as the company saw it.
func (r *request) myLog() error {
	f, o, faults := r.readLog("log")
	v, err := r.meetingView(f)
	if err != nil {
		return err
	}
	if v.Log == nil {
		return desk.ErrNotFound // not yet, or not any more
	}
	if len(faults) > 0 {
		v.Faulty, v.Notice = true, &notice{Kind: "bad", Text: r.voice.Say("webcompany.log.faults"), Lines: faults}
		return r.page(http.StatusUnprocessableEntity, "mymeeting", v)
	}
	a, err := r.myAgenda()
	if err != nil {
		return err
	}
	o.Session, o.Firm, o.Buyer = r.Param("session"), a.Company.ID, r.Param("partner")
	if !a.Company.Firm {
		o.Firm, o.Buyer = o.Buyer, o.Firm
	}
	if _, err := r.desk.AddOutcomes(r.Request.Context(), r.caller, a.Event, []event.Outcome{o}); err != nil {
		status, n := explain(r.voice, err)
		if status != http.StatusUnprocessableEntity {
			return err
		}
		v.Faulty, v.Notice = true, &n
		return r.page(status, "mymeeting", v)
	}
	return r.to(r.meetingURL(o.Session, r.Param("partner")) + "?saved=1")
}
