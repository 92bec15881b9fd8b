package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	monthAndDay = regexp.MustCompile(`^(\d{1,2})\s*[-./월月]\s*(\d{1,2})\s*[일日.]?(?:\s*\([^)]*\))?$`)
	dayAlone    = regexp.MustCompile(`^(\d{1,2})\s*[일日.]?(?:\s*\([^)]*\))?$`)
)

// shortDay reads a day that leaves out the year, or year and month, of the last of the days before it: 11. 30.(월)~12. 1.(화),
// 2026-10-29~30. A month before that one is of the next year.
func shortDay(s string, before []time.Time) (clock, bool) {
	if len(before) == 0 || before[len(before)-1].IsZero() {
		return clock{}, false
	}
	year, month, _ := before[len(before)-1].Date()
	if m := monthAndDay.FindStringSubmatch(s); m != nil {
		if n, _ := strconv.Atoi(m[1]); time.Month(n) < month {
			year++
		}
		day, ok := dayOf(strconv.Itoa(year), m[1], m[2])
		return clock{day: day}, ok
	}
	if m := dayAlone.FindStringSubmatch(s); m != nil {
		day, ok := dayOf(strconv.Itoa(year), strconv.Itoa(int(month)), m[1])
		return clock{day: day}, ok
	}
	return clock{}, false
}

// parseDates reads days and spans of days: 2026-10-29, 2026-10-31~2026-11-02.
func parseDates(s string) (days []time.Time, unclear string, ok bool) {
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",;\n，；、", r) }) {
		from, to, isSpan := strings.Cut(strings.ReplaceAll(narrow(part), "∼", "~"), "~")
		first, ok := parseClock(clean(from))
		last := first
		if !ok || first.day.IsZero() {
			first, ok = shortDay(clean(from), days)
			last = first
		}
		if isSpan {
			var lastOK bool
			if last, lastOK = parseClock(clean(to)); !lastOK || last.day.IsZero() {
				last, lastOK = shortDay(clean(to), []time.Time{first.day})
			}
			ok = ok && lastOK
		}
		const longest = 366
		if !ok || first.day.IsZero() || last.day.Before(first.day) || last.day.Sub(first.day) > longest*24*time.Hour {
			return nil, part, false
		}
		for day := first.day; !day.After(last.day); day = day.AddDate(0, 0, 1) {
			days = append(days, day)
		}
	}
	return days, "", true
}
