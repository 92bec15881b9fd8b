package event

import (
	"reflect"
	"time"
)

func (m *Maybe[T]) decode(d *decoder) bool {
	if kindOf(d.next()) == kindNull {
		m.state = null
		return d.word() == "null"
	}
	if !d.value(reflect.ValueOf(&m.value).Elem()) {
		return false
	}
	m.state = present
	return true
}

func (t *Text) decode(d *decoder) bool {
	switch found := kindOf(d.next()); found {
	case kindString:
		var ok bool
		t.Plain, ok = d.string()
		t.blank = ok && t.Plain == ""
		return ok
	case kindObject:
		return d.table(reflect.ValueOf(&t.By).Elem())
	case kindNone:
		d.syntax(valueWord)
	default:
		d.wrongKind(found, textWord)
	}
	return false
}

func (t *Tables) decode(d *decoder) bool {
	switch found := kindOf(d.next()); found {
	case kindNumber:
		n, ok := d.integer()
		t.Count = int(n)
		return ok
	case kindList:
		return d.slice(reflect.ValueOf(&t.Names).Elem())
	case kindNone:
		d.syntax(valueWord)
	default:
		d.wrongKind(found, tablesWord)
	}
	return false
}

func (day *Date) decode(d *decoder) bool {
	d.next()
	offset := d.pos
	s, ok := d.string()
	if !ok {
		return false
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		d.fault(offset, CodeBadDate, Args{"got": plain(cut(s))})
		return false
	}
	*day = DateOf(t, time.UTC)
	return true
}

func (d *decoder) time(t *time.Time) bool {
	d.next()
	offset := d.pos
	s, ok := d.string()
	if !ok {
		return false
	}
	moment, code := parseTime(s, d.zone)
	if code != "" {
		args := Args{"got": plain(cut(s))}
		if code == CodeNoOffset {
			args["example"] = plain(withOffset(s))
		}
		d.fault(offset, code, args)
		return false
	}
	*t = moment
	return true
}

// zone returns the fixed zone of an offset as written, always the same one within a document.
func (d *decoder) zone(name string, seconds int) *time.Location {
	if d.zones[name] == nil {
		d.zones[name] = time.FixedZone(name, seconds)
	}
	return d.zones[name]
}
