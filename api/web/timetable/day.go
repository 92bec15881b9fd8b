package timetable

import (
	"fmt"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A Day is a tab over the grid.
type Day struct {
	Date     string // 2019-10-29
	Label    string // as the reader writes it
	Meetings int
	Current  bool
}

// A Column is a slot.
type Column struct {
	Slot       int
	Start, End string // 10:00, in the session's zone
	Pause      bool   // there is a pause before it
	Meetings   int
}

// days lists the session's days and the columns of the one asked for; any other date, and none, stands for the first.
func (s *Source) days(date string) ([]Day, []Column) {
	held := make([]int, len(s.Session.Slots))
	for _, m := range s.Part.Meetings {
		if m.Slot >= 0 && m.Slot < len(held) {
			held[m.Slot]++
		}
	}
	var days []Day
	of := make([]int, len(s.Session.Slots))
	shown := 0
	for t, d := range s.Session.Days() {
		name := fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
		if len(days) == 0 || days[len(days)-1].Date != name {
			days = append(days, Day{Date: name, Label: s.Voice.Day(s.Session.Slots[t].Start.In(s.zone))})
			if name == date {
				shown = len(days) - 1
			}
		}
		of[t] = len(days) - 1
		days[of[t]].Meetings += held[t]
	}
	var columns []Column
	for t, slot := range s.Session.Slots {
		if of[t] != shown {
			continue
		}
		columns = append(columns, Column{
			Slot: t, Start: slot.Start.In(s.zone).Format("15:04"), End: slot.End.In(s.zone).Format("15:04"),
			Pause:    len(columns) > 0 && slot.Start.After(s.Session.Slots[t-1].End),
			Meetings: held[t],
		})
	}
	if len(days) > 0 {
		days[shown].Current = true
	}
	return days, columns
}

// Zone names the time zone of a session and its distance from UTC on its first day, e.g. "Asia/Shanghai (UTC+08:00)".
func Zone(s *event.Session) string {
	loc, err := s.Location()
	if err != nil || len(s.Slots) == 0 {
		return s.TimeZone
	}
	return fmt.Sprintf("%s (UTC%s)", s.TimeZone, s.Slots[0].Start.In(loc).Format("-07:00"))
}

// Clock writes when a slot is, in the session's zone: the time from and to, after the day where the session has several.
func (s *Source) Clock(slot int) string {
	if slot < 0 || slot >= len(s.clocks) {
		return ""
	}
	return s.clocks[slot]
}

// clocks writes every slot of a session. Loading a zone is slow, so it is done once.
func clocks(session *event.Session, v *lang.Voice) (*time.Location, []string) {
	zone, err := session.Location()
	if err != nil {
		zone = time.UTC
	}
	days := session.Days()
	out := make([]string, len(session.Slots))
	for t, slot := range session.Slots {
		out[t] = slot.Start.In(zone).Format("15:04") + "–" + slot.End.In(zone).Format("15:04")
		if days[0] != days[len(days)-1] {
			out[t] = v.Day(slot.Start.In(zone)) + " " + out[t]
		}
	}
	return zone, out
}
