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

var (
	// errFaulty is a form with faults, which are noted elsewhere.
	errFaulty = errors.New("web: the form has faults")
	// errOvertaken is a form of something that another organizer changed meanwhile.
	errOvertaken = errors.New("web: another organizer was first")
)

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

// shownEffects limits the lines of a part.
const shownEffects = 40

// change makes a change of the event: apply is given a copy of the document and what it is worth, and changes it. Where that has effects
// beyond the form, they are returned and nothing is saved, unless agreed is the stamp of just these. Someone else's change of something
// else is no hindrance: apply is called again with theirs.
func (r *request) change(agreed string, apply func(ev *event.Event, version uint64) (event.Losses, error)) (effect, error) {
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
		lost, err := apply(next, current.Version)
		if err != nil {
			return effect{}, err
		}
		follows, err := r.desk.Consequences(ctx, r.caller, id, next)
		if err != nil {
			return effect{}, err
		}
		told := r.effect(current.Value, next, lost, follows)
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

// effect puts what a change brings about into words, by the names and times of before.
func (r *request) effect(before, after *event.Event, lost event.Losses, follows desk.Consequences) effect {
	was := event.NewIndex(before)
	var e effect
	add := func(id string, lines []string) {
		if n := len(lines); n > 0 {
			shown := lines[:min(n, shownEffects)]
			e.Parts = append(e.Parts, effectPart{Title: r.voice.Count("websetup.effect."+id, n), Lines: shown, More: n - len(shown)})
		}
	}
	now := event.NewIndex(after)
	broken, moved := r.upsets(was, now, follows.Draft)
	add("draft", broken)
	add("draft.moved", moved)
	published, moved := r.upsets(was, now, follows.Published)
	add("published", append(published, moved...))
	var fixed, seats, companies []string
	for _, f := range lost.Fixed {
		fixed = append(fixed, r.pairName(was, f.Session, f.Firm, f.Buyer))
	}
	for _, f := range lost.Seats {
		seats = append(seats, r.pairName(was, f.Session, f.Firm, f.Buyer)+", "+r.voice.Say("webplan.table", lang.Args{"Name": f.Table}))
	}
	for _, c := range lost.Companies {
		companies = append(companies, r.company(was, c).Name)
	}
	add("fixed", fixed)
	add("seats", seats)
	add("companies", companies)
	if n := len(lost.Requests); n > 0 {
		e.Parts = append(e.Parts, effectPart{Title: r.voice.Count("websetup.effect.requests", n)})
	}
	if n := len(lost.Outcomes); n > 0 {
		e.Parts = append(e.Parts, effectPart{Title: r.voice.Count("websetup.effect.outcomes", n)})
	}
	if len(e.Parts) > 0 {
		e.Stamp = stampOf([]any{follows, lost})
	}
	return e
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
