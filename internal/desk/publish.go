package desk

import (
	"context"
	"fmt"
	"time"

	"sangdam/event"
	"sangdam/internal/plan"
	"sangdam/internal/store"
)

// A PublishIf says what the one who publishes has seen; each zero value stands for whatever there is.
type PublishIf struct {
	Draft       uint64 // version of the draft
	Event       uint64 // version of the event
	Basis       uint64 // Draft.Basis: that of the event which bears on schedules
	Publication *int   // number of the publication in force, 0 for none
}

// Publish makes a draft visible to the companies, if it has the version ifVersion; 0 stands for any. It is PublishSeen of that alone.
// It takes Solve.
func (d *Desk) Publish(ctx context.Context, c Caller, runID string, ifVersion uint64) (Publication, error) {
	return d.PublishSeen(ctx, c, runID, PublishIf{Draft: ifVersion})
}

// PublishSeen makes a draft visible to the companies. The error is a *RulesError when the draft breaks a rule by the event as it is
// now, or a *StaleError that says what has changed unless all is as it was seen. It takes Solve.
func (d *Desk) PublishSeen(ctx context.Context, c Caller, runID string, seen PublishIf) (Publication, error) {
	id, err := c.demandRun(runID, Solve)
	if err != nil {
		return Publication{}, err
	}
	var number int
	if _, again, err := d.madeBefore(ctx, id, &number); err != nil {
		return Publication{}, err
	} else if again {
		var p Publication
		_, err := d.read(ctx, id, kindPublication, publicationID(number), &p)
		return p, err
	}
	draft, l, err := d.draft(ctx, id, runID)
	if err != nil {
		return Publication{}, err
	}
	if seen.Draft != 0 && seen.Draft != draft.Version {
		return Publication{}, &StaleError{Current: draft.Version, What: StaleDraft}
	}
	if seen.Event != 0 && seen.Event != l.version || seen.Basis != 0 && seen.Basis != draft.Basis {
		return Publication{}, &StaleError{Current: l.version, What: StaleEvent}
	}
	schedule, err := publishable(l, draft)
	if err != nil {
		return Publication{}, err
	}
	return d.publish(ctx, c, id, seen.Publication, func(p *Publication) {
		p.Run, p.EventVersion, p.Schedule = runID, l.version, schedule
	})
}

// publishable is a draft by the event as it is now, with all of it checked once more.
func publishable(l *loaded, draft Draft) (*event.Schedule, error) {
	if len(draft.Findings) > 0 {
		return nil, &RulesError{Findings: draft.Findings}
	}
	schedule := draft.Whole()
	if draft.EventVersion != l.version { // its figures are of another event
		renewed := *schedule
		renewed.Sessions = make([]event.SessionSchedule, len(schedule.Sessions))
		for i := range schedule.Sessions {
			part, _ := restate(l, schedule, i)
			part.Unplaced = draft.Waiting(part.Session).List()
			renewed.Sessions[i] = part
		}
		schedule = &renewed
	}
	if found := plan.Check(l.event, schedule, l.matching.pairsFor(schedule)).Findings; len(found) > 0 {
		return nil, &RulesError{Findings: found}
	}
	return schedule, nil
}

// publish writes the next publication of an event, of which fill says what it shows. When someone else publishes at the same time, it
// comes after theirs, unless the caller has seen the publication in force: then the error is a *StaleError.
func (d *Desk) publish(ctx context.Context, c Caller, id string, seen *int, fill func(*Publication)) (Publication, error) {
	for range attempts {
		head, version, err := d.head(ctx, id)
		if err != nil {
			return Publication{}, err
		}
		if inForce := head.inForce(); seen != nil && *seen != inForce {
			return Publication{}, &StaleError{Current: uint64(inForce), What: StalePublication}
		}
		p := Publication{Number: head.Number + 1, At: d.clock().UTC(), By: c.Name}
		if p.Number > maxPublication {
			return Publication{}, fmt.Errorf("desk: the event %s was published %d times, which is all there is room for", id, head.Number)
		}
		condition := store.Absent()
		var before []Entry
		if version != 0 {
			condition = store.At(version)
			last, err := d.publication(ctx, id, version, head.Number)
			if err != nil {
				return Publication{}, err
			}
			before = last.Entries
		}
		fill(&p)
		p.Entries = entriesOf(before, p.Schedule, p.At)
		action := Published
		if p.Withdrawn {
			action = Unpublished
		}
		b := batch{space: id}
		b.put(kindPublished, current, condition, publicationHead{p.Number, p.At, p.Withdrawn}, time.Time{})
		b.put(kindPublication, publicationID(p.Number), store.Absent(), p, time.Time{})
		d.audit(&b, c, action, id, p.Run)
		d.mark(ctx, &b, p.Number)
		if err := d.announce(ctx, &b, HookPublished, id, p.Run); err != nil {
			return Publication{}, err
		}
		_, err = d.commit(ctx, &b)
		if _, conflict := conflictOn(err, kindPublished); conflict {
			continue
		}
		if err == nil {
			d.calls.wake(id)
		}
		return p, err
	}
	return Publication{}, fmt.Errorf("%w: the event %s is published all the time", ErrBusy, id)
}

// Unpublish hides the schedule from the companies again. Their calendars show its meetings as cancelled. The error is ErrNotFound
// when nothing is published. It takes Solve.
func (d *Desk) Unpublish(ctx context.Context, c Caller, id string) error {
	if err := c.demand(id, Solve); err != nil {
		return err
	}
	p, err := d.published(ctx, id)
	if err != nil {
		return err
	}
	_, err = d.publish(ctx, c, id, nil, func(next *Publication) {
		next.Run, next.EventVersion, next.Withdrawn = p.Run, p.EventVersion, true
		next.Schedule = &event.Schedule{Format: event.Format, Event: id}
	})
	return err
}

// Published returns the publication in force, or ErrNotFound. It must not be changed: others read it, too. It takes Solve or
// ReadEvents.
func (d *Desk) Published(ctx context.Context, c Caller, id string) (Publication, error) {
	if err := c.demand(id, Solve, ReadEvents); err != nil {
		return Publication{}, err
	}
	p, err := d.published(ctx, id)
	if err != nil {
		return Publication{}, err
	}
	return *p, nil
}

func (d *Desk) published(ctx context.Context, id string) (*Publication, error) {
	if _, err := d.version(ctx, id); err != nil {
		return nil, err
	}
	p, err := d.inForce(ctx, id)
	if err == nil && p == nil {
		err = &NotFoundError{Kind: kindPublication, ID: id}
	}
	return p, err
}

// Publications lists what was ever published of an event, the newest first, without schedules and entries. It takes Solve or
// ReadEvents.
func (d *Desk) Publications(ctx context.Context, c Caller, id string) ([]Publication, error) {
	if err := c.demand(id, Solve, ReadEvents); err != nil {
		return nil, err
	}
	if _, err := d.version(ctx, id); err != nil {
		return nil, err
	}
	all := []Publication{}
	for r, err := range d.records(ctx, store.ListQuery{Space: id, Kind: kindPublication}) {
		var p Publication
		if err == nil {
			err = decode(r, &p)
		}
		if err != nil {
			return nil, err
		}
		p.Schedule, p.Entries = nil, nil
		all = append(all, p)
	}
	return all, nil
}
