package web_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"

	"sangdam/api/web/webtest"
)

// A placed meeting, as the page shows it.
type placed struct{ firm, buyer, slot, table string }

// card is the selector of the meeting.
func (m placed) card() string {
	return fmt.Sprintf(`.meet[data-firm="%s"][data-buyer="%s"]`, m.firm, m.buyer)
}

// at is a condition that holds when the meeting stands in a slot at a table.
func (m placed) at(slot, table string) string {
	return fmt.Sprintf(`document.querySelector('%s[data-slot="%s"][data-table="%s"]')`, m.card(), slot, table)
}

// meeting reads the nth meeting of the grid.
func meeting(p *webtest.Page, n int) placed {
	v := webtest.Value[[]string](p, fmt.Sprintf(`(({firm, buyer, slot, table}) => [firm, buyer, slot, table])(document.querySelectorAll("#grid .meet")[%d].dataset)`, n))
	return placed{v[0], v[1], v[2], v[3]}
}

// place reads slot and table of the first cell that a selector finds.
func place(p *webtest.Page, cell string) (slot, table string) {
	v := webtest.Value[[]string](p, fmt.Sprintf(`(() => {
		const cell = document.querySelector(%q), head = document.querySelector("#grid thead tr");
		return [head.cells[cell.cellIndex].dataset.slot, cell.closest("tr").dataset.row];
	})()`, cell))
	return v[0], v[1]
}

// pickUp takes a meeting up with the mouse and carries it into the grid, until the page marks where it may and may not go.
func pickUp(p *webtest.Page, m placed, marked string) {
	p.Press(m.card())
	p.Over("#grid tbody tr:nth-child(2) td:nth-child(3)")
	p.Wait("#grid td." + marked)
}

// carry drags a meeting with the mouse to the first place where it may go, waits until it stands there, and returns slot and table.
func carry(p *webtest.Page, m placed) (slot, table string) {
	pickUp(p, m, "may")
	slot, table = place(p, "#grid td.may")
	p.Over("#grid td.may")
	p.Release("#grid td.may")
	p.Until(m.at(slot, table))
	return slot, table
}

func TestAMeetingIsDragged(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		solved(t, p, f.id)
		m := meeting(p, 0)
		pickUp(p, m, "may-not")
		p.Over("#grid td.may-not:has(.meet:not(.carried))")
		p.Until(`document.getElementById("carry-tip").checkVisibility() && document.getElementById("carry-tip").textContent.length > 10`)
		p.Scene("schedule-drag")
		p.Release("#grid td.over")
		p.Wait("#toasts .notice-warn")
		p.Until(m.at(m.slot, m.table))

		slot, table := carry(p, m)

		p.Click("#undo:not([disabled])")
		p.Until(m.at(m.slot, m.table))
		p.Click("#redo:not([disabled])")
		p.Until(m.at(slot, table))
		p.Run(`document.querySelector("#verdict-title").dispatchEvent(new KeyboardEvent("keydown", {key: "z", code: "KeyZ", ctrlKey: true, bubbles: true}))`)
		p.Until(m.at(m.slot, m.table))
	})
}

// A finger that rests on a meeting for a moment carries it; one that only slides scrolls.
func TestAMeetingIsDraggedByFinger(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{Width: 820, Height: 1180})
		solved(t, p, f.id)
		m := meeting(p, 0)
		p.Touch(m.card())
		p.Wait(".carry-ghost")
		p.Wait("#grid td.may")
		slot, table := place(p, "#grid td.may")
		p.Slide("#grid td.may")
		p.Until(`document.querySelector("#grid td.may.over")`)
		p.Glimpse("schedule-finger-" + f.Language())
		p.Lift()
		p.Until(m.at(slot, table))
	})
}

func TestAMeetingIsMovedByKeyboard(t *testing.T) {
	const enter, escape = "\r", "\u001b"
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		solved(t, p, f.id)
		m := meeting(p, 0)
		focus := fmt.Sprintf("document.querySelector('%s').focus()", m.card())
		p.Run(focus)
		p.Keys(enter)
		p.Wait("#grid td.may")
		p.Keys(escape)
		p.Until(`!document.querySelector("#grid td.may") && document.activeElement.matches('` + m.card() + `')`)

		p.Keys(enter)
		p.Wait("#grid td.may")
		slot, table := place(p, "#grid td.may")
		steps := webtest.Value[[]int](p, `(() => {
				const from = document.activeElement.closest("td"), to = document.querySelector("#grid td.may");
				return [to.closest("tr").rowIndex - from.closest("tr").rowIndex, to.cellIndex - from.cellIndex];
			})()`)
		press := func(n int, forward, back string) {
			if n < 0 {
				n, forward = -n, back
			}
			p.Keys(strings.Repeat(forward, n))
		}
		press(steps[0], kb.ArrowDown, kb.ArrowUp)
		press(steps[1], kb.ArrowRight, kb.ArrowLeft)
		p.Until(`document.activeElement.matches("td.may.over")`)
		p.Scene("schedule-keyboard")
		p.Keys(enter)
		p.Until(m.at(slot, table))
		p.Until(`document.activeElement.matches('` + m.card() + `')`)

		p.Keys("m")
		p.Wait("#meeting-menu:popover-open")
		p.Scene("schedule-menu")
		p.Click("#meeting-menu [data-act=lock]")
		p.Wait(m.card() + ".locked")
		p.Keys(enter)
		p.Wait("#toasts .notice-warn")
	})
}

func TestLockedMeetingsStayWhenItIsSolvedAgain(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		solved(t, p, f.id)
		m := meeting(p, 3)
		slot, table := carry(p, m)
		p.Run(fmt.Sprintf("document.querySelector('%s').focus()", m.card()))
		p.Keys("l")
		p.Wait(m.card() + ".locked")

		run := webtest.Value[string](p, `document.querySelector(".board-state").dataset.run`)
		p.Click("[name=around][value=locked]")
		p.Wait(".solve.solved")
		p.Until(fmt.Sprintf(`(document.querySelector(".board-state")?.dataset.run ?? %[1]q) !== %[1]q`, run))
		p.Until(m.at(slot, table))
		p.Wait(m.card() + ".locked")

		p.Go(f.at("schedule/runs"))
		p.Click("button[form=pick]")
		p.Wait(".comparison")
		p.State("schedule-runs")
		p.Click(fmt.Sprintf("[data-restore=%q]", run))
		p.Wait(".notice-good")
		if now := webtest.Value[string](p, `document.querySelector(".board-state").dataset.run`); now != run {
			t.Errorf("the draft is %s, want %s, which was restored", now, run)
		}
	})
}

// Dropped on another meeting, the two change places when the rules allow it; what they would break is told.
func TestTwoMeetingsChangePlaces(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		solved(t, p, f.id)
		one := meeting(p, 0)
		other := one
		for n := 1; other.slot != one.slot || other == one; n++ { // at the same time only the tables change
			other = meeting(p, n)
		}
		p.Press(one.card())
		p.Over(other.card())
		p.Wait("#grid td.may-not")
		p.Over(other.card())
		p.Release(other.card())
		p.Click("#toasts .notice-warn .button:not(.button-icon)")
		p.Until(one.at(other.slot, other.table) + " && " + other.at(one.slot, one.table))
		p.Click("#undo:not([disabled])")
		p.Until(one.at(one.slot, one.table) + " && " + other.at(other.slot, other.table))
	})
}
