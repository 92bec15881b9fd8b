package cli

import (
	"strings"
	"testing"
)

func sample() *table {
	t := &table{columns: []column{{title: "ID"}, {title: "이름", shrink: true}, {title: "Счёт", right: true}}}
	t.add("F01", "진주정밀", "0,83")
	t.add("B2", "长沙工程机械有限公司", "1")
	t.add("B003", "ООО «Пример»", "12,5")
	return t
}

func TestTableLinesUpWideCharacters(t *testing.T) {
	var b strings.Builder
	if err := sample().write(&b, 0); err != nil {
		t.Fatal(err)
	}
	want := `ID    이름                  Счёт
----  --------------------  ----
F01   진주정밀              0,83
B2    长沙工程机械有限公司     1
B003  ООО «Пример»          12,5
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestTableFitsTheTerminal(t *testing.T) {
	var b strings.Builder
	if err := sample().write(&b, 25); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if w := cells.StringWidth(strings.TrimRight(line, "\n")); w > 25 {
			t.Errorf("%d cells in %q", w, line)
		}
	}
	if !strings.Contains(b.String(), "长沙工程机械…") {
		t.Errorf("the widest column is not cut with an ellipsis:\n%s", b.String())
	}
	if !strings.Contains(b.String(), "B003") || !strings.Contains(b.String(), "12,5") {
		t.Errorf("a column that may not shrink is cut:\n%s", b.String())
	}
}

func TestTableIsNotCommandedByNames(t *testing.T) {
	tab := &table{columns: []column{{title: "a"}, {title: "b"}}}
	tab.add("two\nlines\tand \x1b[31mred", "x")
	var b strings.Builder
	if err := tab.write(&b, 0); err != nil {
		t.Fatal(err)
	}
	if strings.Count(b.String(), "\n") != 3 || strings.ContainsAny(b.String(), "\t\x1b") {
		t.Errorf("got %q", b.String())
	}
}
