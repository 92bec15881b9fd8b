package mending

import (
	"cmp"
	"slices"
	"strings"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// A Party is somebody who must be told of changes: a firm, a buyer or an interpreter.
type Party struct {
	ID       string
	Of       string // Company or Interpreter
	Language string // that of the message
	Text     string // the message: a line of address, one for each change, one on the times
}

// Tell writes to everybody whom changes concern, each in a language of theirs: to firms and buyers about the meetings whose time or table
// changes, to interpreters about those that are theirs no more or newly. Firms come first, then buyers, then interpreters, each in the
// order of the event. O(changes · log changes).
func Tell(x *event.Index, changes []plan.MeetingChange) []Party {
	w := &writer{index: x, names: map[[2]string]*Names{}, lines: map[[2]string][]line{}}
	for i := range changes {
		w.change(&changes[i])
	}
	ev := x.Event()
	var out []Party
	for i := range ev.Firms {
		f := &ev.Firms[i]
		out = w.party(out, Company, Party{ID: f.ID, Of: Company, Language: spoken(f.Languages, lang.Default)})
	}
	for i := range ev.Buyers {
		b := &ev.Buyers[i]
		out = w.party(out, Company, Party{ID: b.ID, Of: Company, Language: spoken(b.Languages, "en")})
	}
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		for k := range s.Interpreters {
			in := &s.Interpreters[k]
			out = w.party(out, Interpreter+s.ID, Party{ID: in.ID, Of: Interpreter, Language: spoken(in.Languages, lang.Default)})
		}
	}
	return out
}

// A line is a change as one party sees it.
type line struct {
	session string
	at      *event.Meeting // by which it is ordered
	id      string         // of its message
	change  *plan.MeetingChange
	with    func(*Names) string
}

// A writer collects the lines by party: what it is (of an interpreter also where), and its id.
type writer struct {
	index *event.Index
	names map[[2]string]*Names // by session and language
	lines map[[2]string][]line
}

func (w *writer) change(c *plan.MeetingChange) {
	at := cmp.Or(c.From, c.To)
	if c.Kind != plan.MeetingInterpreter {
		firm, buyer := [2]string{Company, c.Firm}, [2]string{Company, c.Buyer}
		w.lines[firm] = append(w.lines[firm], line{c.Session, at, c.Kind, c, func(n *Names) string { return n.Company(c.Buyer) }})
		w.lines[buyer] = append(w.lines[buyer], line{c.Session, at, c.Kind, c, func(n *Names) string { return n.Company(c.Firm) }})
	}
	was, is := "", ""
	if c.From != nil {
		was = c.From.Interpreter
	}
	if c.To != nil {
		is = c.To.Interpreter
	}
	pair := func(n *Names) string { return n.Company(c.Firm) + " – " + n.Company(c.Buyer) }
	add := func(who, id string) {
		if who != "" {
			key := [2]string{Interpreter + c.Session, who}
			w.lines[key] = append(w.lines[key], line{c.Session, at, id, c, pair})
		}
	}
	if was == is {
		add(is, c.Kind)
		return
	}
	add(was, "off")
	add(is, "on")
}

// party adds somebody with their message, if there is anything to tell.
func (w *writer) party(out []Party, group string, p Party) []Party {
	lines := w.lines[[2]string{group, p.ID}]
	if len(lines) == 0 {
		return out
	}
	slices.SortStableFunc(lines, func(a, b line) int { return a.at.Start.Compare(b.at.Start) })
	var text strings.Builder
	first := w.namesOf(lines[0].session, p.Language)
	name := first.Company(p.ID)
	if p.Of == Interpreter {
		name = first.Interpreter(p.ID)
	}
	text.WriteString(first.Voice.Say("webmend.tell.head", lang.Args{"Event": first.Voice.Text(w.index.Event().Name), "Name": name}))
	for _, l := range lines {
		n := w.namesOf(l.session, p.Language)
		args := lang.Args{"With": l.with(n)}
		if m := l.change.From; m != nil {
			args["From"], args["Table"] = n.Time(m.Start), n.Table(m.Table)
		}
		if m := l.change.To; m != nil {
			args["To"], args["Table"] = n.Time(m.Start), n.Table(m.Table)
		}
		text.WriteString("\n· " + first.Voice.Say("webmend.tell."+l.id, args))
	}
	if city := first.Voice.Text(first.Session.City); city != "" {
		text.WriteString("\n" + first.Voice.Say("webmend.tell.zone", lang.Args{"City": city}))
	}
	p.Text = text.String()
	return append(out, p)
}

func (w *writer) namesOf(session, language string) *Names {
	key := [2]string{session, language}
	if w.names[key] == nil {
		s := w.index.Session(session)
		if s == nil {
			s = &event.Session{ID: session}
		}
		w.names[key] = NewNames(w.index, s, lang.New(language))
	}
	return w.names[key]
}

// spoken is the first language of somebody's that the product speaks; unnamed is that of somebody who names none.
func spoken(languages []string, unnamed string) string {
	if len(languages) == 0 {
		return unnamed
	}
	for _, l := range languages {
		if slices.Contains(event.Languages, l) {
			return l
		}
	}
	return "en"
}
