package event

import (
	"regexp"
	"slices"
	"strings"
)

// Echoes are faults that validation finds only because a value could not be read: the fault of reading says it
// better, and once it is mended the echo is gone.
type echoes struct {
	unread   map[string]bool // locations whose value is not what the document meant
	ids      bool            // an id of a session or company is among them
	concerns bool            // something of a session or company is among them
}

// identity matches the places that carry the id of a session or company.
var identity = regexp.MustCompile(`^(sessions|firms|buyers)(\[\d+\](\.id)?)?$`)

var ofSessionOrCompany = regexp.MustCompile(`^(sessions|firms|buyers)\b`)

// ruleOfMeetings are the codes that judge a meeting by what its session and its two sides state.
var ruleOfMeetings = []Code{
	CodeNotTakingPart, CodeNoSuchSlot, CodeUnavailable, CodeParallelExceeded, CodeMaxExceeded, CodeTablesExceeded, CodeNoInterpreter,
}

func echoesOf(found []located) echoes {
	e := echoes{unread: make(map[string]bool)}
	for _, f := range found {
		e.concerns = e.concerns || ofSessionOrCompany.MatchString(f.Location)
		switch f.Code {
		case CodeUnknownField, CodeMisspelledField, CodeFieldTwice:
		default:
			e.unread[f.Location] = true
			e.ids = e.ids || identity.MatchString(f.Location)
		}
	}
	return e
}

func (e echoes) has(f Fault) bool {
	switch {
	case f.Code == CodeUnknownID || f.Code == CodeMistypedID:
		if e.ids || e.concerns && strings.HasSuffix(f.Location, ".table") {
			return true
		}
	case slices.Contains(ruleOfMeetings, f.Code) && e.concerns:
		return true
	}
	for loc, ok := f.Location, true; ok; loc, ok = above(loc) {
		if e.unread[loc] {
			return true
		}
	}
	return false
}
