package desk

import (
	"context"
	"errors"

	"sangdam/event"
)

// infoOf is what a list of events shows. Version and time are those of its record.
func infoOf(ev *event.Event) EventInfo {
	info := EventInfo{ID: ev.ID, Name: ev.Name, Sessions: []string{}, Firms: len(ev.Firms), Buyers: len(ev.Buyers), Outcomes: len(ev.Outcomes)}
	for _, s := range ev.Sessions {
		info.Sessions = append(info.Sessions, s.ID)
		for _, slot := range s.Slots {
			if info.First.IsZero() || slot.Start.Before(info.First) {
				info.First = slot.Start
			}
			if slot.End.After(info.Last) {
				info.Last = slot.End
			}
		}
	}
	return info
}

// listEvents reads the infos of the events after a name.
func (d *Desk) listEvents(ctx context.Context, c Caller, after string, limit int) (events []EventInfo, next string, err error) {
	events = []EventInfo{}
	if c.Event != "" {
		info, err := d.info(ctx, c.Event)
		switch {
		case errors.Is(err, ErrNotFound) || after >= c.Event:
			return events, "", nil
		case err != nil:
			return nil, "", err
		}
		return append(events, info), "", nil
	}
	for {
		spaces, err := d.store.Spaces(ctx, after, limit+1)
		if err != nil {
			return nil, "", storeError(err)
		}
		for _, id := range spaces {
			if len(events) == limit {
				return events, events[limit-1].ID, nil
			}
			info, err := d.info(ctx, id)
			if errors.Is(err, ErrNotFound) {
				continue // being deleted
			}
			if err != nil {
				return nil, "", err
			}
			events = append(events, info)
		}
		if len(spaces) <= limit {
			return events, "", nil
		}
		after = spaces[len(spaces)-1]
	}
}

func (d *Desk) info(ctx context.Context, id string) (EventInfo, error) {
	var info EventInfo
	r, err := d.read(ctx, id, kindInfo, current, &info)
	if err != nil {
		return info, err
	}
	info.Version, info.Modified = r.Version, r.Modified
	var head publicationHead
	switch _, err := d.read(ctx, id, kindPublished, current, &head); {
	case err == nil && !head.Hidden:
		info.Published = head.Number
	case err != nil && !errors.Is(err, ErrNotFound):
		return info, err
	}
	return info, nil
}
