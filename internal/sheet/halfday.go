package sheet

import (
	"regexp"
	"strings"
)

const fullDay = 2 * halfDay

// Words for a part of a day, as a whole text.
var partsOfDay = []struct {
	word     *regexp.Regexp
	from, to int // seconds after midnight
}{
	{regexp.MustCompile(`^(?:오전|morning|am|上午|утро|утром|до обеда)(?:\s*중)?$`), 0, halfDay},
	{regexp.MustCompile(`^(?:오후|afternoon|pm|下午|после обеда)(?:\s*중)?$`), halfDay, fullDay},
	{regexp.MustCompile(`^(?:하루\s*)?종일$|^전일$|^all day$|^全天$|^весь день$`), 0, fullDay},
}

// partOfDay reads 오전, 오후 or 종일 where the start of an absence belongs; the end is empty then, or says the same. Noon parts the day.
func partOfDay(start, end string) (from, to clock, ok bool) {
	start, end = strings.ToLower(narrow(start)), strings.ToLower(narrow(end))
	for _, part := range partsOfDay {
		if part.word.MatchString(start) && (end == "" || end == start) {
			return clock{hasTime: true, seconds: part.from}, clock{hasTime: true, seconds: part.to}, true
		}
	}
	return clock{}, clock{}, false
}
