package sheet

import (
	"strings"
	"testing"
	"time"
)

// A session is open from 9:00 to 17:00 with lunch; a night session from 19:00 to 23:00.
func TestHoursAwayAreOfTheAfternoonWhereNothingElseCanBeMeant(t *testing.T) {
	sessions := "id,country,time_zone,dates,hours,tables\n" +
		"day,CN,Asia/Shanghai,2026-10-29,\"9:00-17:00, 30 minutes, lunch 12:00-13:00\",3\n" +
		"night,CN,Asia/Shanghai,2026-10-29,\"19:00-23:00, 30 minutes\",3\n"
	for _, c := range []struct{ session, start, end, want string }{
		{"day", "1시", "2시", "13:00 14:00"},
		{"day", "1시~2시", "", "13:00 14:00"},
		{"day", "1:30", "2:30", "13:30 14:30"},
		{"day", "1 点", "3 点", "13:00 15:00"},
		{"day", "11시", "1시", "11:00 13:00"},
		{"day", "오후 1시~3시", "", "13:00 15:00"},
		{"day", "9시", "10시", "09:00 10:00"},
		{"day", "12시~1시", "", "12:00 13:00"},
		{"day", "오전 1시", "오전 2시", "01:00 02:00"},
		{"day", "01:00", "02:00", "01:00 02:00"},
		{"day", "8시", "9시30분", "08:00 09:30"},
		{"day", "6시", "7시", "06:00 07:00"},
		{"night", "8시", "9시", "20:00 21:00"},
		{"night", "10시~11시", "", "22:00 23:00"},
		{"night", "10:00", "11:00", "10:00 11:00"},
	} {
		r := read(t, map[string]string{"sessions.csv": sessions, "unavailability.csv": "who,session,start,end\nF1," + c.session + "," + c.start + "," + c.end + "\n"})
		if err := r.Err(); err != nil {
			t.Errorf("%v: %v", c, err)
			continue
		}
		var got []string
		for _, away := range r.Event.Firms[0].Sessions[c.session].Unavailable {
			for _, moment := range []time.Time{away.Start, away.End} {
				got = append(got, moment.Format("15:04"))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v is read as %q", c, got)
		}
	}
	r := read(t, map[string]string{"sessions.csv": sessions, "unavailability.csv": "who,session,start,end\nF1,day,10:00,9:00\n"})
	if got := cellsOf(r); len(got) != 1 || !strings.HasSuffix(got[0], "reversed_interval") {
		t.Errorf("an end before its start: %q", got)
	}
}
