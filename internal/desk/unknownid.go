package desk

import (
	"context"
	"errors"
	"iter"
	"slices"

	"sangdam/event"
)

// What an id may name, in words.
var (
	sessionWord  = say("상담회", "session", "场次", "сессия")
	firmWord     = say("참가 기업", "firm", "企业", "компания")
	buyerWord    = say("바이어", "buyer", "买家", "покупатель")
	scheduleWord = say("일정", "schedule", "日程", "расписание")
)

// unknownID is the fault of an id that names nothing, with the known one that is most like it.
func unknownID(location, got string, kind event.Text, known iter.Seq[string]) event.Fault {
	f := event.Fault{Location: location, Code: event.CodeUnknownID, Args: event.Args{"got": {Plain: got}, "kind": kind}}
	if known == nil || len(got) > maxAlike {
		return f
	}
	if like, ok := event.Nearest(got, slices.Collect(known)); ok {
		f.Code, f.Args["nearest"] = event.CodeMistypedID, event.Text{Plain: like}
	}
	return f
}

// maxAlike is the longest id that is compared with those known, in bytes.
const maxAlike = 100

// UnknownEvent are the faults of naming an event that there is not where an argument may name one.
func UnknownEvent(location, got string) event.Faults {
	return event.Faults{{Location: location, Code: event.CodeUnknownEvent, Args: event.Args{"got": {Plain: got}}}}
}

// eventFaults finds fault with the id of an event that something is made for; none, where id is empty. One that there is not is a fault:
// what was made would wait for an event that someone else may give that id.
func (d *Desk) eventFaults(ctx context.Context, location, id string) (event.Faults, error) {
	switch {
	case id == "":
		return nil, nil
	case !event.IsID(id):
		return event.Faults{{Location: location, Code: event.CodeBadID, Args: event.Args{"got": {Plain: id}}}}, nil
	}
	_, err := d.version(ctx, id)
	if errors.Is(err, ErrNotFound) {
		return UnknownEvent(location, id), nil
	}
	return nil, err
}

// UnknownIDs finds fault with ids, of a session, a firm and a buyer, that an event does not have; empty ones name nothing. Faults are
// located as session, firm and buyer.
func UnknownIDs(ix *event.Index, ev *event.Event, session, firm, buyer string) event.Faults {
	var faults event.Faults
	if session != "" && ix.Session(session) == nil {
		faults = append(faults, unknownID("session", session, sessionWord, ids(ev.Sessions, func(s *event.Session) string { return s.ID })))
	}
	if firm != "" && ix.Firm(firm) == nil {
		faults = append(faults, unknownID("firm", firm, firmWord, ids(ev.Firms, func(f *event.Firm) string { return f.ID })))
	}
	if buyer != "" && ix.Buyer(buyer) == nil {
		faults = append(faults, unknownID("buyer", buyer, buyerWord, ids(ev.Buyers, func(b *event.Buyer) string { return b.ID })))
	}
	return faults
}

// ids yields the ids of a list.
func ids[T any](list []T, id func(*T) string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range list {
			if !yield(id(&list[i])) {
				return
			}
		}
	}
}
