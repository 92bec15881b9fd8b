package sheet

import (
	"regexp"
	"strings"
	"time"
)

// ofTwelve is a time of day that may be of the morning or the afternoon: 1시, 1:30. One written with two digits, as files
// of the program are, is of a clock of 24 hours.
var ofTwelve = regexp.MustCompile(`^([1-9]|1[0-2])\s*(?:시|時|时|点|ч|h|$)|^[1-9]\s*:`)

// afternoon moves the times of an interval to the afternoon where nothing else can be meant: the end where it is not after
// the start, 11시~1시; both where the session is not open at such an hour and is twelve hours later, 1시~2시 where it is open from
// 9:00 to 17:00.
func (s *session) afternoon(from, to *clock, day time.Time, fromText, toText string) {
	if !from.isHour() || !to.isHour() {
		return
	}
	fromText, toText = strings.ToLower(narrow(fromText)), strings.ToLower(narrow(toText))
	first, last := s.openOn(day)
	if from.seconds >= to.seconds && to.seconds < halfDay && ofTwelve.MatchString(toText) && endsAfternoon(fromText, toText, from.seconds) {
		if !strings.Contains(toText, ":") || to.seconds+halfDay <= last {
			to.seconds += halfDay
		}
		return
	}
	if !ofTwelve.MatchString(fromText) || !ofTwelve.MatchString(toText) || from.seconds >= to.seconds || to.seconds > halfDay {
		return
	}
	if to.seconds > first && from.seconds < last {
		return
	}
	if to.seconds+halfDay > first && from.seconds+halfDay < last {
		from.seconds += halfDay
		to.seconds += halfDay
	}
}

// isHour reports whether a clock is a time of day and nothing more.
func (c clock) isHour() bool { return c.full == "" && c.hasTime && c.day.IsZero() }

// openOn returns when the first slot of a day starts and the last one ends, in seconds of that day; zeros without slots.
func (s *session) openOn(day time.Time) (first, last int) {
	slots, _ := s.own["slots"].([]any)
	for i, slot := range slots {
		if i >= len(s.starts) || s.starts[i].IsZero() {
			continue
		}
		start := s.starts[i].In(s.zone)
		if start.Format(time.DateOnly) != day.Format(time.DateOnly) {
			continue
		}
		o, _ := slot.(object)
		end, err := time.Parse(time.RFC3339, text(o, "end"))
		if err != nil {
			continue
		}
		from := start.Hour()*3600 + start.Minute()*60 + start.Second()
		if last == 0 || from < first {
			first = from
		}
		last = max(last, from+int(end.Sub(start).Seconds()))
	}
	return first, last
}
