package web

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// Spans of time are written one a line in the zone of their session: "2019-10-29 10:00-10:30", over midnight too.
var spanLine = regexp.MustCompile(`^(\d{4}-\d{1,2}-\d{1,2})\s+(\d{1,2}:\d{2})\s*[-–—~〜]\s*(\d{1,2}:\d{2})$`)

// zoneOfSession is the zone in which a session's times are written.
func zoneOfSession(s *event.Session) *time.Location {
	if place, err := s.Location(); err == nil {
		return place
	}
	return time.UTC
}

func formatSpan(span event.Interval, place *time.Location) string {
	return span.Start.In(place).Format("2006-01-02 15:04") + "-" + span.End.In(place).Format("15:04")
}

// formatSpans writes spans, one a line. One of more than a day is written as several.
func formatSpans(spans []event.Interval, place *time.Location) string {
	var out strings.Builder
	for _, span := range spans {
		for span.End.Sub(span.Start) > 24*time.Hour {
			day := event.Interval{Start: span.Start, End: span.Start.In(place).AddDate(0, 0, 1)}
			fmt.Fprintln(&out, formatSpan(day, place))
			span.Start = day.End
		}
		fmt.Fprintln(&out, formatSpan(span, place))
	}
	return out.String()
}

// readSpan reads a line. An end that is not after its start is of the next day.
func readSpan(line string, place *time.Location) (event.Interval, bool) {
	m := spanLine.FindStringSubmatch(strings.TrimSpace(line))
	if m == nil {
		return event.Interval{}, false
	}
	start, err := time.ParseInLocation("2006-1-2 15:04", m[1]+" "+m[2], place)
	end, errEnd := time.ParseInLocation("2006-1-2 15:04", m[1]+" "+m[3], place)
	if err != nil || errEnd != nil {
		return event.Interval{}, false
	}
	if !end.After(start) {
		end = end.AddDate(0, 0, 1)
	}
	return event.Interval{Start: start, End: end}, true
}

// spans reads the lines of a field, in order of time, and notes those that cannot be read. Where they say what they said before, the spans
// are those of before, to the second.
func (f *faulty) spans(form filled, field string, before []event.Interval, place *time.Location) []event.Interval {
	if strings.TrimSpace(formatSpans(before, place)) == form.get(field) {
		return before
	}
	var out []event.Interval
	for i, line := range strings.Split(form.values[field], "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		span, ok := readSpan(line, place)
		if !ok {
			f.add(field, "span", lang.Args{"Line": i + 1, "Text": strings.TrimSpace(line)})
			continue
		}
		out = append(out, span)
	}
	slices.SortStableFunc(out, func(a, b event.Interval) int { return cmp.Or(a.Start.Compare(b.Start), a.End.Compare(b.End)) })
	return out
}

// slots reads spans of which none may overlap another.
func (f *faulty) slots(form filled, field string, before []event.Interval, place *time.Location) []event.Interval {
	out := f.spans(form, field, before, place)
	for i := 1; i < len(out); i++ {
		if out[i].Start.Before(out[i-1].End) {
			f.add(field, "overlap", lang.Args{"One": formatSpan(out[i-1], place), "Other": formatSpan(out[i], place)})
		}
	}
	if len(out) == 0 {
		f.add(field, "no_slot")
	}
	return out
}

// closures are when tables cannot be used, one a line: "A3 2019-10-29 10:00-12:00".
func formatClosures(closed map[string][]event.Interval, place *time.Location) string {
	var out strings.Builder
	for _, table := range sortedKeys(closed) {
		for line := range strings.Lines(formatSpans(closed[table], place)) {
			out.WriteString(table + " " + line)
		}
	}
	return out.String()
}

var closureLine = regexp.MustCompile(`^(.+?)\s+(\d{4}-\S+\s+.+)$`)

// closures reads what formatClosures wrote, for the tables of a session.
func (f *faulty) closures(form filled, field string, before map[string][]event.Interval, tables []string, place *time.Location) map[string][]event.Interval {
	known := map[string]bool{}
	for _, t := range tables {
		known[t] = true
	}
	out := map[string][]event.Interval{}
	for i, line := range strings.Split(form.values[field], "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		at := lang.Args{"Line": i + 1, "Text": line}
		m := closureLine.FindStringSubmatch(line)
		if m == nil {
			f.add(field, "closure", at)
			continue
		}
		if span, ok := readSpan(m[2], place); !ok {
			f.add(field, "closure", at)
		} else if !known[m[1]] {
			f.add(field, "no_such_table", lang.Args{"Line": i + 1, "Table": m[1]})
		} else {
			out[m[1]] = append(out[m[1]], span)
		}
	}
	if formatClosures(before, place) == formatClosures(out, place) {
		return before
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
