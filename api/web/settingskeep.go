package web

import (
	"maps"

	"sangdam/event"
	"sangdam/internal/lang"
)

// withoutSession stands for "without any session" where it is chosen what becomes of companies.
const withoutSession = "-"

// A keepView asks what becomes of the companies that take part in the session to be removed and in no other.
type keepView struct {
	Field  formField
	Chosen string // what the page tells the consequences of
}

// stranded are the ids of the firms and buyers that name a session and no other, in the order of the document.
func stranded(ev *event.Event, session string) (firms, buyers []string) {
	alone := func(sessions map[string]event.Participation) bool {
		_, named := sessions[session]
		return named && len(sessions) == 1
	}
	for i := range ev.Firms {
		if alone(ev.Firms[i].Sessions) {
			firms = append(firms, ev.Firms[i].ID)
		}
	}
	for i := range ev.Buyers {
		if alone(ev.Buyers[i].Sessions) {
			buyers = append(buyers, ev.Buyers[i].ID)
		}
	}
	return firms, buyers
}

// keepStranded has the companies that would go with a session stay: in another session, with the limits they had, or without any. The latter
// the document can only say of a buyer whose country has no other session: one that names none takes part in all of its country, and
// a firm that names none in all there are. It returns who stays.
func keepStranded(ev *event.Event, session, in string) (kept []string) {
	firms, buyers := stranded(ev, session)
	for _, id := range append(firms, buyers...) {
		c, _ := companyIn(ev, id)
		_, _, _, _, _, sessions := c.shared()
		switch {
		case in == withoutSession && c.buyer != nil && !hasOther(ev, session, c.buyer.Country):
			*sessions = nil
		case in != session && ev.Session(in) != nil:
			p := (*sessions)[session]
			p.Unavailable = nil // hours of the other days
			*sessions = maps.Clone(*sessions)
			(*sessions)[in] = p
		default:
			continue
		}
		kept = append(kept, id)
	}
	return kept
}

// hasOther reports whether an event has another session in a country.
func hasOther(ev *event.Event, session, country string) bool {
	for i := range ev.Sessions {
		if s := &ev.Sessions[i]; s.ID != session && s.Country == country {
			return true
		}
	}
	return false
}

// keep offers what can become of the companies that would go with a session; nil where there are none.
func (r *request) keep(ev *event.Event, session, chosen string) *keepView {
	firms, buyers := stranded(ev, session)
	n := len(firms) + len(buyers)
	if n == 0 {
		return nil
	}
	hint := "websetup.keep.hint"
	options := []choice{{Name: r.voice.Count("websetup.keep.remove", n)}}
	able := 0
	for _, id := range buyers {
		if c, _ := companyIn(ev, id); !hasOther(ev, session, c.buyer.Country) {
			able++
		}
	}
	if able > 0 {
		hint = "websetup.keep.hint.buyers"
		options = append(options, choice{Value: withoutSession, Name: r.voice.Count("websetup.keep.without", able)})
	}
	for i := range ev.Sessions {
		if s := &ev.Sessions[i]; s.ID != session {
			options = append(options, choice{Value: s.ID, Name: r.voice.Say("websetup.keep.in", lang.Args{"Session": r.sessionName(s)})})
		}
	}
	v := &keepView{Chosen: chosen, Field: formField{Name: "keep", Kind: "select", Label: r.voice.Count("websetup.keep", n), Hint: r.voice.Say(hint)}}
	for _, o := range options {
		o.Current = o.Value == chosen
		v.Field.Options = append(v.Field.Options, o)
	}
	return v
}

// keptPart names the companies that stay though their session goes.
func (r *request) keptPart(before *event.Event, kept []string, in string) (parts []effectPart) {
	index := event.NewIndex(before)
	var names []string
	for _, id := range kept {
		names = append(names, r.company(index, id).Name)
	}
	switch s := before.Session(in); {
	case len(kept) == 0:
		return nil
	case s == nil:
		return []effectPart{partOf(r.voice.Count("websetup.effect.kept", len(kept)), names)}
	default:
		return []effectPart{partOf(r.voice.Count("websetup.effect.kept.in", len(kept), lang.Args{"Session": r.sessionName(s)}), names)}
	}
}
