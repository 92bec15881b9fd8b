package sheet

import (
	"slices"

	"sangdam/event"
)

var (
	instructionsName = w("작성 안내", "Instructions", "填写说明", "Инструкция")
	requiredWord     = w("필수", "required", "必填", "обязательно")
	optionalWord     = w("선택", "optional", "选填", "по желанию")
)

// isInstructions tells the sheets of our own that hold no data.
func isInstructions(name string) bool {
	for _, t := range []event.Text{instructionsName, codesName} {
		for _, n := range t.By {
			if folded(n) == folded(name) {
				return true
			}
		}
	}
	return false
}

// guideLines are the messages of the instructions, in order.
var guideLines = []string{"sheet.guide.order", "sheet.guide.colours", "sheet.guide.example", "sheet.guide.help", "sheet.guide.ids",
	"sheet.guide.languages", "sheet.guide.lists", "sheet.guide.codes", "sheet.guide.slots", "sheet.guide.check"}

// instructions writes the first sheet: how to fill in, and what each sheet is for.
func (b *book) instructions(name string) error {
	f := b.file
	if err := f.SetCellStr(name, "A1", voices[b.languages[0]].Say("sheet.guide.title")); err != nil {
		return err
	}
	if err := f.SetCellStyle(name, "A1", "A1", b.styles.title); err != nil {
		return err
	}
	if err := f.SetRowHeight(name, 1, 28); err != nil {
		return err
	}
	if err := b.print(name, "portrait", false); err != nil {
		return err
	}
	row := 3
	for _, id := range guideLines {
		if err := f.SetCellStr(name, cellName(row, 1), voices[b.languages[0]].Say(id)); err != nil {
			return err
		}
		if err := f.MergeCell(name, cellName(row, 1), cellName(row, 3)); err != nil {
			return err
		}
		if err := f.SetCellStyle(name, cellName(row, 1), cellName(row, 3), b.styles.plain); err != nil {
			return err
		}
		const perLine, lineHeight = 108, 16.0
		if err := f.SetRowHeight(name, row, lineHeight*float64(1+wide.StringWidth(voices[b.languages[0]].Say(id))/perLine)+2); err != nil {
			return err
		}
		row++
	}
	row++
	first := row
	for i, s := range append([]*Sheet{nil}, sheets...) {
		cells := []any{voices[b.languages[0]].Say("sheet.guide.sheet"), "", voices[b.languages[0]].Say("sheet.guide.purpose")}
		if s != nil {
			need := b.say(optionalWord)
			if slices.Contains(alwaysThere, s.Key) {
				need = b.say(requiredWord)
			}
			cells = []any{b.say(s.Name), need, b.say(s.Help)}
		}
		if err := f.SetSheetRow(name, cellName(first+i, 1), &cells); err != nil {
			return err
		}
		style := b.styles.plain
		if s == nil {
			style = b.styles.heading
		} else if err := f.SetCellHyperLink(name, cellName(first+i, 1), "'"+b.say(s.Name)+"'!A1", "Location"); err != nil {
			return err
		}
		if err := f.SetCellStyle(name, cellName(first+i, 1), cellName(first+i, 3), style); err != nil {
			return err
		}
		if s != nil {
			const perLine, lineHeight = 76, 16.0
			if err := f.SetRowHeight(name, first+i, lineHeight*float64(1+wide.StringWidth(b.say(s.Help))/perLine)+2); err != nil {
				return err
			}
		}
	}
	for column, width := range map[string]float64{"A": 22, "B": 12, "C": 78} {
		if err := f.SetColWidth(name, column, column, width); err != nil {
			return err
		}
	}
	return nil
}
