package web

import (
	"bytes"
	"errors"
	"fmt"

	"sangdam/api/web/timetable"
	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

// saves is how often a change is tried while others are first with something else.
const saves = 5

// An effect is what saving would do beside what the form says, for the organizer to agree to. The zero value stands for nothing.
type effect struct {
	Stamp string // agrees to just this
	Parts []effectPart
}

// An effectPart is one kind of what would happen.
type effectPart struct {
	Title string
	Lines []string
	More  int // lines that are left out
}

// shownEffects limits the lines of a part, and shownNames those that are names of companies which go: whoever agrees to that reads them all.
const (
	shownEffects = 40
	shownNames   = 400
)

// partOf is a part of an effect with as many of its lines as are shown.
func partOf(title string, lines []string) effectPart {
	return effectPart{Title: title, Lines: lines[:min(len(lines), shownEffects)], More: max(0, len(lines)-shownEffects)}
}

// A beside tells what else a change brings about than what goes with it and what becomes of the schedules.
type beside func(before, after *event.Event, follows desk.Consequences) ([]effectPart, error)

// change makes a change of the event: apply is given a copy of the document and changes it. Where that has effects
// beyond the form, they are returned and nothing is saved, unless agreed is the stamp of just these. Someone else's change of something
// else is no hindrance: apply is called again with theirs.
func (r *request) change(agreed string, apply func(ev *event.Event) (event.Losses, error), besides ...beside) (effect, error) {
	ctx, id := r.Request.Context(), r.Param("event")
	for try := 1; ; try++ {
		current, err := r.desk.Event(ctx, r.caller, id)
		if err != nil {
			return effect{}, err
		}
		next, err := cloned(current.Value)
		if err != nil {
			return effect{}, err
		}
		lost, err := apply(next)
		if err != nil {
			return effect{}, err
		}
		told, err := r.foretell(current.Value, next, lost, besides...)
		if err != nil {
			return effect{}, err
		}
		if told.Stamp != "" && told.Stamp != agreed {
			return told, nil
		}
		_, err = r.desk.ReplaceEvent(ctx, r.caller, id, next, current.Version)
		if _, stale := errors.AsType[*desk.StaleError](err); !stale || try == saves {
			return effect{}, err
		}
	}
}

// cloned is a copy of a document that shares nothing with it.
func cloned(ev *event.Event) (*event.Event, error) {
	var out bytes.Buffer
	if err := ev.Write(&out); err != nil {
		return nil, err
	}
	next, err := event.ReadEvent(&out)
	if err != nil {
		return nil, fmt.Errorf("web: the event cannot be copied: %w", err)
	}
	return next, nil
}

// foretell tells what putting a document in the place of the event's would bring about, with what is lost by it.
func (r *request) foretell(before, after *event.Event, lost event.Losses, besides ...beside) (effect, error) {
	follows, err := r.desk.Consequences(r.Request.Context(), r.caller, r.Param("event"), after)
	if err != nil {
		return effect{}, err
	}
	e := effect{Parts: r.effects(before, after, lost, follows)}
	for _, tell := range besides {
		parts, err := tell(before, after, follows)
		if err != nil {
			return effect{}, err
		}
		e.Parts = append(e.Parts, parts...)
	}
	if len(e.Parts) > 0 {
		e.Stamp = stampOf([]any{follows, lost, e.Parts})
	}
	return e, nil
}

// effects puts what a change brings about into words, by the names and times of before.
func (r *request) effects(before, after *event.Event, lost event.Losses, follows desk.Consequences) (parts []effectPart) {
	was := event.NewIndex(before)
	add := func(id string, lines []string) {
		if n := len(lines); n > 0 {
			parts = append(parts, partOf(r.voice.Count("websetup.effect."+id, n), lines))
		}
	}
	var companies []string
	for _, c := range lost.Companies {
		companies = append(companies, r.company(was, c).Name)
	}
	if n := len(companies); n > 0 {
		shown := companies[:min(n, shownNames)]
		parts = append(parts, effectPart{Title: r.voice.Count("websetup.effect.companies", n), Lines: shown, More: n - len(shown)})
	}
	now := event.NewIndex(after)
	broken, moved := r.upsets(was, now, follows.Draft)
	add("draft", broken)
	add("draft.moved", moved)
	published, moved := r.upsets(was, now, follows.Published)
	add("published", append(published, moved...))
	var fixed, seats []string
	for _, f := range lost.Fixed {
		fixed = append(fixed, r.pairName(was, f.Session, f.Firm, f.Buyer))
	}
	for _, f := range lost.Seats {
		seats = append(seats, r.pairName(was, f.Session, f.Firm, f.Buyer)+", "+r.voice.Say("webplan.table", lang.Args{"Name": f.Table}))
	}
	add("fixed", fixed)
	add("seats", seats)
	if n := len(lost.Requests); n > 0 {
		parts = append(parts, effectPart{Title: r.voice.Count("websetup.effect.requests", n)})
	}
	if n := len(lost.Outcomes); n > 0 {
		parts = append(parts, effectPart{Title: r.voice.Count("websetup.effect.outcomes", n)})
	}
	return parts
}

// pairName names a firm and a buyer in a session.
func (r *request) pairName(index *event.Index, session, firm, buyer string) string {
	out := r.company(index, firm).Name + " × " + r.company(index, buyer).Name
	if s := index.Session(session); s != nil {
		out += " (" + r.sessionName(s) + ")"
	}
	return out
}

// upsets puts the meetings that would break rules, and those that would go to other times, into words.
func (r *request) upsets(was, now *event.Index, upsets []desk.Upset) (broken, moved []string) {
	sources := map[string]*timetable.Source{}
	source := func(index *event.Index, session string) *timetable.Source {
		key := fmt.Sprintf("%p %s", index, session)
		if s := index.Session(session); sources[key] == nil && s != nil {
			sources[key] = timetable.NewSource(index, s, nil, nil, r.voice)
		}
		return sources[key]
	}
	for i := range upsets {
		u := &upsets[i]
		before, after := source(was, u.Session), source(now, u.Session)
		switch {
		case before == nil:
			broken = append(broken, r.pairName(was, u.Session, u.Meeting.Firm, u.Meeting.Buyer))
		case u.Moved != nil && after != nil:
			moved = append(moved, before.Meeting(&u.Meeting)+" → "+after.When(u.Moved))
		case after == nil:
			broken = append(broken, before.Meeting(&u.Meeting))
		default:
			broken = append(broken, r.upset(before, after, u))
		}
	}
	return broken, moved
}

// upset says what is wrong with a meeting once the event is changed: the first of the rules that it breaks.
func (r *request) upset(before, after *timetable.Source, u *desk.Upset) string {
	m := u.Meeting
	if n := after.Session.SlotAt(event.Interval{Start: m.Start, End: m.End}); n >= 0 {
		m.Slot = n
	}
	return r.voice.Say("websetup.told", lang.Args{"Meeting": before.Meeting(&u.Meeting), "Why": after.Why(&m, u.Broken[0])})
}
