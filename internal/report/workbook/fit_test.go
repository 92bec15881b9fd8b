package workbook

import (
	"strings"
	"testing"

	"sangdam/event"
)

func TestHowManyLinesATextTakes(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		size  float64
		want  int
	}{
		{"", 10, 11, 1}, {"abcdefghi", 10, 11, 1}, {"abcdefghijk", 10, 11, 2}, {"가나다라", 10, 11, 1}, {"가나다라마바", 10, 11, 2}, {"Даон Приси", 12, 11, 1},
		{"블라디보스토크", 14, 10, 1}, {"블라디보스토크 수출상담회 (Asia/Vladivostok)", agendaWidths[4], 10, 1},
		{"a\nb\nc", 10, 11, 3}, {"a\n", 10, 11, 2}, {"abcdefghi", 10, 22, 2},
	} {
		if got := linesIn(c.text, c.width, c.size); got != c.want {
			t.Errorf("%q takes %d lines of %v, want %d", c.text, got, c.width, c.want)
		}
	}
}

// A title longer than the columns below it would be cut at the end of the printed area.
func TestLongTextsAreNotCut(t *testing.T) {
	long := strings.Repeat("Hunan Yuheng Heavy Machinery ", 6)
	f := fair(t, "en", func(ev *event.Event, _ *event.Schedule) {
		ev.Name.By = map[string]string{"en": strings.Repeat("A delegation with a long name ", 8)}
		for i := range ev.Buyers {
			ev.Buyers[i].Name.By = map[string]string{"en": long}
		}
	})
	own := ""
	for _, name := range f.GetSheetList() {
		if strings.HasPrefix(name, "F01 ") {
			own = name
		}
	}
	for sheet, row := range map[string]int{f.GetSheetList()[0]: 4, own: 4} {
		if height, err := f.GetRowHeight(sheet, row); err != nil || height < 70 {
			t.Errorf("%s: row %d with a name of %d letters is %v points high, %v", sheet, row, len(long), height, err)
		}
	}
	merged, err := f.GetMergeCells(own)
	if err != nil || len(merged) != 1 || merged[0].GetStartAxis() != "A2" {
		t.Errorf("the line below the title does not wrap over the sheet: %v, %v", merged, err)
	}
}
