package plan

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

// clone copies a schedule as far as the mutations change it.
func clone(s *event.Schedule) *event.Schedule {
	out := *s
	out.Sessions = slices.Clone(s.Sessions)
	for i := range out.Sessions {
		out.Sessions[i].Meetings = slices.Clone(s.Sessions[i].Meetings)
		out.Sessions[i].Unplaced = slices.Clone(s.Sessions[i].Unplaced)
	}
	return &out
}

// A mutation spoils a session's part, and tells which rule must notice; empty when it does not apply.
type mutation struct {
	name  string
	spoil func(t *rapid.T, ev *event.Event, part *event.SessionSchedule) (rules []string)
}

func someMeeting(t *rapid.T, part *event.SessionSchedule) *event.Meeting {
	return &part.Meetings[rapid.IntRange(0, len(part.Meetings)-1).Draw(t, "meeting")]
}

var mutations = []mutation{
	{"meeting held twice", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Meetings = append(part.Meetings, *someMeeting(t, part))
		return []string{"H1"}
	}},
	{"meeting dropped", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		i := rapid.IntRange(0, len(part.Meetings)-1).Draw(t, "meeting")
		if part.Meetings[i].Score == 0 {
			return nil // may leave every figure as it is
		}
		part.Meetings = slices.Delete(part.Meetings, i, i+1)
		return []string{"O3"}
	}},
	{"slot number moved", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		someMeeting(t, part).Slot += rapid.SampledFrom([]int{-1, 1, 100, -100}).Draw(t, "by")
		return []string{"D2", "D3"}
	}},
	{"start moved", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		m := someMeeting(t, part)
		m.Start = m.Start.Add(1)
		return []string{"D3"}
	}},
	{"end moved", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		m := someMeeting(t, part)
		m.End = m.End.Add(-1)
		return []string{"D3"}
	}},
	{"table that does not exist", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		someMeeting(t, part).Table = "Z9"
		return []string{"D2"}
	}},
	{"no table", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		someMeeting(t, part).Table = ""
		return []string{"H5"}
	}},
	{"table shared", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		m := someMeeting(t, part)
		for i := range part.Meetings {
			if o := &part.Meetings[i]; o != m && o.Slot == m.Slot {
				m.Table = o.Table
				return []string{"H5"}
			}
		}
		return nil
	}},
	{"score raised", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		someMeeting(t, part).Score += 0.0001
		return []string{"D4"}
	}},
	{"interpreter forgotten", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		m := someMeeting(t, part)
		if m.Interpreter == "" {
			return nil
		}
		m.Interpreter = ""
		return []string{"H6"}
	}},
	{"interpreter where none is needed", func(t *rapid.T, ev *event.Event, part *event.SessionSchedule) []string {
		m, s := someMeeting(t, part), ev.Session(part.Session)
		if m.Interpreter != "" || len(s.Interpreters) == 0 {
			return nil
		}
		m.Interpreter = s.Interpreters[0].ID
		return []string{"H6"}
	}},
	{"interpreter that does not exist", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		someMeeting(t, part).Interpreter = "I9"
		return []string{"D2"}
	}},
	{"stranger", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		someMeeting(t, part).Buyer = "B99"
		return []string{"D2"}
	}},
	{"left-out pair added at the place of another", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		if len(part.Unplaced) == 0 {
			return nil
		}
		u := rapid.SampledFrom(part.Unplaced).Draw(t, "pair")
		m := *someMeeting(t, part)
		m.Firm, m.Buyer, m.Score, m.Interpreter = u.Firm, u.Buyer, u.Score, ""
		part.Meetings = append(part.Meetings, m)
		return []string{"H5"}
	}},
	{"must missed misstated", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Objective.MustMissed++
		return []string{"O1"}
	}},
	{"shortfall misstated", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Objective.MinimumShortfall++
		return []string{"O2"}
	}},
	{"score misstated", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Objective.Score += 0.0001
		return []string{"O3"}
	}},
	{"breaks misstated", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Objective.Breaks++
		return []string{"O4"}
	}},
	{"idle misstated", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Objective.Idle++
		return []string{"O5"}
	}},
	{"table changes misstated", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Objective.TableChanges++
		return []string{"O6"}
	}},
	{"bound of the score too low", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Bound.Score = part.Objective.Score - 0.0001
		return []string{"D6"}
	}},
	{"bound of the breaks too high", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Bound.Breaks = part.Objective.Breaks + 1
		return []string{"D6"}
	}},
	{"gap misstated", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Gap += 0.01
		return []string{"D7"}
	}},
	{"status empty in spite of meetings", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Status = event.StatusEmpty
		return []string{"D8"}
	}},
	{"status optimal without proof", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Status = event.StatusOptimal
		part.Bound.Score += 0.01
		part.Gap = gap(units(part.Objective.Score), units(part.Bound.Score))
		return []string{"D8"}
	}},
	{"unknown status", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		part.Status = "perfect"
		return []string{"D8"}
	}},
	{"wrong reason", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		if len(part.Unplaced) == 0 {
			return nil
		}
		u := &part.Unplaced[rapid.IntRange(0, len(part.Unplaced)-1).Draw(t, "pair")]
		u.Reason += "x"
		return []string{"D5"}
	}},
	{"placed pair listed as left out", func(t *rapid.T, _ *event.Event, part *event.SessionSchedule) []string {
		m := someMeeting(t, part)
		part.Unplaced = append(part.Unplaced, event.Unplaced{Firm: m.Firm, Buyer: m.Buyer, Score: m.Score, Reason: event.ReasonFirmFull})
		return []string{"D5"}
	}},
}

func TestCheckFindsEveryMutation(t *testing.T) {
	applied := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		ev, pairs := drawEvent(t)
		plan := planned(t, ev, pairs)
		for _, m := range mutations {
			s := clone(plan)
			part := &s.Sessions[rapid.IntRange(0, len(s.Sessions)-1).Draw(t, "session")]
			if len(part.Meetings) == 0 {
				continue
			}
			rules := m.spoil(t, ev, part)
			if rules == nil {
				continue
			}
			applied[m.name]++
			r := Check(ev, s, pairs)
			if !slices.ContainsFunc(r.Findings, func(f Finding) bool { return slices.Contains(rules, f.Rule) }) {
				t.Fatalf("%s: none of %v was found, but:%s", m.name, rules, report(r))
			}
			inFourLanguages(t, r)
		}
	})
	for _, m := range mutations {
		if applied[m.name] == 0 {
			t.Errorf("%s: never applied", m.name)
		}
	}
}
