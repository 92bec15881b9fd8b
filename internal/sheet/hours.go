package sheet

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// hours is a day's timetable in one line: when it is open, how long a slot is, and the pauses. Times are seconds of the
// day.
type hours struct {
	open   [][2]int
	pauses [][2]int
	length int // of a slot
	gap    int // between two slots
}

const halfDay = 12 * 3600 // seconds

const timePattern = `(?:오전|오후|上午|下午)?\s*\d{1,2}(?:\s*(?::|시|点|时|ч\.?)\s*(?:\d{1,2}\s*분?)?)?\s*(?:am\b|pm\b)?`

var (
	spanOfDay  = regexp.MustCompile(`(?:с\s+|from\s+|从)?(` + timePattern + `)\s*(?:-|–|—|~|∼|부터|to|until|至|到|до)\s*(` + timePattern + `)\s*(?:까지)?`)
	duration   = regexp.MustCompile(`(\d+(?:\.\d+)?)\s*(시간|hours?|hrs?|小时|час(?:а|ов)?|분|minutes?|mins?|분간|分钟|分|минут[ыа]?|мин)`)
	pauseWord  = regexp.MustCompile(`점심|중식|휴식|쉬는|브레이크|lunch|break|pause|coffee|rest|午休|午餐|午饭|休息|обед|перерыв|пауза`)
	fillWord   = regexp.MustCompile(`시간|마다|간격|단위|씩|운영|상담|매|every|each|slots?|of|시간대|per|每|一场|场|间隔|каждые|каждый|по|слот[ыа]?|открыто|open|[-.:]`)
	wordOfHalf = regexp.MustCompile(`오전|오후|上午|下午|am\b|pm\b`)
	clauseEnd  = regexp.MustCompile(`[,;，；、\n+/()]`)
)

// parseHours reads 09:00-18:00, 30분, 점심 12:00-13:00 and its like in four languages: opening spans, one length, pauses,
// and a gap between slots as a pause without hours (휴식 5분). what is not understood comes back.
func parseHours(s string) (h hours, unclear string, ok bool) {
	for _, clause := range clauseEnd.Split(strings.ToLower(narrow(s)), -1) {
		rest := clean(clause)
		if rest == "" {
			continue
		}
		pause := pauseWord.MatchString(rest)
		spans := spanOfDay.FindAllStringSubmatch(rest, -1)
		rest = spanOfDay.ReplaceAllString(rest, " ")
		for _, m := range spans {
			from, fromOK := parseTimeOfDay(clean(m[1]))
			to, toOK := parseTimeOfDay(clean(m[2]))
			if fromOK && toOK && from >= to && to < halfDay && endsAfternoon(clean(m[1]), clean(m[2]), from) {
				to += halfDay
			}
			if !fromOK || !toOK || from >= to {
				return h, m[0], false
			}
			if pause {
				h.pauses = append(h.pauses, [2]int{from, to})
			} else {
				h.open = append(h.open, [2]int{from, to})
			}
		}
		lengths := duration.FindAllStringSubmatchIndex(rest, 2)
		for i, at := range lengths {
			seconds := secondsOf(rest[at[2]:at[3]], rest[at[4]:at[5]])
			if pause && len(spans) == 0 && (len(lengths) == 1 || i == pauseAmong(rest, lengths)) {
				h.gap = seconds
			} else {
				h.length = seconds
			}
		}
		rest = duration.ReplaceAllString(rest, " ")
		rest = clean(fillWord.ReplaceAllString(pauseWord.ReplaceAllString(rest, " "), " "))
		if rest != "" || len(spans) == 0 && len(lengths) == 0 {
			return h, clean(clause), false
		}
	}
	h.afternoon()
	const shortest = 60
	return h, "", len(h.open) > 0 && h.length >= shortest
}

// endsAfternoon reports whether an end that is not after its start is one of the afternoon: 9시~6시, 오후 1시~5시. It is not
// where the start or the end follows a clock of 24 hours.
func endsAfternoon(from, to string, start int) bool {
	return (start <= halfDay || wordOfHalf.MatchString(from)) && !wordOfHalf.MatchString(to) && !strings.HasPrefix(to, "0")
}

// pauseAmong tells which of two lengths is the one of the pause: the one before its word where that comes last (20분 상담
// 5분 휴식), else the first after it (상담 20분 휴식 5분).
func pauseAmong(s string, lengths [][]int) int {
	word := pauseWord.FindStringIndex(s)
	for i, at := range lengths {
		if at[0] >= word[1] {
			return i
		}
	}
	return len(lengths) - 1
}

// afternoon moves pauses that lie outside the opening to the other half of the day, where they lie inside: 10:00~17:00,
// 점심 1시~2시.
func (h hours) afternoon() {
	inside := func(span [2]int) bool {
		return slices.ContainsFunc(h.open, func(open [2]int) bool { return span[0] < open[1] && open[0] < span[1] })
	}
	for i, p := range h.pauses {
		later := [2]int{p[0] + halfDay, p[1] + halfDay}
		if p[1] <= halfDay && !inside(p) && inside(later) {
			h.pauses[i] = later
		}
	}
}

func secondsOf(number, unit string) int {
	n, err := strconv.ParseFloat(number, 64)
	if err != nil || n > 24*60 {
		return 0
	}
	switch []rune(unit)[0] {
	case '시', 'h', '小', 'ч':
		return int(n * 3600)
	}
	return int(n * 60)
}

// slots returns the slots of a day in order: one after another within each opening, none touching a pause.
func (h hours) slots() [][2]int {
	var out [][2]int
	slices.SortFunc(h.open, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	for _, open := range h.open {
		for t := open[0]; t+h.length <= open[1]; {
			if until, touched := h.pausedUntil(t); touched {
				t = until
				continue
			}
			out = append(out, [2]int{t, t + h.length})
			t += h.length + h.gap
		}
	}
	return out
}

// pausedUntil tells whether a slot from t would touch a pause, and when that is over.
func (h hours) pausedUntil(t int) (int, bool) {
	for _, p := range h.pauses {
		if t < p[1] && p[0] < t+h.length {
			return p[1], true
		}
	}
	return 0, false
}
