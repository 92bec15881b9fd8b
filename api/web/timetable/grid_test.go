package timetable

import (
	"fmt"
	"slices"
	"testing"
)

// cards lists the meetings of a grid as "row slot firm-buyer".
func cards(g *Grid) []string {
	var out []string
	for _, r := range g.Rows {
		for i, c := range r.Cells {
			for _, card := range c.Cards {
				out = append(out, fmt.Sprintf("%s %d %s-%s", r.ID, g.Columns[i].Slot, card.Firm, card.Buyer))
			}
		}
	}
	return out
}

func TestEveryViewShowsEveryMeetingOnceAndInItsPlace(t *testing.T) {
	s, p := changsha("ko", nil)
	if len(s.Part.Meetings) < 20 {
		t.Fatalf("only %d meetings", len(s.Part.Meetings))
	}
	for _, view := range Views {
		var want []string
		for _, m := range s.Part.Meetings {
			row := map[View]string{ByTable: m.Table, ByFirm: m.Firm, ByBuyer: m.Buyer, ByInterpreter: m.Interpreter}[view]
			if row != "" { // those who share a language have no interpreter
				want = append(want, fmt.Sprintf("%s %d %s-%s", row, m.Slot, m.Firm, m.Buyer))
			}
		}
		g := NewGrid(s, view, "", p)
		got := cards(&g)
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", view, got, want)
		}
		for _, r := range g.Rows {
			if len(r.Cells) != len(g.Columns) {
				t.Errorf("%s: row %s has %d cells for %d columns", view, r.ID, len(r.Cells), len(g.Columns))
			}
		}
	}
}

func TestTimesAreThoseOfTheSessionsZone(t *testing.T) {
	s, p := changsha("en", nil)
	g := NewGrid(s, ByTable, "", p)
	if g.Columns[0].Start != "10:00" || g.Columns[0].End != "10:30" {
		t.Errorf("the first slot is %+v", g.Columns[0])
	}
	if g.Zone != "Asia/Shanghai (UTC+08:00)" {
		t.Errorf("the zone is called %q", g.Zone)
	}
	pauses := 0
	for _, c := range g.Columns {
		if c.Pause {
			pauses++
		}
	}
	if pauses != 1 {
		t.Errorf("%d pauses, want the one at noon", pauses)
	}
}

func TestADayHasItsOwnColumns(t *testing.T) {
	s := fair()
	p := NewPalette(s.Index.Event(), nil, s.Voice.Text, "others")
	for date, first := range map[string]int{"": 0, "2030-05-06": 0, "2030-05-07": 20, "1999-01-01": 0} {
		g := NewGrid(s, ByFirm, date, p)
		if len(g.Days) != 2 || len(g.Columns) != 20 || g.Columns[0].Slot != first || !g.Days[first/20].Current {
			t.Errorf("%q: days %+v, first slot %d of %d", date, g.Days, g.Columns[0].Slot, len(g.Columns))
		}
		if n := len(cards(&g)); n != 2000 || g.Days[0].Meetings != 2000 {
			t.Errorf("%q: %d meetings, %d counted", date, n, g.Days[0].Meetings)
		}
	}
}

func TestAwayIsMarked(t *testing.T) {
	s, p := changsha("ko", nil)
	g := NewGrid(s, ByFirm, "", p)
	i := slices.IndexFunc(g.Rows, func(r Row) bool { return r.ID == "F04" }) // arrives at 11:30
	for k, c := range g.Rows[i].Cells {
		if want := g.Columns[k].Start < "11:30"; c.Away != want {
			t.Errorf("%s: away is %v", g.Columns[k].Start, c.Away)
		}
	}
}

func TestAMarkChangesWithItsRowAlone(t *testing.T) {
	s, p := changsha("ko", nil)
	before := NewGrid(s, ByTable, "", p)
	m := s.Part.Meetings[0]
	locked, _ := changsha("ko", map[Pairing]bool{{m.Firm, m.Buyer}: true})
	after := NewGrid(locked, ByTable, "", p)
	for i := range before.Rows {
		same := before.Rows[i].Mark == after.Rows[i].Mark
		if holds := before.Rows[i].ID == m.Table; same == holds {
			t.Errorf("row %s: the mark is the same: %v, it holds the locked meeting: %v", before.Rows[i].ID, same, holds)
		}
	}
}

func TestRareSectorsShareATone(t *testing.T) {
	s := fair() // twelve sectors, nine tones
	p := NewPalette(s.Index.Event(), nil, s.Voice.Text, "기타")
	if len(p.Legend) != tones+1 || p.Legend[tones].Name != "기타" || p.Legend[tones].Number != 0 {
		t.Fatalf("legend %+v", p.Legend)
	}
	seen := map[int]bool{}
	for i := range s.Index.Event().Firms {
		tone := p.Of(&s.Index.Event().Firms[i])
		if tone.Name == "" {
			t.Errorf("firm %d has a tone without a name", i)
		}
		seen[tone.Number] = true
	}
	if len(seen) != tones+1 {
		t.Errorf("%d tones are used", len(seen))
	}
}
