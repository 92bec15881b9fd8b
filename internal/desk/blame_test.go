package desk_test

import (
	"errors"
	"strings"
	"testing"

	"sangdam/internal/desk"
)

// Whoever moves one meeting onto another is told so at the edit that does it, whichever of the two comes first in the document.
func TestACollisionIsToldAtTheEditThatBringsItAbout(t *testing.T) {
	told := 0
	for _, name := range []string{"tables-swap", "two-days", "parallel-two", "interpreter-short"} {
		b, draft := drafted(t, name)
		part := draft.Schedule.Sessions[0]
		for _, m := range part.Meetings {
			for _, other := range part.Meetings {
				to := m
				to.Slot, to.Table = other.Slot, other.Table
				if to.Slot == m.Slot {
					continue
				}
				_, err := b.EditMeetings(t.Context(), b.admin, draft.Run.ID, []desk.MeetingEdit{edit(desk.Move, part.Session, to)}, 0)
				broken, ok := errors.AsType[*desk.RulesError](err)
				if !ok {
					t.Fatalf("%s: %s with %s on %s with %s: %v", name, m.Firm, m.Buyer, other.Firm, other.Buyer, err)
				}
				for _, f := range broken.Findings {
					if told++; !strings.HasPrefix(f.Location, "edits[0]") {
						t.Errorf("%s: %s with %s on %s with %s: %s is told at %s", name, m.Firm, m.Buyer, other.Firm, other.Buyer, f.Rule, f.Location)
					}
				}
			}
		}
	}
	if told == 0 {
		t.Fatal("nothing collided")
	}
}
