package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A clock is what a cell says of a time: a day, a time of day, both, or a whole moment with its offset.
type clock struct {
	day     time.Time // midnight UTC of the day; zero: none
	hasTime bool
	seconds int    // of the day, up to 24:00
	full    string // RFC 3339, as it stands
}

var (
	fullMoment = regexp.MustCompile(`^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d`)
	yearFirst  = regexp.MustCompile(`^(\d{4})\s*[-./년年]\s*(\d{1,2})\s*[-./월月]\s*(\d{1,2})\s*[일日.]?(?:\s+|$|\([^)]*\)|T)`)
	dayFirst   = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\s*г?\.?(?:\s+|$)`)
	digitsOnly = regexp.MustCompile(`^(\d{4})(\d\d)(\d\d)$`)
	timeOfDay  = regexp.MustCompile(`^(오전|오후|上午|下午|am|pm)?\s*(\d{1,2})\s*(?:(?::|시|時|时|点|ч\.?|h)\s*(?:(\d{1,2})\s*(?:분|分|мин\.?|m)?(?::(\d\d))?)?)?\s*(am|pm|a\.m\.|p\.m\.)?$`)
)

var wordyDates = []string{"2 January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "2-Jan-2006", "2-Jan-06"}

// parseClock reads a day, a time of day or both, as people of four languages and spreadsheets write them.
func parseClock(s string) (clock, bool) {
	s = narrow(s)
	if fullMoment.MatchString(s) {
		return clock{full: s}, true
	}
	if serial, err := strconv.ParseFloat(s, 64); err == nil {
		return ofSerial(serial, !strings.Contains(s, "."))
	}
	var c clock
	rest := s
	if day, after, ok := leadingDay(s); ok {
		c.day, rest = day, clean(after)
		if rest == "" {
			return c, true
		}
	}
	seconds, ok := parseTimeOfDay(rest)
	c.hasTime, c.seconds = ok, seconds
	return c, ok
}

// leadingDay takes the day off the beginning of a text.
func leadingDay(s string) (day time.Time, rest string, ok bool) {
	if m := yearFirst.FindStringSubmatch(s); m != nil {
		day, ok = dayOf(m[1], m[2], m[3])
		return day, s[len(m[0]):], ok
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		day, ok = dayOf(m[3], m[2], m[1])
		return day, s[len(m[0]):], ok
	}
	if m := digitsOnly.FindStringSubmatch(s); m != nil {
		day, ok = dayOf(m[1], m[2], m[3])
		return day, "", ok
	}
	for _, layout := range wordyDates {
		if t, err := time.Parse(layout, s); err == nil {
			return t, "", true
		}
	}
	return time.Time{}, s, false
}

func dayOf(year, month, day string) (time.Time, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d && int(t.Month()) == m && t.Year() == y && y > 0
}

// parseTimeOfDay reads 9:00, 09:00:30, 오전 9시 30분, 9 am; 24:00 is the end of the day.
func parseTimeOfDay(s string) (seconds int, ok bool) {
	m := timeOfDay.FindStringSubmatch(strings.ToLower(s))
	if m == nil {
		return 0, false
	}
	hour, _ := strconv.Atoi(m[2])
	minute, _ := strconv.Atoi("0" + m[3])
	second, _ := strconv.Atoi("0" + m[4])
	half := strings.ReplaceAll(m[1]+m[5], ".", "")
	switch half {
	case "오후", "下午", "pm":
		if hour < 12 {
			hour += 12
		}
	case "오전", "上午", "am":
		if hour == 12 {
			hour = 0
		}
	}
	seconds = hour*3600 + minute*60 + second
	return seconds, minute < 60 && second < 60 && seconds <= 86400
}

// ofSerial reads a spreadsheet's number for a moment, 20261029, or a plain hour.
func ofSerial(serial float64, whole bool) (clock, bool) {
	const first, last = 18264, 109575 // the years 1950 to 2199
	switch {
	case whole && 19500101 <= serial && serial <= 21991231:
		day, _, ok := leadingDay(strconv.Itoa(int(serial)))
		return clock{day: day}, ok
	case whole && 0 <= serial && serial <= 24:
		return clock{hasTime: true, seconds: int(serial) * 3600}, true
	case 0 <= serial && serial < 1:
		return clock{hasTime: true, seconds: int(serial*86400 + 0.5)}, true
	case first <= serial && serial < last+1:
		seconds := int(serial*86400 + 0.5)
		c := clock{day: time.Date(1899, 12, 30+seconds/86400, 0, 0, 0, 0, time.UTC), seconds: seconds % 86400}
		c.hasTime = c.seconds != 0
		return c, true
	}
	return clock{}, false
}

// at returns the moment of a local time as RFC 3339; ok is false where the clocks of the place leave it out.
func at(day time.Time, seconds int, zone *time.Location) (string, bool) {
	y, m, d := day.Date()
	t := time.Date(y, m, d, seconds/3600, seconds/60%60, seconds%60, 0, zone)
	wall := time.Date(y, m, d, seconds/3600, seconds/60%60, seconds%60, 0, time.UTC)
	_, offset := t.Zone()
	return t.Format("2006-01-02T15:04:05-07:00"), t.Add(time.Duration(offset)*time.Second).Equal(wall) && offset%60 == 0
}

// local writes a moment of the document as the local day and time of day; ok is false when reading those again would not
// give the same text.
func local(full string, zone *time.Location) (day time.Time, timeText string, ok bool) {
	t, err := time.Parse(time.RFC3339, full)
	if err != nil {
		return time.Time{}, "", false
	}
	t = t.In(zone)
	y, m, d := t.Date()
	day = time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	seconds := t.Hour()*3600 + t.Minute()*60 + t.Second()
	again, exact := at(day, seconds, zone)
	return day, clockText(seconds), exact && again == full && y >= 1950 && y < 2200
}

func clockText(seconds int) string {
	if seconds%60 != 0 {
		return fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%02d:%02d", seconds/3600, seconds/60%60)
}

// spanText writes an interval of the document as a row shows it: day and two times where it is of one day, else two
// moments, in local time where that loses nothing.
func spanText(start, end string, zone *time.Location) (day, from, to string) {
	startDay, startTime, startOK := local(start, zone)
	endDay, endTime, endOK := local(end, zone)
	switch {
	case startOK && endOK && endDay.Equal(startDay):
		return startDay.Format(time.DateOnly), startTime, endTime
	case startOK && endOK && endTime == "00:00" && endDay.Equal(startDay.AddDate(0, 0, 1)):
		return startDay.Format(time.DateOnly), startTime, "24:00"
	}
	if startOK {
		start = startDay.Format(time.DateOnly) + " " + startTime
	}
	if endOK {
		end = endDay.Format(time.DateOnly) + " " + endTime
	}
	return "", start, end
}
