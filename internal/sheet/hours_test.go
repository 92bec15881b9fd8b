package sheet

import (
	"strings"
	"testing"
)

func slotTexts(h hours) string {
	var out []string
	for _, s := range h.slots() {
		out = append(out, clockText(s[0])+"-"+clockText(s[1]))
	}
	return strings.Join(out, " ")
}

func TestHoursInFourLanguages(t *testing.T) {
	const want = "09:00-09:30 09:30-10:00 10:00-10:30 10:30-11:00 11:00-11:30 11:30-12:00 13:00-13:30 13:30-14:00"
	for _, line := range []string{
		"09:00-14:00, 30분, 점심 12:00-13:00",
		"09:00~14:00 30분 간격, 점심시간 12:00~13:00",
		"오전 9시부터 오후 2시까지, 30분씩, 점심 12시~13시",
		"９：００－１４：００、３０分、점심 12:00-13:00",
		"09:00-14:00 every 30 minutes, lunch 12-13",
		"from 9 am to 2 pm, 30 min each; lunch 12:00–13:00",
		"9:00-14:00, every 0.5 hours, break 12:00-13:00",
		"09:00-14:00，每30分钟，午休12:00-13:00",
		"上午9点至下午2点，30分钟一场，午餐 12:00至13:00",
		"с 09:00 до 14:00, каждые 30 минут, обед с 12:00 до 13:00",
		"9:00–14:00, по 30 мин, перерыв 12:00–13:00",
		"09:00-12:00, 13:00-14:00, 30분",
		"13:00-14:00 + 09:00-12:00 / 30분",
		"9시~2시, 30분, 점심 12시~1시",
		"09:00~14:00 (중식 12:00~13:00) 30분",
	} {
		h, unclear, ok := parseHours(line)
		if !ok {
			t.Errorf("%q is not read: %q", line, unclear)
			continue
		}
		if got := slotTexts(h); got != want {
			t.Errorf("%q: got %s", line, got)
		}
	}
}

func TestGapsAndPausesInHours(t *testing.T) {
	h, _, ok := parseHours("09:00-11:00, 25분, 휴식 5분, 휴식 10:00-10:15")
	if got := slotTexts(h); !ok || got != "09:00-09:25 09:30-09:55 10:15-10:40" {
		t.Errorf("got %s, %v", got, ok)
	}
}

// People write the afternoon without saying so, where nothing else can be meant.
func TestAfternoonsWithoutTheWord(t *testing.T) {
	for line, want := range map[string]string{
		"오후 1시~3시, 60분":                  "13:00-14:00 14:00-15:00",
		"11:00~3:00, 60분, 점심 12:00~1:00": "11:00-12:00 13:00-14:00 14:00-15:00",
		"11:00~16:00, 60분, 점심 1시~2시":     "11:00-12:00 12:00-13:00 14:00-15:00 15:00-16:00",
		"1:00-4:00, 60분, 휴식 2시~3시":       "01:00-02:00 03:00-04:00",
		"10:00~11:00, 20분 상담 5분 휴식":      "10:00-10:20 10:25-10:45",
		"10:00~11:00, 상담 20분 휴식 5분":      "10:00-10:20 10:25-10:45",
	} {
		h, unclear, ok := parseHours(line)
		if got := slotTexts(h); !ok || got != want {
			t.Errorf("%q: got %s, %v, %q", line, got, ok, unclear)
		}
	}
	for _, line := range []string{"18:00-09:00, 30분", "18:00-9:00, 30분", "10:00-05:00, 30분", "오후 6시~오전 9시, 30분"} {
		if _, _, ok := parseHours(line); ok {
			t.Errorf("%q is read", line)
		}
	}
}

func TestHoursThatSayNothing(t *testing.T) {
	for line, want := range map[string]string{
		"all day": "all day", "09:00-18:00": "", "30분": "", "18:00-09:00, 30분": "18:00-09:00", "09:00-25:00, 30분": "09:00-25:00",
		"09:00-18:00, 30분, 회식": "회식", "09:00-18:00, 0.01 min": "", "": "",
	} {
		if _, unclear, ok := parseHours(line); ok || !strings.Contains(unclear, want) {
			t.Errorf("%q: read, or %q is unclear, want %q", line, unclear, want)
		}
	}
}

// No slot touches a pause or leaves its opening, whatever the line.
func FuzzHours(f *testing.F) {
	f.Add("09:00-18:00, 30분, 점심 12:00-13:00")
	f.Add("с 9 до 18, каждые 20 минут, перерыв 5 минут")
	f.Add("9-12 every 1 minute, break 9:30-9:31, break 0:00-24:00")
	f.Fuzz(func(t *testing.T, line string) {
		h, _, ok := parseHours(line)
		if !ok {
			return
		}
		for _, s := range h.slots() {
			inside := false
			for _, open := range h.open {
				inside = inside || open[0] <= s[0] && s[1] <= open[1]
			}
			for _, p := range h.pauses {
				if s[0] < p[1] && p[0] < s[1] {
					t.Fatalf("%q: a slot in a pause", line)
				}
			}
			if !inside || s[1]-s[0] != h.length {
				t.Fatalf("%q: a slot %v outside %v", line, s, h.open)
			}
		}
	})
}
