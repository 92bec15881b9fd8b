package workbook

import (
	"fmt"
	"strings"

	"sangdam/internal/report/agenda"
)

// ownSheet writes what one participant does: time, table, whom they meet.
func (x *writer) ownSheet(a agenda.Agenda) error {
	p := a.Participant
	name, err := x.add(p.ID+" "+p.Name, p.Name, strings.Join(nonEmpty(x.kind(p.Kind), p.ID, p.Country, x.title()), " · "))
	if err != nil {
		return err
	}
	if err := x.headings(name, 3, x.agendaTitles(), agendaWidths); err != nil {
		return err
	}
	last, err := x.lines(name, 4, a)
	if err != nil {
		return err
	}
	return x.print(name, page{repeat: "$1:$3", area: area(len(agendaWidths), max(3, last))})
}

// sharedSheet writes the agendas of one kind below one another.
func (x *writer) sharedSheet(kind agenda.Kind, agendas []agenda.Agenda) error {
	name, err := x.add(x.kind(kind), x.kind(kind), x.title())
	if err != nil {
		return err
	}
	if err := x.headings(name, 3, x.agendaTitles(), agendaWidths); err != nil {
		return err
	}
	row := 4
	for _, a := range agendas {
		if err := x.put(name, 1, row, a.Participant.ID+" "+a.Participant.Name, x.style.title); err != nil {
			return err
		}
		last, err := x.lines(name, row+1, a)
		if err != nil {
			return err
		}
		row = last + 2
	}
	if err := x.freeze(name, 0, 3); err != nil {
		return err
	}
	return x.print(name, page{repeat: "$3:$3", area: area(len(agendaWidths), row)})
}

var agendaWidths = []float64{12, 14, 10, 44, 44, 16}

func (x *writer) agendaTitles() []string {
	return []string{x.Voice.Say("workbook.date"), x.Voice.Say("workbook.time"), x.Voice.Say("workbook.table"), x.Voice.Say("workbook.with"),
		x.Voice.Say("workbook.where"), x.Voice.Say("workbook.interpreter")}
}

// lines writes the meetings of an agenda from a row on and returns the last row.
func (x *writer) lines(sheet string, row int, a agenda.Agenda) (int, error) {
	for _, m := range a.Meetings {
		var with []string
		for _, c := range m.Counterparts {
			with = append(with, strings.Join(nonEmpty(c.ID+" "+c.Name, c.Country), ", "))
		}
		interpreter := ""
		if m.Interpreter != nil {
			interpreter = m.Interpreter.Name
		}
		cells := []string{m.Start.Format("2006-01-02"), m.Start.Format("15:04") + "–" + m.End.Format("15:04"), m.Table,
			strings.Join(with, "\n"), strings.Join(nonEmpty(m.Venue, fmt.Sprintf("(%s)", m.Zone)), " "), interpreter}
		for i, text := range cells {
			if err := x.put(sheet, i+1, row, text, x.style.wrap); err != nil {
				return 0, err
			}
		}
		if err := x.fit(sheet, row, agendaWidths, cells); err != nil {
			return 0, err
		}
		row++
	}
	return row - 1, nil
}

func (x *writer) kind(k agenda.Kind) string { return x.Voice.Say("report.party." + string(k)) }

func nonEmpty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if strings.TrimSpace(p) != "" {
			out = append(out, p)
		}
	}
	return out
}
