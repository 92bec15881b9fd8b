package event

import (
	"maps"
	"slices"
)

func (v *validator) sessions(at *place) {
	seen := make(map[string]*place)
	for i := range v.event.Sessions {
		s, at := &v.event.Sessions[i], at.item(i)
		if v.id(at.field("id"), s.ID) {
			v.unique(at.field("id"), s.ID, seen)
		}
		v.text(at.field("name"), s.Name)
		v.text(at.field("city"), s.City)
		v.country(at.field("country"), s.Country)
		if _, err := s.Location(); err != nil {
			v.add(at.field("time_zone"), CodeUnknownZone, Args{"got": plain(cut(s.TimeZone))})
		}
		v.slots(at.field("slots"), s.Slots)
		v.tables(at.field("tables"), s.Tables)
		v.tablesUnavailable(at.field("tables_unavailable"), s)
		v.interpreters(at.field("interpreters"), s.Interpreters)
	}
}

// slots checks that each slot has a length, that they are in time order and that none overlaps the one before it.
func (v *validator) slots(at *place, slots []Interval) {
	for i, slot := range slots {
		if !v.span(at.item(i), slot) || i == 0 {
			continue
		}
		previous := slots[i-1]
		switch {
		case slot.Start.Before(previous.Start):
			v.add(at.item(i).field("start"), CodeSlotOrder, Args{"previous": plain(at.item(i - 1))})
		case slot.Start.Before(previous.End):
			v.add(at.item(i).field("start"), CodeSlotOverlap, Args{
				"previous": plain(at.item(i - 1)), "end": plainTime(previous.End),
			})
		}
	}
}

func (v *validator) tables(at *place, t Tables) {
	switch n := t.Len(); {
	case n < 1:
		v.add(at, CodeNoTable, nil)
	case n > MaxTables:
		v.add(at, CodeTooManyTables, Args{"got": plain(n), "limit": plain(MaxTables)})
	}
	seen := make(map[string]*place)
	for i, name := range t.Names {
		at := at.item(i)
		first, twice := seen[name]
		switch {
		case name == "":
			v.add(at, CodeEmptyTable, nil)
		case twice:
			v.add(at, CodeTableTwice, Args{"got": plain(cut(name)), "first": plain(first)})
		default:
			seen[name] = at
		}
	}
}

func (v *validator) tablesUnavailable(at *place, s *Session) {
	if len(s.TablesUnavailable) == 0 {
		return
	}
	known := tableSet(s.Tables)
	for _, name := range slices.Sorted(maps.Keys(s.TablesUnavailable)) {
		if !known[name] {
			v.nowhere(at.field(name), name, tableWord, s.Tables.List)
		}
		v.spans(at.field(name), s.TablesUnavailable[name])
	}
}

func (v *validator) interpreters(at *place, interpreters []Interpreter) {
	seen := make(map[string]*place)
	for i, in := range interpreters {
		at := at.item(i)
		if v.id(at.field("id"), in.ID) {
			v.unique(at.field("id"), in.ID, seen)
		}
		v.text(at.field("name"), in.Name)
		v.languages(at.field("languages"), in.Languages)
		v.spans(at.field("unavailable"), in.Unavailable)
	}
}
