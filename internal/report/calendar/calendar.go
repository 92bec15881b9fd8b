// Package calendar writes a participant's meetings as iCalendar (RFC 5545, with RFC 7986 for feeds): stable UIDs, a SEQUENCE
// that grows with every change, cancellations that take an entry away, and the zone of each session.
package calendar

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"
)

// A Calendar is what one participant subscribes to or imports.
type Calendar struct {
	Name        string // as calendar programs list it
	Description string
	Language    string // of the texts, as an RFC 5646 tag; "": not said
	URL         string // where the feed is; "": a file, which asks nobody to come back
	Refresh     time.Duration
	Entries     []Entry
}

// An Entry is one meeting.
type Entry struct {
	UID       string
	Sequence  int  // 0 when first published, more with each change
	Cancelled bool // programs then take the entry away
	// Start and End are written in the wall time of Zone; with no Zone, or one that is not known, in UTC.
	Start, End  time.Time
	Zone        string // IANA name
	Summary     string
	Location    string
	Description string
	Organizer   Organizer
	Modified    time.Time // when this state was published; zero: as the whole calendar
}

// An Organizer answers for an entry.
type Organizer struct {
	Name  string
	Email string // "": no organizer is written, since the standard demands an address
}

const (
	utcLayout   = "20060102T150405Z"
	localLayout = "20060102T150405"
)

// Write writes the calendar as of a moment, which becomes the stamp of every entry that has no Modified. Lines end in CR LF
// and hold 75 octets at most, with no character cut.
func Write(w io.Writer, c Calendar, now time.Time) error {
	cal := ics.NewCalendarFor("Sangdam")
	cal.SetProductId("-//Sangdam//Meetings//" + strings.ToUpper(cmp.Or(c.Language, "en")))
	cal.SetCalscale("GREGORIAN")
	cal.SetMethod(ics.MethodPublish)
	if c.Name != "" {
		cal.SetName(clean(c.Name)) // also as X-WR-CALNAME, for programs from before RFC 7986
	}
	if c.Description != "" {
		cal.SetDescription(clean(c.Description))
		cal.SetXWRCalDesc(clean(c.Description))
	}
	if c.URL != "" {
		cal.SetUrl(oneLine(c.URL))
		refresh := duration(c.Refresh)
		cal.SetRefreshInterval(refresh, ics.WithValue("DURATION"))
		cal.SetXPublishedTTL(refresh)
	}
	zones := zonesOf(c.Entries)
	if len(zones) > 0 {
		cal.SetXWRTimezone(zones[0].name)
	}
	for _, z := range zones {
		cal.AddVTimezone(z.component())
	}
	for _, e := range c.Entries {
		cal.AddVEvent(e.component(zones, now, c.Language))
	}
	// The library ignores what some of its writes return, so the whole goes through memory.
	_, err := io.WriteString(w, cal.Serialize(ics.WithNewLineWindows))
	return err
}

func (e Entry) component(zones []zone, now time.Time, language string) *ics.VEvent {
	v := ics.NewEvent(oneLine(e.UID))
	stamp := e.Modified
	if stamp.IsZero() {
		stamp = now
	}
	v.SetDtStampTime(stamp)
	v.SetLastModifiedAt(stamp)
	v.SetSequence(e.Sequence)
	setTime(v, ics.ComponentPropertyDtStart, e.Start, e.Zone, zones)
	setTime(v, ics.ComponentPropertyDtEnd, e.End, e.Zone, zones)
	text := func(p ics.ComponentProperty, s string) {
		if s = clean(s); s == "" {
			return
		}
		if language != "" {
			v.SetProperty(p, s, &ics.KeyValues{Key: "LANGUAGE", Value: []string{language}})
			return
		}
		v.SetProperty(p, s)
	}
	text(ics.ComponentPropertySummary, e.Summary)
	text(ics.ComponentPropertyLocation, e.Location)
	text(ics.ComponentPropertyDescription, e.Description)
	if e.Organizer.Email != "" {
		v.SetOrganizer("mailto:"+oneLine(e.Organizer.Email), commonName(e.Organizer.Name)...)
	}
	v.SetStatus(ics.ObjectStatusConfirmed)
	v.SetTimeTransparency(ics.TransparencyOpaque)
	if e.Cancelled {
		v.SetStatus(ics.ObjectStatusCancelled)
		v.SetTimeTransparency(ics.TransparencyTransparent)
	}
	return v
}

func setTime(v *ics.VEvent, p ics.ComponentProperty, t time.Time, name string, zones []zone) {
	for _, z := range zones {
		if z.name == name {
			v.SetProperty(p, t.In(z.loc).Format(localLayout), ics.WithTZID(name))
			return
		}
	}
	v.SetProperty(p, t.UTC().Format(utcLayout))
}

// duration writes a span as RFC 5545 does, in whole minutes; one hour when it is none.
func duration(d time.Duration) string {
	if d < time.Minute {
		d = time.Hour
	}
	return fmt.Sprintf("PT%dM", int(d.Minutes()))
}
