package pdf

import (
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report/agenda"
)

// A Log is the form for one meeting, with what is known before it filled in.
type Log struct {
	Number      string // of the form
	Where       string
	Start, End  time.Time // in the session's zone
	Zone, Table string
	Firm, Buyer agenda.Party
	Interpreter string
	Products    []LogProduct
	Result      *event.Result // what was reported already; nil: nothing
}

// A LogProduct is a line for unit price and quantity.
type LogProduct struct{ Name, HS string }

// LogsOf returns a form for every meeting of a schedule, by session, time and table.
func LogsOf(ev *event.Event, s *event.Schedule, v *lang.Voice) []Log {
	x := event.NewIndex(ev)
	book := agenda.NewBook(ev, &event.Schedule{}, v, agenda.Options{})
	results := map[[3]string]*event.Result{}
	for _, r := range ev.Results() {
		results[[3]string{r.Session, r.Firm, r.Buyer}] = &r
	}
	var logs []Log
	for _, part := range s.Sessions {
		session := x.Session(part.Session)
		if session == nil {
			continue
		}
		number := 0
		for _, day := range daysOf(session, part.Meetings) {
			for _, m := range day.meetings {
				number++
				l := Log{
					Number: session.ID + "-" + threeDigits(number), Where: where(session, v), Start: m.Start, End: m.End,
					Zone: session.TimeZone, Table: m.Table,
					Firm:   book.Party(agenda.Participant{Kind: agenda.Firm, ID: m.Firm}),
					Buyer:  book.Party(agenda.Participant{Kind: agenda.Buyer, ID: m.Buyer}),
					Result: results[[3]string{session.ID, m.Firm, m.Buyer}],
				}
				if m.Interpreter != "" {
					l.Interpreter = book.Party(agenda.Participant{Kind: agenda.Interpreter, ID: m.Interpreter}).Name
				}
				l.products(x.Firm(m.Firm), v)
				logs = append(logs, l)
			}
		}
	}
	return logs
}

func (l *Log) products(f *event.Firm, v *lang.Voice) {
	if f == nil {
		return
	}
	for _, p := range f.Products {
		hs := ""
		if len(p.HS) > 0 {
			hs = p.HS[0]
		}
		l.Products = append(l.Products, LogProduct{Name: v.Text(p.Name), HS: hs})
	}
}
