package event

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"time"
)

// MarshalJSON writes the value, or null.
func (m Maybe[T]) MarshalJSON() ([]byte, error) {
	if m.state != present {
		return []byte("null"), nil
	}
	return marshal(m.value)
}

// UnmarshalJSON reads the value, or null.
func (m *Maybe[T]) UnmarshalJSON(data []byte) error { return unmarshal(data, m) }

// MarshalJSON writes a string, or an object by language in the order of the codes.
func (t Text) MarshalJSON() ([]byte, error) {
	if t.By != nil {
		return marshal(t.By)
	}
	return marshal(t.Plain)
}

// UnmarshalJSON reads a string or an object by language.
func (t *Text) UnmarshalJSON(data []byte) error { return unmarshal(data, t) }

// MarshalJSON writes a count or a list of names.
func (t Tables) MarshalJSON() ([]byte, error) {
	if t.Names != nil {
		return marshal(t.Names)
	}
	return marshal(t.Count)
}

// UnmarshalJSON reads a count or a list of names.
func (t *Tables) UnmarshalJSON(data []byte) error { return unmarshal(data, t) }

// String returns the date as 2006-01-02.
func (day Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", day.Year, day.Month, day.Day) }

// MarshalJSON writes the date as "2006-01-02".
func (day Date) MarshalJSON() ([]byte, error) { return marshal(day.String()) }

// UnmarshalJSON reads "2006-01-02".
func (day *Date) UnmarshalJSON(data []byte) error { return unmarshal(data, day) }

// MarshalJSON writes both ends as RFC 3339, with the offsets that they were read with.
func (i Interval) MarshalJSON() ([]byte, error) {
	return marshal(struct {
		Start stamp `json:"start"`
		End   stamp `json:"end"`
	}{stamp(i.Start), stamp(i.End)})
}

// MarshalJSON writes start and end as RFC 3339, with the offsets that they were read with.
func (m Meeting) MarshalJSON() ([]byte, error) {
	return marshal(struct {
		Firm        string  `json:"firm"`
		Buyer       string  `json:"buyer"`
		Slot        int     `json:"slot"`
		Start       stamp   `json:"start"`
		End         stamp   `json:"end"`
		Table       string  `json:"table"`
		Interpreter string  `json:"interpreter,omitzero"`
		Score       float64 `json:"score"`
	}{m.Firm, m.Buyer, m.Slot, stamp(m.Start), stamp(m.End), m.Table, m.Interpreter, m.Score})
}

// stamp is a time whose text form keeps the offset as it was read.
type stamp time.Time

// MarshalText writes RFC 3339.
func (s stamp) MarshalText() ([]byte, error) {
	t := time.Time(s)
	if y := t.Year(); y < 0 || y > 9999 {
		return nil, fmt.Errorf("the year %d cannot be written", y)
	}
	return appendTime(nil, t), nil
}

// marshal is json.Marshal without the escapes for web pages.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// unmarshal decodes one value with the strict decoder; the error holds every fault.
func unmarshal(data []byte, v any) error {
	d := newDecoder(data)
	d.document(reflect.ValueOf(v).Elem())
	return d.faults(faultList{})
}
