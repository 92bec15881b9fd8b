package event

import (
	"strings"
	"time"
)

// parseTime reads an RFC 3339 date-time. The result keeps the offset as it was written, in a zone of that name, so
// that +00:00 stays apart from Z. The code is empty when the text is right.
func parseTime(s string, zone func(name string, seconds int) *time.Location) (time.Time, Code) {
	const shortest = len("2006-01-02T15:04:05Z")
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		if hasNoOffset(s) {
			return time.Time{}, CodeNoOffset
		}
		return time.Time{}, CodeBadTime
	}
	// time.Parse is more lenient than the standard: a comma before the fraction, one digit of an hour, more digits of a
	// fraction than it keeps, offsets of more than a day.
	offset := s[len(s)-1:]
	if offset != "Z" {
		offset = s[len(s)-len("+09:00"):]
	}
	const longest = len("2006-01-02T15:04:05.123456789+09:00")
	if len(s) < shortest || len(s) > longest || s[len("2006-01-02T15")] != ':' || strings.Contains(s, ",") ||
		offset != "Z" && (offset[1:3] > "23" || offset[4:] > "59") {
		return time.Time{}, CodeBadTime
	}
	if offset == "Z" {
		return t.UTC(), ""
	}
	_, seconds := t.Zone()
	return t.In(zone(offset, seconds)), ""
}

var withoutOffset = []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"}

func hasNoOffset(s string) bool {
	for _, layout := range withoutOffset {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

// withOffset gives a time that lacks its offset as it could have been written in Korea.
func withOffset(s string) string {
	for _, layout := range withoutOffset {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format("2006-01-02T15:04:05") + "+09:00"
		}
	}
	return s
}

// appendTime writes a time as RFC 3339, the offset as it was read.
func appendTime(b []byte, t time.Time) []byte {
	b = t.AppendFormat(b, time.RFC3339Nano)
	if name := t.Location().String(); name == "+00:00" || name == "-00:00" {
		b = append(b[:len(b)-1], name...)
	}
	return b
}

func plainTime(t time.Time) Text { return Text{Plain: string(appendTime(nil, t))} }
