package calendar

import (
	"fmt"
	"time"

	ics "github.com/arran4/golang-ical"
)

// A zone is one that entries stand in, with the span of time they need it for.
type zone struct {
	name        string
	loc         *time.Location
	first, last time.Time
}

// zonesOf returns the zones of the entries in the order in which they come up. UTC needs none.
func zonesOf(entries []Entry) []zone {
	var zones []zone
	at := map[string]int{}
	for _, e := range entries {
		if e.Zone == "" || e.Zone == "UTC" || e.Zone == "Local" {
			continue
		}
		i, known := at[e.Zone]
		if !known {
			loc, err := time.LoadLocation(e.Zone)
			if err != nil {
				continue
			}
			i, at[e.Zone] = len(zones), len(zones)
			zones = append(zones, zone{e.Zone, loc, e.Start, e.End})
		}
		z := &zones[i]
		if e.Start.Before(z.first) {
			z.first = e.Start
		}
		if e.End.After(z.last) {
			z.last = e.End
		}
	}
	return zones
}

// component writes each change of the clock that the span needs as an observance of its own, taken from the tz database:
// from the one in force when the span begins to the one after it ends. Zones whose rules change, as Moscow's did, come out
// right, which a rule for all years would not.
func (z zone) component() *ics.VTimezone {
	v := ics.NewTimezone(z.name)
	at := z.first.In(z.loc)
	for {
		start, end := at.ZoneBounds()
		v.Components = append(v.Components, observance(at, start))
		if end.IsZero() || at.After(z.last) {
			return v
		}
		at = end
	}
}

// observance describes the clock at a moment, which has been so since start; zero: always.
func observance(at, start time.Time) ics.Component {
	name, to := at.Zone()
	from, begins := to, "19700101T000000"
	if !start.IsZero() {
		_, from = start.Add(-time.Second).Zone()
		begins = start.UTC().Add(time.Duration(from) * time.Second).Format(localLayout)
	}
	var base ics.ComponentBase
	base.SetProperty(ics.ComponentPropertyDtStart, begins)
	base.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), offset(from))
	base.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), offset(to))
	base.SetProperty(ics.ComponentProperty(ics.PropertyTzname), name)
	if at.IsDST() {
		return &ics.Daylight{ComponentBase: base}
	}
	return &ics.Standard{ComponentBase: base}
}

func offset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	s := fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
	if seconds%60 != 0 {
		s += fmt.Sprintf("%02d", seconds%60)
	}
	return s
}
