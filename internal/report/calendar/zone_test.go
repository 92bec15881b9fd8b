package calendar_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"sangdam/internal/report/calendar"
)

// offsetBy works out the offset of a moment from the observances of a file alone, as RFC 5545 says: the one that began last.
func offsetBy(t *testing.T, zone *ical.Component, at time.Time) time.Duration {
	t.Helper()
	var latest time.Time
	var offset time.Duration
	for _, o := range zone.Children {
		from, to := utcOffset(t, o, "TZOFFSETFROM"), utcOffset(t, o, "TZOFFSETTO")
		local, err := time.Parse("20060102T150405", o.Props.Get("DTSTART").Value)
		if err != nil {
			t.Fatal(err)
		}
		if begins := local.Add(-from); !begins.After(at) && (latest.IsZero() || begins.After(latest)) {
			latest, offset = begins, to
		}
	}
	if latest.IsZero() {
		t.Fatalf("no observance holds at %v", at)
	}
	return offset
}

func utcOffset(t *testing.T, o *ical.Component, name string) time.Duration {
	t.Helper()
	var sign rune
	var hours, minutes int
	if _, err := fmt.Sscanf(o.Props.Get(name).Value, "%c%2d%2d", &sign, &hours, &minutes); err != nil {
		t.Fatal(err)
	}
	d := time.Duration(hours)*time.Hour + time.Duration(minutes)*time.Minute
	if sign == '-' {
		return -d
	}
	return d
}

func TestZonesAreRightForEveryDayOfTheirEntries(t *testing.T) {
	for _, name := range []string{
		"Asia/Shanghai", "Asia/Seoul", "Europe/Moscow", "America/New_York", "Europe/Berlin", "Europe/London", "Australia/Lord_Howe", "Asia/Kolkata",
		"America/Sao_Paulo", "Africa/Casablanca", "Asia/Tehran", "Pacific/Apia", "Etc/GMT-3",
	} {
		loc, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		var entries []calendar.Entry
		for day := time.Date(2010, 1, 1, 1, 30, 0, 0, time.UTC); day.Year() < 2013; day = day.AddDate(0, 0, 1) {
			entries = append(entries, calendar.Entry{UID: day.Format(time.DateOnly), Start: day, End: day.Add(time.Hour), Zone: name})
		}
		parsed := read(t, write(t, calendar.Calendar{Entries: entries}))
		zone := parsed.Children[0]
		if zone.Name != ical.CompTimezone || zone.Props.Get("TZID").Value != name {
			t.Fatalf("%s: the first component is %s", name, zone.Name)
		}
		for i, e := range parsed.Events() {
			at := entries[i].Start
			_, want := at.In(loc).Zone()
			if got := offsetBy(t, zone, at); got != time.Duration(want)*time.Second {
				t.Fatalf("%s: at %v the file says %v, the tz database %ds", name, at, got, want)
			}
			if got := e.Props.Get("DTSTART").Value; got != at.In(loc).Format("20060102T150405") {
				t.Fatalf("%s: DTSTART %s", name, got)
			}
		}
	}
}

func TestWithoutAZoneTimesAreUTC(t *testing.T) {
	for _, zone := range []string{"", "UTC", "Nowhere/Land"} {
		parsed := read(t, write(t, calendar.Calendar{Entries: []calendar.Entry{{UID: "1", Start: now, End: now, Zone: zone}}}))
		if got := parsed.Events()[0].Props.Get("DTSTART").Value; got != "20260901T083000Z" {
			t.Errorf("zone %q: %s", zone, got)
		}
	}
}
