package sheet

import (
	"testing"
	"time"
)

func TestAbsencesOfAPartOfTheDay(t *testing.T) {
	for text, want := range map[string]string{
		"오전,": "00:00-12:00", "오후 중,": "12:00-00:00", "오전,오전": "00:00-12:00", "종일,": "00:00-00:00", "하루 종일,": "00:00-00:00", "ＡＭ,": "00:00-12:00",
		"下午,": "12:00-00:00", "После обеда,": "12:00-00:00", "All day,": "00:00-00:00",
	} {
		r := read(t, map[string]string{"unavailability.csv": "who,session,date,start,end\nB1,s,2026-10-29," + text + "\n"})
		if err := r.Err(); err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		away := r.Event.Buyers[0].Sessions["s"].Unavailable
		if len(away) != 1 {
			t.Errorf("%s is read as %v", text, away)
			continue
		}
		if got := away[0].Start.Format("15:04") + "-" + away[0].End.Format("15:04"); got != want || !away[0].End.After(away[0].Start) || away[0].End.Sub(away[0].Start) > 24*time.Hour {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
	}
	for _, text := range []string{"오전,오후", "오전,11:00", "오전 10,"} {
		if r := read(t, map[string]string{"unavailability.csv": "who,session,date,start,end\nB1,s,2026-10-29," + text + "\n"}); r.Err() == nil {
			t.Errorf("%s is read", text)
		}
	}
}
