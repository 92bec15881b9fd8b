package web

import (
	"errors"
	"strconv"
	"strings"

	"sangdam/api/web/mending"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/plan"
)

// A toldView is the list of those who must be told, each with a message.
type toldView struct {
	Parties []toldParty
}

// A toldParty is somebody who must be told.
type toldParty struct {
	DOM         string // id of the message on the page
	Name, Kind  string
	Language    string // of the message, in words
	Code        string
	Text        string
	Subject     string // its first line
	Phone, Mail string // empty: not known
}

// A pendingView is what was changed since companies were last told.
type pendingView struct {
	PublishURL string
	Count      int
	First      bool // nothing was ever published
	Told       toldView
}

// told writes to everybody whom changes concern. The ids of the messages begin with the given word.
func (r *request) told(x *event.Index, changes []plan.MeetingChange, word string) toldView {
	var v toldView
	for i, p := range mending.Tell(x, changes) {
		t := toldParty{DOM: word + "-" + strconv.Itoa(i), Text: p.Text, Code: p.Language, Language: languageName(r.voice.Language(), p.Language)}
		if p.Of == mending.Interpreter {
			t.Name, t.Kind = p.ID, r.voice.Say("webmend.kind.people")
			if name := interpreterName(x.Event(), p.ID); !name.IsZero() {
				t.Name = nameOr(r.voice.Text(name), p.ID)
			}
		} else {
			named := r.company(x, p.ID)
			t.Name, t.Kind = named.Name, named.Text
			t.reach(contactOf(x, p.ID))
		}
		v.Parties = append(v.Parties, t)
	}
	return v
}

func interpreterName(ev *event.Event, id string) event.Text {
	for i := range ev.Sessions {
		for _, in := range ev.Sessions[i].Interpreters {
			if in.ID == id {
				return in.Name
			}
		}
	}
	return event.Text{}
}

func contactOf(x *event.Index, id string) *event.Contact {
	if f := x.Firm(id); f != nil {
		return f.Contact
	}
	if b := x.Buyer(id); b != nil {
		return b.Contact
	}
	return nil
}

// reach says by what number and address somebody is told.
func (t *toldParty) reach(c *event.Contact) {
	if c == nil {
		return
	}
	t.Subject, _, _ = strings.Cut(t.Text, "\n")
	t.Phone, t.Mail = phoneDigits(c.Phone.Or("")), c.Email.Or("")
}

// phoneDigits are the digits of a number that can be dialled, with the plus before them.
func phoneDigits(phone string) string {
	digits := strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' || c == '+' {
			return c
		}
		return -1
	}, phone)
	if len(digits) < 3 {
		return ""
	}
	return digits
}

// pending tells what the draft changes for companies that know the published schedule, or nil where it changes nothing.
func (r *request) pending(ev *event.Event, draft *desk.Draft) (*pendingView, error) {
	published, err := r.desk.Published(r.Request.Context(), r.caller, ev.ID)
	v := &pendingView{PublishURL: eventPath(ev.ID, "publish")}
	if errors.Is(err, desk.ErrNotFound) {
		v.First = true
		return v, nil
	}
	if err != nil {
		return nil, err
	}
	changes := plan.Differences(published.Schedule, draft.Schedule)
	if len(changes) == 0 {
		return nil, nil
	}
	v.Count, v.Told = len(changes), r.told(event.NewIndex(ev), changes, "pending")
	return v, nil
}
