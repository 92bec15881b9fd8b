package sheet

import (
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"sangdam/event"
)

// An object is one of the event document, as JSON has it: strings, json.Number, bool, nil, []any and objects.
type object = map[string]any

// A problem is what is wrong with a cell.
type problem struct {
	code string // of the messages sheet.fault.CODE
	args args
}

func wrong(code string, got string) *problem {
	return &problem{code, args{"Got": shortened(got)}}
}

func shortened(s string) string {
	const longest = 60
	if r := []rune(oneLine(s)); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return oneLine(s)
}

// parse reads the text of a cell as a value of the document; nil for an empty one. Columns of texts are read by
// parseText, times and slots where their session is known.
func (c *Column) parse(s string) (any, *problem) {
	if clean(s) == "" || c.mayBeNone() && saysNone(s) {
		return nil, nil
	}
	switch c.Kind {
	case KindID, KindSector:
		return narrow(s), nil
	case KindString:
		if c.Key == "time_zone" {
			return usualZone(clean(s)), nil
		}
		return clean(s), nil
	case KindList, KindSectors:
		return list(split(s, false)), nil
	case KindIDs:
		return list(split(s, true)), nil
	case KindCodes:
		return list(codes(s)), nil
	case KindCountry:
		if code, ok := parseCountry(s); ok {
			return code, nil
		}
		return nil, wrong("country", s)
	case KindCountries:
		return each(s, parseCountry, "country")
	case KindLanguages:
		return each(s, parseLanguage, "language")
	case KindNumber:
		if f, ok := parseNumber(s); ok {
			return formatNumber(f), nil
		}
		return nil, wrong("number", s)
	case KindWhole:
		f, ok := parseNumber(s)
		if !ok || f != math.Trunc(f) {
			return nil, wrong("whole", s)
		}
		return formatNumber(f), nil
	case KindYesNo:
		if yes, ok := parseYesNo(s); ok {
			return yes, nil
		}
		return nil, wrong("yes_no", s)
	case KindChoice:
		if word, ok := parseChoice(c.Choices, s); ok {
			return word, nil
		}
		return nil, &problem{"choice", args{"Got": shortened(s), "Known": c.choiceNames()}}
	case KindDate:
		if t, ok := parseClock(s); ok && !t.day.IsZero() && (!t.hasTime || t.seconds == 0) {
			return t.day.Format(time.DateOnly), nil
		}
		if c.Field == "" && monthAndDay.MatchString(narrow(s)) {
			return s, nil // whose year is that of the session
		}
		return nil, wrong("date", s)
	case KindTables:
		return parseTables(s)
	}
	return s, nil // read where it is placed
}

func (c *Column) choiceNames() event.Text {
	by := make(map[string]string)
	for _, code := range event.Languages {
		var names []string
		for _, choice := range c.Choices {
			names = append(names, choice.Name.In(code))
		}
		by[code] = strings.Join(names, ", ")
	}
	return event.Text{By: by}
}

func list(values []string) any {
	if len(values) == 0 {
		return nil
	}
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

func each(s string, parse func(string) (string, bool), code string) (any, *problem) {
	var out []string
	for _, part := range split(s, true) {
		v, ok := parse(part)
		if !ok {
			return nil, wrong(code, part)
		}
		out = append(out, v)
	}
	return list(out), nil
}

var (
	dashedCode = regexp.MustCompile(`^\d[\d.]*(-\d+)+$`)
	manyCodes  = regexp.MustCompile(`^[\d.]{4,}( +[\d.]{4,})+$`)
)

// codes divides a cell of HS codes. The Korean way 8807.30-1000 is written with a dot.
func codes(s string) []string {
	var out []string
	for _, part := range split(s, true) {
		part = clean(strings.TrimPrefix(strings.TrimPrefix(part, "HS"), "hs"))
		if manyCodes.MatchString(part) {
			out = append(out, strings.Fields(part)...)
			continue
		}
		part = strings.ReplaceAll(part, " ", "")
		if dashedCode.MatchString(part) {
			part = strings.ReplaceAll(part, "-", ".")
		}
		out = append(out, part)
	}
	return out
}

var countOfTables = regexp.MustCompile(`^(\d{1,9})(?:\.0+)?\s*(?:개|대|석|개소|부스|(?:개의? )?테이블|tables?|张|стол(?:а|ов)?)?$`)

// Runs are A1~A10, 1번~10번; a dash may be part of a name, and makes a run only between names of one beginning: A1-A8.
var (
	runOfTables    = regexp.MustCompile(`^(\D*)(\d{1,5})(\D*?)\s*[~∼]\s*(\D*)(\d{1,5})(\D*)$`)
	dashedOfTables = regexp.MustCompile(`^([^\d-]+)(\d{1,5})()\s*[-–—]\s*([^\d-]+)(\d{1,5})()$`)
)

// parseTables reads a count, or names, of which A1~A10 stands for ten.
func parseTables(s string) (any, *problem) {
	if m := countOfTables.FindStringSubmatch(narrow(s)); m != nil {
		n, _ := strconv.Atoi(m[1])
		return json.Number(strconv.Itoa(n)), nil
	}
	if n, ok := numberInWords(s); ok {
		return json.Number(strconv.Itoa(n)), nil
	}
	var out []string
	for _, part := range split(s, false) {
		m := runOfTables.FindStringSubmatch(part)
		if m == nil {
			m = dashedOfTables.FindStringSubmatch(part)
		}
		if m == nil || m[1] != m[4] && m[4] != "" || m[3] != m[6] && m[3] != "" {
			out = append(out, part)
			continue
		}
		from, _ := strconv.Atoi(m[2])
		to, _ := strconv.Atoi(m[5])
		if to < from || to-from >= event.MaxTables {
			return nil, wrong("tables", part)
		}
		for n := from; n <= to; n++ {
			out = append(out, fmt.Sprintf("%s%0*d%s", m[1], len(m[2]), n, m[6]))
		}
	}
	return list(out), nil
}

// render writes a value of the document as a cell shows it, in a language; the empty string for nothing, and for what
// the column has no words for.
func (c *Column) render(v any, language string) string {
	switch v := v.(type) {
	case string:
		if c.Kind == KindChoice {
			for _, choice := range c.Choices {
				if choice.Word == v {
					return choice.Name.In(language)
				}
			}
		}
		return v
	case json.Number:
		if f, err := v.Float64(); err == nil {
			return string(formatNumber(f))
		}
	case bool:
		if v {
			return yesWord.In(language)
		}
		return noWord.In(language)
	case []any:
		var parts []string
		for _, item := range v {
			if s, ok := item.(string); ok {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, ", ")
	}
	return ""
}

// equal compares two values of the document, numbers by what they are worth.
func equal(a, b any) bool {
	switch a := a.(type) {
	case json.Number:
		b, ok := b.(json.Number)
		if !ok {
			return false
		}
		x, errX := a.Float64()
		y, errY := b.Float64()
		return errX == nil && errY == nil && x == y
	case []any:
		b, ok := b.([]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for i := range a {
			if !equal(a[i], b[i]) {
				return false
			}
		}
		return true
	case object:
		b, ok := b.(object)
		if !ok || len(a) != len(b) {
			return false
		}
		for k := range a {
			other, there := b[k]
			if !there || !equal(a[k], other) {
				return false
			}
		}
		return true
	}
	switch b.(type) {
	case []any, object:
		return false
	}
	return a == b
}
