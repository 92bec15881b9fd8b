package web

import (
	"cmp"
	"slices"
	"time"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// A fixedView is the form of the meetings that stand where they are put, session by session.
type fixedView struct {
	formView
	Sessions []fixedSession
}

// A fixedSession is the list of a session.
type fixedSession struct {
	List, Base, ID, Name string
	Rows                 []fixedRow
	Blank                fixedRow // that the script copies
	Firms, Buyers        []string // that the fields suggest
	Tables               []string // the same, where there are too many to choose from
}

// A fixedRow is the row of a meeting.
type fixedRow struct {
	rowView
	Firm, Buyer, Slot, Table formField
}

// fixedPart is the list of fixed meetings of an event, with one list of rows a session.
type fixedPart struct{}

func (fixedPart) name() string               { return "fixed" }
func (fixedPart) stored(ev *event.Event) any { return ev.Fixed }
func (fixedPart) key() []string              { return []string{"firm", "buyer"} }

func (fixedPart) rows(ev *event.Event) []string {
	var out []string
	for i := range ev.Sessions {
		out = append(out, fixedList(&ev.Sessions[i]))
	}
	return out
}

func fixedList(s *event.Session) string { return "fixed:" + s.ID }

// fill writes a slot as the moment when it begins, so that a changed timetable does not put a meeting elsewhere.
func (fixedPart) fill(r *request, ev *event.Event) filled {
	f := newFilled()
	index := event.NewIndex(ev)
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		for _, m := range ev.Fixed {
			if m.Session != s.ID {
				continue
			}
			at := f.addItem(fixedList(s), m)
			f.values[at+"firm"], f.values[at+"buyer"], f.values[at+"table"] = r.written(index, m.Firm), r.written(index, m.Buyer), m.Table
			if m.Slot >= 0 && m.Slot < len(s.Slots) {
				f.values[at+"slot"] = s.Slots[m.Slot].Start.Format(time.RFC3339)
			}
		}
	}
	return f
}

func (fixedPart) sum(r *request, ev *event.Event) (lines []string) {
	index := event.NewIndex(ev)
	for i := range ev.Sessions {
		source := timetable.NewSource(index, &ev.Sessions[i], nil, nil, r.voice)
		for _, m := range ev.Fixed {
			if m.Session == ev.Sessions[i].ID {
				lines = append(lines, r.sessionName(&ev.Sessions[i])+": "+source.Meeting(&event.Meeting{Firm: m.Firm, Buyer: m.Buyer, Slot: m.Slot, Table: m.Table}))
			}
		}
	}
	return lines
}

func (fixedPart) page(r *request, ev *event.Event, b *formBuilder, v formView) view {
	out := &fixedView{formView: v}
	index := event.NewIndex(ev)
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		list := fixedList(s)
		part := fixedSession{List: list, Base: b.filled.values["base."+list], ID: s.ID, Name: cmp.Or(r.voice.Text(s.Name), s.ID)}
		for _, f := range index.FirmsIn(s) {
			part.Firms = append(part.Firms, r.written(index, f.ID))
		}
		for _, o := range index.BuyersIn(s) {
			part.Buyers = append(part.Buyers, r.written(index, o.ID))
		}
		slots, tables := r.slotChoices(index, s), r.tableChoices(s)
		if len(tables) > mostChoices {
			part.Tables, tables = s.Tables.List(), nil
		}
		for _, row := range b.filled.rows[list] {
			part.Rows = append(part.Rows, fixedRowOf(b, s, row, slots, tables))
		}
		part.Blank = fixedRowOf(newFormBuilder(r.voice, newFilled(), nil), s, "NEW", slots, tables)
		out.Sessions = append(out.Sessions, part)
	}
	out.Faults = b.summary()
	return out
}

// mostChoices is from how many tables on a row suggests them instead of listing them all.
const mostChoices = 60

func fixedRowOf(b *formBuilder, s *event.Session, row string, slots, tables []choice) fixedRow {
	list := fixedList(s)
	at := list + "." + row + "."
	v := fixedRow{rowView: b.row(list, row, ""), Firm: b.suggested(at+"firm", "fixed.firm", "firms-"+s.ID), Buyer: b.suggested(at+"buyer", "fixed.buyer", "buyers-"+s.ID),
		Slot: b.choose(at+"slot", "fixed.slot", slots)}
	if tables == nil {
		v.Table = b.suggested(at+"table", "fixed.table", "tables-"+s.ID)
	} else {
		v.Table = b.choose(at+"table", "fixed.table", tables)
	}
	return v
}

// slotChoices are the slots of a session by the moments when they begin.
func (r *request) slotChoices(index *event.Index, s *event.Session) []choice {
	source := timetable.NewSource(index, s, nil, nil, r.voice)
	out := []choice{{Name: r.voice.Say("websetup.fixed.slot.choose")}}
	for t, slot := range s.Slots {
		out = append(out, choice{Value: slot.Start.Format(time.RFC3339), Name: source.When(&event.Meeting{Slot: t})})
	}
	return out
}

func (r *request) tableChoices(s *event.Session) []choice {
	out := []choice{{Name: r.voice.Say("websetup.fixed.table.any")}}
	for _, table := range s.Tables.List() {
		out = append(out, choice{Value: table, Name: r.voice.Say("webplan.table", lang.Args{"Name": table})})
	}
	return out
}

// tell names the fixed meetings that the draft has not yet, beside what becomes of the pairs: one that is fixed may meet whatever its score.
func (fixedPart) tell(r *request) beside {
	return func(before, after *event.Event, follows desk.Consequences) ([]effectPart, error) {
		parts, err := r.shifts(before, after, follows)
		index := event.NewIndex(after)
		var lines []string
		for _, f := range follows.Unplaced {
			source := timetable.NewSource(index, after.Session(f.Session), nil, nil, r.voice)
			lines = append(lines, source.Meeting(&event.Meeting{Firm: f.Firm, Buyer: f.Buyer, Slot: f.Slot, Table: f.Table}))
		}
		if len(lines) > 0 {
			parts = slices.Insert(parts, 0, partOf(r.voice.Count("websetup.effect.unplaced", len(lines)), lines))
		}
		return parts, err
	}
}
