package sheet

import (
	"regexp"
	"strings"
	"sync"

	"sangdam/event"
)

// A heading is what a cell of the headings' row stands for.
type heading struct {
	column   *Column
	language string // of a text; empty: the text is not by language
}

// headingsOf indexes what the columns of a sheet may be called, folded.
var headingsOf = func() func(*Sheet) map[string]*Column {
	type index = map[string]*Column
	var known sync.Map
	return func(s *Sheet) map[string]*Column {
		if found, ok := known.Load(s); ok {
			return found.(index)
		}
		names := make(index)
		add := func(name string, c *Column) {
			if _, taken := names[folded(name)]; !taken {
				names[folded(name)] = c
			}
		}
		for i := range s.Columns {
			c := &s.Columns[i]
			add(c.Key, c)
			for _, code := range event.Languages {
				add(c.Heading.In(code), c)
			}
		}
		for i := range s.Columns {
			for _, name := range s.Columns[i].Also {
				add(name, &s.Columns[i])
			}
		}
		known.Store(s, names)
		return names
	}
}()

var (
	inBrackets    = regexp.MustCompile(`^(.+?)\s*[(（\[【]\s*([^()（）\[\]【】]+?)\s*[)）\]】]$`)
	languageFirst = regexp.MustCompile(`^(\S+) +(\S.*)$`) // 영문 기업명
	withCode      = regexp.MustCompile(`^(.+?)[_.: ]+(\S+)$`)
)

// parseHeading finds the column that a heading means, in any language or in several at once.
func parseHeading(s *Sheet, text string) (heading, bool) {
	parts := []string{text}
	parts = append(parts, strings.Split(text, "\n")...)
	parts = append(parts, strings.Split(text, " / ")...)
	for _, part := range parts {
		if h, ok := parseOneHeading(s, strings.TrimRight(clean(part), "* ")); ok {
			return h, true
		}
	}
	return heading{}, false
}

func parseOneHeading(s *Sheet, text string) (heading, bool) {
	names := headingsOf(s)
	if c, ok := names[folded(text)]; ok {
		return heading{column: c}, true
	}
	for _, form := range []*regexp.Regexp{inBrackets, withCode, languageFirst} {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		if form == languageFirst {
			m[1], m[2] = m[2], m[1]
		}
		c, ok := names[folded(m[1])]
		if !ok {
			continue
		}
		if c.Kind != KindText {
			if form == inBrackets { // a unit or a remark
				return heading{column: c}, true
			}
			continue
		}
		if code, ok := parseLanguage(m[2]); ok {
			return heading{c, code}, true
		}
	}
	return heading{}, false
}

// title is the heading of a column in the languages asked for, with what stands between them.
func title(c *Column, language string, in []string, between string) string {
	var parts []string
	for _, code := range in {
		text := c.Heading.In(code)
		if language != "" {
			switch code {
			case "ko":
				text += "(" + label(language, code) + ")"
			case "zh":
				text += "（" + label(language, code) + "）"
			default:
				text += " (" + label(language, code) + ")"
			}
		}
		if len(parts) == 0 || parts[len(parts)-1] != text {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, between)
}

// sheetNamed finds the sheet that a name means, in any language.
func sheetNamed(name string) *Sheet {
	word := folded(name)
	for _, s := range sheets {
		if word == folded(s.Key) {
			return s
		}
		for _, n := range s.Name.By {
			if word == folded(n) {
				return s
			}
		}
		for _, n := range s.Also {
			if word == folded(n) {
				return s
			}
		}
	}
	return nil
}
