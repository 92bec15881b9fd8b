package pdf

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"sangdam/event"
	"sangdam/internal/report/agenda"
	"sangdam/internal/report/reporttest"
)

// Forty tables go over four pages and more, and every meeting is on one of them.
func TestAGridOfFortyTables(t *testing.T) {
	ev, s := reporttest.Hall(40, 16)
	for _, l := range event.Languages {
		head := headOf(ev, l)
		grids := GridsOf(ev, s, head.Voice)
		file := set(t, func(w io.Writer) error { return Grids(w, head, grids) })
		if got := validate(t, file); got < 4 || got > 16 {
			t.Errorf("%s: %d pages", l, got)
		}
		text := textOf(t, file)
		for i := range ev.Firms {
			name := unspaced(ev.Firms[i].Name.In(l))
			if !strings.Contains(text, name) {
				t.Errorf("%s: %s is not there", l, name)
			}
		}
		for i := range ev.Buyers {
			name := unspaced(ev.Buyers[i].Name.In(l))
			if got, want := strings.Count(text, name), 16; got != want {
				t.Errorf("%s: %s is there %d times, want %d", l, name, got, want)
			}
		}
	}
}

func TestPagesOfAGridHoldEverySlotOnce(t *testing.T) {
	for _, slots := range []int{1, 3, 9, 16, 40, 120} {
		ev, s := reporttest.Hall(12, slots)
		for i := range ev.Sessions[0].Slots { // a pause before every fifth
			if i%5 == 4 {
				slot := &ev.Sessions[0].Slots[i]
				slot.Start = slot.Start.Add(10 * time.Minute)
			}
		}
		head := headOf(ev, "ru")
		for _, g := range GridsOf(ev, s, head.Voice) {
			const room = 120.0
			part := g.part(0, 12, 240, room+gridTitle+gridTable, map[wording]setting{})
			part.Keeper = make([]string, 12)
			part.measure()
			next := 0
			for _, page := range part.deal(room) {
				height := 0.0
				for i, slot := range page {
					if slot != next {
						t.Fatalf("%d slots: slot %d comes when %d is due", slots, slot, next)
					}
					next++
					if height += part.heights[slot]; i > 0 {
						height += g.pause(slot)
					}
				}
				if height > room && len(page) > 1 {
					t.Errorf("%d slots: a page is %.0f mm high, with room for %.0f", slots, height, room)
				}
			}
			if next != len(g.Slots) {
				t.Errorf("%d slots: %d are on pages", len(g.Slots), next)
			}
		}
	}
}

// A buyer with more needs than a page has room for loses none of them.
func TestARowTallerThanAPage(t *testing.T) {
	ev, s := reporttest.Hall(1, 1)
	for i := range 400 {
		ev.Buyers[0].Needs = append(ev.Buyers[0].Needs, event.Need{Description: event.Text{Plain: fmt.Sprintf("part number %d of the list", 70000+i)}})
	}
	head := headOf(ev, "en")
	a := agenda.NewBook(ev, s, head.Voice, agenda.Options{}).Of(agenda.Participant{Kind: agenda.Firm, ID: "F01"})
	file := set(t, func(w io.Writer) error { return Agendas(w, head, []agenda.Agenda{a}) })
	if got := validate(t, file); got < 2 {
		t.Errorf("%d pages", got)
	}
	text := textOf(t, file)
	for i := range 400 {
		if want := fmt.Sprint(70000 + i); !strings.Contains(text, want) {
			t.Fatalf("%s is lost", want)
		}
	}
}

func BenchmarkGrid(b *testing.B) {
	ev, s := reporttest.Hall(100, 40)
	for b.Loop() {
		set(b, papers(ev, s, "ru")["grid"])
	}
}

func BenchmarkAgendas(b *testing.B) {
	ev, s := reporttest.Hall(40, 16)
	for b.Loop() {
		set(b, papers(ev, s, "ko")["agendas"])
	}
}
