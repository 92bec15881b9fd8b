package pdf

import (
	"io"
	"slices"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
)

// Agendas sets a page for every participant: when, at which table, with whom, who interprets, and what to talk about. A day that
// is too full for one page goes on, with its heads, on the next. Contacts are printed where the agenda holds them. The agendas
// are in the language of the head; none at all is an empty document of one page.
func Agendas(w io.Writer, head Head, agendas []agenda.Agenda) error {
	d := newDocument(head, head.Voice.Say("report.agenda.title"))
	if len(agendas) == 0 {
		d.page(false)
		d.opening(d.say("report.agenda.title"), head.Event, "")
		d.y += d.block(margin, d.y, d.inner(), d.say("report.paper.empty"), body.in(grey), left)
	}
	for _, a := range agendas {
		d.newSection()
		d.agenda(a, len(agendas) > 1)
	}
	return d.write(w)
}

// agenda sets one of them; one of many is listed in the outline.
func (d *document) agenda(a agenda.Agenda, oneOfMany bool) {
	kind := d.say("report.agenda.title")
	d.page(false)
	d.opening(kind, a.Participant.Name, d.described(a.Participant))
	if oneOfMany {
		d.bookmark(a.Participant.Name)
	}
	turn := func() {
		d.page(false)
		d.continued(kind, a.Participant.Name)
	}
	if len(a.Meetings) == 0 {
		d.y += d.block(margin, d.y, d.inner(), d.say("report.agenda.none"), body.in(grey), left)
		return
	}
	columns := []column{
		{title: d.say("report.agenda.time"), share: 26}, {title: d.say("report.agenda.table"), share: 17},
		{title: d.say("report.agenda.with"), share: 101},
	}
	if slices.ContainsFunc(a.Meetings, func(m agenda.Meeting) bool { return m.Interpreter != nil }) {
		columns = append(columns, column{title: d.say("report.agenda.interpreter"), share: 30})
	}
	for _, day := range days(a.Meetings) {
		var rows []row
		for _, m := range day {
			r := d.agendaRow(m)
			r.cells = r.cells[:len(columns)]
			rows = append(rows, r)
		}
		if d.y+headRoom*2+rowHeight(rows[0], d.widths(columns)) > d.bottom() {
			turn()
		}
		d.dayHeading(day[0])
		d.table(columns, rows, func() {
			turn()
			d.dayHeading(day[0])
		})
		d.y += 7
	}
}

// opening sets the head of a document's first page: what it is, whose it is, and a line about that.
func (d *document) opening(kind, name, about string) {
	d.fill(box{margin, d.y, 14, 1.2}, accent)
	if name != d.head.Event {
		d.fitLine(box{margin + 20, d.y - 2, d.inner() - 20, 5}, d.head.Event, detail.in(grey), right)
	}
	d.y += 4
	d.y += d.block(margin, d.y, d.inner(), kind, body.strong().in(accent), left) + 1
	high := min(blockHeight(d.inner(), name, title), 3*title.leading())
	d.fit(box{margin, d.y, d.inner(), high}, name, title, left)
	d.y += high + 0.5
	if about != "" {
		d.fitLine(box{margin, d.y, d.inner(), 5}, about, body.in(grey), left)
		d.y += 5
	}
	d.y += 5
}

// continued sets the head of the pages after the first.
func (d *document) continued(kind, name string) {
	d.fill(box{margin, d.y, 14, 1.2}, accent)
	d.y += 3
	d.fitLine(box{margin, d.y, d.inner() * 0.7, 6}, name, heading.in(black), left)
	d.fitLine(box{margin + d.inner()*0.72, d.y, d.inner() * 0.28, 6}, kind, detail.in(grey), right)
	d.y += 11
}

// described says what kind of participant it is, with the country of a buyer and the id.
func (d *document) described(p agenda.Party) string {
	parts := []string{d.say("report.party." + string(p.Kind))}
	if p.Country != "" {
		parts = append(parts, p.Country)
	}
	if p.Name != p.ID {
		parts = append(parts, p.ID)
	}
	return strings.Join(parts, "  ·  ")
}

// days splits the meetings by session and calendar day.
func days(meetings []agenda.Meeting) [][]agenda.Meeting {
	var out [][]agenda.Meeting
	for i, m := range meetings {
		if i == 0 || m.Session != meetings[i-1].Session || event.DateOf(m.Start, m.Start.Location()) !=
			event.DateOf(meetings[i-1].Start, meetings[i-1].Start.Location()) {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], m)
	}
	return out
}

func (d *document) dayHeading(m agenda.Meeting) {
	d.y += d.block(margin, d.y, d.inner(), d.head.Voice.Day(m.Start), heading, left)
	where := m.Venue
	if m.City != "" && !strings.Contains(m.Venue, m.City) {
		where += ", " + m.City
	}
	about := d.say("report.paper.local", lang.Args{"Where": where, "Zone": zoneName(m.Start, m.Zone)})
	d.fitLine(box{margin, d.y, d.inner(), 4}, about, small.in(grey), left)
	d.y += 5
}

// zoneName is the zone with its offset: Asia/Shanghai, UTC+8.
func zoneName(t time.Time, name string) string {
	offset := strings.TrimSuffix(t.Format("-07:00"), ":00")
	offset = strings.NewReplacer("+0", "+", "-0", "-").Replace(offset)
	if name == "" {
		return "UTC" + offset
	}
	return name + ", UTC" + offset
}

func (d *document) agendaRow(m agenda.Meeting) row {
	var with []part
	for _, p := range m.Counterparts {
		name := p.Name
		if p.Country != "" {
			name += " (" + p.Country + ")"
		}
		with = append(with, part{name, body.strong()})
	}
	if len(m.Topics) > 0 {
		with = append(with, part{strings.Join(m.Topics, " · "), detail.in(grey)})
	}
	if m.Why != "" {
		with = append(with, part{m.Why, detail.in(grey)})
	}
	if c := contactLine(m.Contact); c != "" {
		with = append(with, part{c, detail.in(accent)})
	}
	interpreter := ""
	if m.Interpreter != nil {
		interpreter = m.Interpreter.Name
	}
	return row{cells: [][]part{
		cell(clock(m.Start)+"–"+clock(m.End), body.strong()), cell(m.Table, body.strong()),
		with, cell(interpreter, body),
	}}
}

func clock(t time.Time) string { return t.Format("15:04") }

func contactLine(c *event.Contact) string {
	if c == nil {
		return ""
	}
	var parts []string
	for _, m := range []event.Maybe[string]{c.Person, c.Phone, c.Email} {
		if s := m.Or(""); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "  ·  ")
}
