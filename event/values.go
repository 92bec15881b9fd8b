package event

import "time"

// Languages are those in which the product speaks to people, in order of preference.
var Languages = []string{"ko", "en", "zh", "ru"}

// A Text is for people: one plain string, or one string a language.
type Text struct {
	Plain string            // used when By is nil
	By    map[string]string // by ISO 639-1 code
	blank bool              // an empty plain string that was there, so that a document can be written as it was read
}

// In returns the text in the language asked for, else in the next best: English, Korean, Chinese, Russian, then any
// other in the order of its code; or the plain text.
func (t Text) In(lang string) string {
	if t.By == nil {
		return t.Plain
	}
	for _, l := range []string{lang, "en", "ko", "zh", "ru"} {
		if s := t.By[l]; s != "" {
			return s
		}
	}
	first := ""
	for l, s := range t.By {
		if s != "" && (first == "" || l < first) {
			first = l
		}
	}
	return t.By[first]
}

// IsZero reports whether there is no text at all, also for encoding/json's omitzero. A document's "" and {} are texts,
// though empty.
func (t Text) IsZero() bool { return t.Plain == "" && t.By == nil && !t.blank }

// An Interval is a span of time, the end not included.
type Interval struct {
	Start time.Time `json:"start"`
	End   time.Time `json:"end"`
}

// Overlaps reports whether the two spans share a moment.
func (i Interval) Overlaps(j Interval) bool { return i.Start.Before(j.End) && j.Start.Before(i.End) }

// A Date is a calendar day without a zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Compare orders dates in time.
func (d Date) Compare(e Date) int {
	return d.In(time.UTC).Compare(e.In(time.UTC))
}

// In returns the date's midnight in a zone.
func (d Date) In(loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, loc)
}

// DateOf returns the calendar day of a moment in a zone.
func DateOf(t time.Time, loc *time.Location) Date {
	y, m, d := t.In(loc).Date()
	return Date{y, m, d}
}

// Maybe is an optional value that remembers whether it was absent or null, so that a document can be written as it
// was read. The zero value is absent.
type Maybe[T any] struct {
	value T
	state maybeState
}

type maybeState uint8

const (
	absent maybeState = iota
	null
	present
)

// Some returns a present value.
func Some[T any](v T) Maybe[T] { return Maybe[T]{v, present} }

// Get returns the value and whether there is one.
func (m Maybe[T]) Get() (T, bool) { return m.value, m.state == present }

// Or returns the value, or the fallback when there is none.
func (m Maybe[T]) Or(fallback T) T {
	if m.state == present {
		return m.value
	}
	return fallback
}

// IsZero reports whether the value was absent (null is not absent), for encoding/json's omitzero.
func (m Maybe[T]) IsZero() bool { return m.state == absent }
