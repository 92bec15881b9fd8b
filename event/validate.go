package event

import (
	"maps"
	"slices"
	"strings"
)

// Validate returns all the faults of an event as Faults, in the order of the document, or nil. ReadEvent has done it
// already; it is for events that come from elsewhere, as from a workbook. O(size of the event), but for fixed meetings
// that need interpreters, which are matched slot by slot.
//
// A never against a must of the other side is no fault: it only takes the pair out.
func (e *Event) Validate() error {
	list := e.faults()
	return list.err()
}

func (e *Event) faults() faultList {
	v := &validator{event: e, index: NewIndex(e)}
	var root *place
	if e.Format != Format {
		v.add(root.field("sangdam"), CodeWrongVersion, Args{"got": plain(e.Format), "want": plain(Format)})
	}
	v.id(root.field("id"), e.ID)
	v.text(root.field("name"), e.Name)
	v.text(root.field("note"), e.Note)
	v.sessions(root.field("sessions"))
	v.companies()
	v.sectors(root.field("sectors"))
	v.requests(root.field("requests"))
	v.fixed(root.field("fixed"))
	v.weights(root.field("weights"))
	if e.Aggregator != "" {
		v.word(root.field("aggregator"), e.Aggregator, "geometric", "harmonic", "arithmetic")
	}
	if share, ok := e.FirmShare.Get(); ok {
		v.within(root.field("firm_share"), share, 0.01, 0.99)
	}
	if minimum, ok := e.MinimumScore.Get(); ok {
		v.within(root.field("minimum_score"), minimum, 0, 1)
	}
	v.controls(root.field("controls"))
	v.scores(root.field("scores"))
	v.outcomes(root.field("outcomes"))
	return v.faultList
}

// A validator walks an event in the order of its document.
type validator struct {
	faultList
	event *Event
	index *Index
	// ids are those that an unknown one may have been meant for, by what they name; listed on first need.
	ids map[string][]string
}

// id checks the form of an id.
func (l *faultList) id(at *place, id string) bool {
	if IsID(id) {
		return true
	}
	l.add(at, CodeBadID, Args{"got": plain(cut(id))})
	return false
}

// text checks that the keys of a text are languages.
func (l *faultList) text(at *place, t Text) {
	for _, lang := range slices.Sorted(maps.Keys(t.By)) {
		l.language(at.field(lang), lang)
	}
}

func (l *faultList) language(at *place, code string) {
	if !isLanguage(code) {
		l.add(at, CodeBadLanguage, Args{"got": plain(cut(code))})
	}
}

func (l *faultList) languages(at *place, codes []string) {
	for i, code := range codes {
		l.language(at.item(i), code)
	}
}

// word checks that a word is one of a closed list.
func (l *faultList) word(at *place, got string, known ...string) {
	if !slices.Contains(known, got) {
		l.add(at, CodeUnknownWord, Args{"got": plain(cut(got)), "known": plain(strings.Join(known, ", "))})
	}
}

// nonEmpty checks a list of names that are free otherwise, such as sectors and certificates.
func (l *faultList) nonEmpty(at *place, names []string) {
	for i, name := range names {
		if strings.TrimSpace(name) == "" {
			l.add(at.item(i), CodeEmpty, nil)
		}
	}
}

// within checks that a number is in a closed range; NaN is not.
func (l *faultList) within(at *place, got, low, high float64) {
	if !(low <= got && got <= high) {
		l.add(at, CodeOutOfRange, Args{"got": plain(got), "low": plain(low), "high": plain(high)})
	}
}

// maxUSD is beyond any amount of money that is meant, so that sums stay exact to the cent.
const maxUSD = 1e13

func (l *faultList) amount(at *place, amount Maybe[float64]) {
	switch v, ok := amount.Get(); {
	case !ok:
	case v < 0:
		l.add(at, CodeNegative, Args{"got": plain(v)})
	default:
		l.within(at, v, 0, maxUSD)
	}
}

// span checks that an interval ends after it starts.
func (l *faultList) span(at *place, i Interval) bool {
	if i.Start.Before(i.End) {
		return true
	}
	l.add(at.field("end"), CodeReversed, Args{"start": plainTime(i.Start), "end": plainTime(i.End)})
	return false
}

func (l *faultList) spans(at *place, intervals []Interval) {
	for i, interval := range intervals {
		l.span(at.item(i), interval)
	}
}
