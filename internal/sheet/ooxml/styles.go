package ooxml

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// A format is how a style shows numbers.
type format uint8

const (
	plainNumber format = iota
	moment             // a date, a time of day, or both
)

// styles finds out which styles show a number as a date or time.
func (b *book) styles(part string) error {
	custom := make(map[string]bool)
	inside := ""
	return b.elements(part, func(e element) error {
		switch e.name {
		case "numFmt":
			custom[e.attr("numFmtId")] = showsMoment(e.attr("formatCode"))
		case "cellXfs", "cellStyleXfs", "dxfs":
			inside = e.name
		case "xf":
			if inside != "cellXfs" {
				return nil
			}
			id := e.attr("numFmtId")
			f := plainNumber
			if shows, ok := custom[id]; ok && shows || !ok && builtinMoment(id) {
				f = moment
			}
			b.formats = append(b.formats, f)
		}
		return nil
	})
}

// builtinMoment tells the dates and times among the formats that need no definition (ECMA-376, 18.8.30), those of East
// Asian Excel with them.
func builtinMoment(id string) bool {
	n, err := strconv.Atoi(id)
	return err == nil && (14 <= n && n <= 22 || 27 <= n && n <= 36 || 45 <= n && n <= 47 || 50 <= n && n <= 58)
}

// showsMoment reports whether a format code has letters of dates or times outside quotes, escapes and brackets.
func showsMoment(code string) bool {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"', '[':
			end := strings.IndexByte(code[i+1:], map[byte]byte{'"': '"', '[': ']'}[c])
			if end < 0 {
				return false
			}
			if c == '[' && strings.Trim(strings.ToLower(code[i+1:i+1+end]), "hms") == "" {
				return true // elapsed time, [h]:mm
			}
			i += 1 + end
		case '\\', '_', '*':
			i++
		case 'y', 'Y', 'd', 'D', 'h', 'H', 's', 'S', 'm', 'M':
			return true
		case 'G', 'g', 'E', 'e', '#', '0', '?', '%':
			if c == 'G' && strings.HasPrefix(code[i:], "General") {
				return false
			}
		}
	}
	return false
}

// momentText writes a serial number as the date, the time of day or both that it stands for; ok is false when it is
// none. Seconds are rounded, since a serial is seldom exact.
func momentText(serial float64, date1904 bool) (string, bool) {
	const last = 2958465 // 31 December 9999
	if math.IsNaN(serial) || serial < 0 || serial > last+1 {
		return "", false
	}
	seconds := int64(math.Round(serial * 86400))
	days, rest := seconds/86400, seconds%86400
	clock := time.Unix(rest, 0).UTC()
	layout := "15:04"
	if rest%60 != 0 {
		layout = "15:04:05"
	}
	if days == 0 && !date1904 {
		return clock.Format(layout), true
	}
	switch {
	case date1904:
		days += 1462
	case days < 61:
		days++ // the 29 February 1900 that never was
	}
	day := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(days)).Format(time.DateOnly)
	if rest == 0 {
		return day, true
	}
	return day + " " + clock.Format(layout), true
}
