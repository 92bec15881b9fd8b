package plan

import (
	"bytes"
	"encoding/json"
	"io"

	"sangdam/event"
)

// Write writes the repair document: the event after the changes, the mended schedule, what changed, and how little could
// have been changed.
func (r *Repaired) Write(w io.Writer) error {
	var ev, schedule bytes.Buffer
	if err := r.Event.Write(&ev); err != nil {
		return err
	}
	if err := r.Schedule.Write(&schedule); err != nil {
		return err
	}
	type session struct {
		Session       string `json:"session"`
		Lost          int    `json:"lost"`
		LostAtLeast   int    `json:"lost_at_least"`
		Moved         int    `json:"moved"`
		MovedAtLeast  int    `json:"moved_at_least"`
		Added         int    `json:"added"`
		MustMissed    int    `json:"must_missed"`
		FewestChanges bool   `json:"fewest_changes"` // proven
		LeastHarm     bool   `json:"least_harm"`     // proven
	}
	document := struct {
		Format   int             `json:"sangdam"`
		Sessions []session       `json:"sessions"`
		Changes  []MeetingChange `json:"changes"`
		Schedule json.RawMessage `json:"schedule"`
		Event    json.RawMessage `json:"event"`
	}{event.Format, []session{}, append([]MeetingChange{}, r.Changes...), schedule.Bytes(), ev.Bytes()}
	for _, s := range r.Sessions {
		document.Sessions = append(document.Sessions, session{
			s.Session, s.Lost, s.LostAtLeast, s.Moved, s.MovedAtLeast, s.Added, s.MustMissed, s.Proven(), s.LeastHarm,
		})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(document)
}
