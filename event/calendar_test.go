package event

import (
	"slices"
	"testing"
	"time"
)

func TestDaysAreThoseOfTheSessionsZone(t *testing.T) {
	utc := func(day, hour int) Interval {
		start := time.Date(2019, 10, day, hour, 0, 0, 0, time.UTC)
		return Interval{start, start.Add(time.Hour)}
	}
	slots := []Interval{utc(28, 15), utc(28, 17)}
	tests := []struct {
		zone string
		want []Date
	}{
		{"Asia/Shanghai", []Date{{2019, 10, 28}, {2019, 10, 29}}},
		{"Europe/Moscow", []Date{{2019, 10, 28}, {2019, 10, 28}}},
		{"no zone: the offset written", []Date{{2019, 10, 28}, {2019, 10, 28}}},
	}
	for _, tt := range tests {
		s := &Session{TimeZone: tt.zone, Slots: slots}
		if got := s.Days(); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.zone, got, tt.want)
		}
	}
}

func TestLocationIsNeverTheMachinesOwn(t *testing.T) {
	for _, zone := range []string{"", "Local", "Asia/Jinju"} {
		if loc, err := (&Session{TimeZone: zone}).Location(); err == nil {
			t.Errorf("%q is the zone %v", zone, loc)
		}
	}
}
