package web

import (
	"slices"
	"strings"

	"sangdam/api/web/mending"
	"sangdam/event"
	"sangdam/internal/desk"
)

// A mendFind is a firm, buyer, interpreter or table as the search finds it.
type mendFind struct {
	Of, ID, Name string
	Kind         string // in words
	Side         string // firm or buyer, of a company
	Icon         string
	Words        string // what the search looks through, in small letters
	Next         string // its meeting now or next
	Soon         bool   // it meets now or next
	Away         bool   // it is away, or out of use, in a slot to come
}

// mendData is what the script needs to know of the draft.
type mendData struct {
	Meetings map[string][]mendMeeting `json:"meetings"` // by company: those that can still be called off
}

// A mendMeeting is a meeting of a company.
type mendMeeting struct {
	With string `json:"with"`
	Text string `json:"text"`
}

// mendFinds lists all that something can have happened to, those who meet now or next first.
func (r *request) mendFinds(n *mending.Names, ask *mendAsk, draft *desk.Draft) ([]mendFind, mendData) {
	s := ask.session
	data := mendData{Meetings: map[string][]mendMeeting{}}
	next := map[string]*event.Meeting{} // by kind and id
	from := ask.since()
	for _, m := range meetingsOf(draft.Schedule, s.ID) {
		if m.Slot >= ask.first {
			text := n.Time(m.Start) + " · "
			data.Meetings[m.Firm] = append(data.Meetings[m.Firm], mendMeeting{m.Buyer, text + n.Company(m.Buyer)})
			data.Meetings[m.Buyer] = append(data.Meetings[m.Buyer], mendMeeting{m.Firm, text + n.Company(m.Firm)})
		}
		for _, key := range []string{mending.Company + m.Firm, mending.Company + m.Buyer, mending.Interpreter + m.Interpreter, mending.Table + m.Table} {
			if m.Slot >= from && next[key] == nil {
				next[key] = &m
			}
		}
	}
	var out []mendFind
	add := func(f mendFind, name event.Text, free []bool) {
		f.Kind = r.voice.Say("webmend.kind." + f.Icon)
		f.Words = strings.ToLower(strings.Join(append(allTexts(name), f.ID, f.Name, f.Kind), " "))
		f.Away = ask.first < len(free) && slices.Contains(free[ask.first:], false)
		if m := next[f.Of+f.ID]; m != nil {
			f.Soon = m.Slot <= from+1
			f.Next = nextText(n, &f, m)
		}
		out = append(out, f)
	}
	for _, f := range n.Index.FirmsIn(s) {
		p, _ := f.In(s)
		add(mendFind{Of: mending.Company, ID: f.ID, Name: n.Company(f.ID), Side: "firm", Icon: "firm"}, f.Name, p.Available(s))
	}
	for _, b := range n.Index.BuyersIn(s) {
		p, _ := b.In(s)
		add(mendFind{Of: mending.Company, ID: b.ID, Name: n.Company(b.ID), Side: "buyer", Icon: "buyer"}, b.Name, p.Available(s))
	}
	for i := range s.Interpreters {
		in := &s.Interpreters[i]
		add(mendFind{Of: mending.Interpreter, ID: in.ID, Name: n.Interpreter(in.ID), Icon: "people"}, in.Name, in.Available(s))
	}
	for _, table := range s.Tables.List() {
		add(mendFind{Of: mending.Table, ID: table, Name: n.Table(table), Icon: "table"}, event.Text{}, s.TableAvailable(table))
	}
	return out, data
}

// nextText says what somebody's meeting now or next is: when, where, with whom.
func nextText(n *mending.Names, f *mendFind, m *event.Meeting) string {
	parts := []string{n.Time(m.Start)}
	switch {
	case f.Of == mending.Table:
		parts = append(parts, n.Company(m.Firm)+" – "+n.Company(m.Buyer))
	case f.Of == mending.Interpreter:
		parts = append(parts, n.Table(m.Table), n.Company(m.Firm)+" – "+n.Company(m.Buyer))
	case f.Side == "firm":
		parts = append(parts, n.Table(m.Table), n.Company(m.Buyer))
	default:
		parts = append(parts, n.Table(m.Table), n.Company(m.Firm))
	}
	return strings.Join(parts, " · ")
}

// allTexts are the forms of a text in all languages.
func allTexts(t event.Text) []string {
	out := []string{t.Plain}
	for _, code := range sortedKeys(t.By) {
		out = append(out, t.By[code])
	}
	return out
}

func meetingsOf(s *event.Schedule, session string) []event.Meeting {
	for i := range s.Sessions {
		if s.Sessions[i].Session == session {
			return slices.SortedStableFunc(slices.Values(s.Sessions[i].Meetings), func(a, b event.Meeting) int { return a.Start.Compare(b.Start) })
		}
	}
	return nil
}
