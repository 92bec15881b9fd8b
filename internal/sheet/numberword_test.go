package sheet

import (
	"slices"
	"testing"
)

func TestNumbersOfTablesInWords(t *testing.T) {
	for text, want := range map[string]float64{
		"열개": 10, "열 개": 10, "열두 테이블": 12, "스무 개": 20, "스물하나": 21, "서른다섯 석": 35, "한 개": 1, "네 대": 4, "다섯": 5, "십 개": 10, "십이개": 12, "이십 대": 20, "삼십오": 35,
		"ten": 10, "Twelve tables": 12, "十张": 10, "两张桌子": 2, "二十五个": 25, "Десять столов": 10,
	} {
		if v, p := parseTables(text); p != nil || !equal(v, formatNumber(want)) {
			t.Errorf("%q is read as %v, want %v", text, v, want)
		}
	}
	for _, text := range []string{"대회의실", "가, 나", "십십", "일이", "열스물", "tent", "개", "VIP"} {
		if v, _ := parseTables(text); len(v.([]any)) == 0 {
			t.Errorf("%q is read as %v", text, v)
		}
	}
}

func TestANameAloneIsToldToBeOneTable(t *testing.T) {
	for tables, told := range map[string]bool{"대회의실": true, "열개": false, "A1": false, "\"가, 나\"": false, "3": false} {
		r := read(t, map[string]string{"sessions.csv": "id,country,time_zone,dates,tables\ns,CN,Asia/Shanghai,2026-10-29," + tables + "\n"})
		if err := r.Err(); err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(r.Notes, func(n Note) bool { return n.Code == "one_table" && n.Cell == "E2" }); got != told {
			t.Errorf("%s: told %v, want %v", tables, got, told)
		}
	}
}
