package delimited

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/korean"
	"pgregory.net/rapid"

	"sangdam/internal/sheet/grid"
)

func texts(g grid.Grid) [][]string {
	var out [][]string
	for _, row := range g.Rows {
		for len(out) < row.Number {
			out = append(out, nil)
		}
		for _, c := range row.Cells {
			out[row.Number-1] = append(out[row.Number-1], c.Text)
		}
	}
	return out
}

func TestEncodingsAndDelimitersAreFoundOut(t *testing.T) {
	cp949, err := korean.EUCKR.NewEncoder().String("기업;이름\nF1;똠방\n")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, data, encoding string
		delimiter            rune
		want                 string
	}{
		{"plain", "a,b\n1,2\n", UTF8, ',', "a|b\n1|2"},
		{"with a mark", "\ufeff기업,이름\r\nF1,나\r\n", UTF8Mark, ',', "기업|이름\nF1|나"},
		{"of Korean Windows", cp949, CP949, ';', "기업|이름\nF1|똠방"},
		{"of Excel as Unicode text", "\xff\xfea\x00\t\x00b\x00", UTF16, '\t', "a|b"},
		{"of Unicode text without its mark", "a\x00\t\x00\x00\xac", UTF16, '\t', "a|가"},
		{"the other way round", "\x00a\x00,\xac\x00", UTF16, ',', "a|가"},
		{"a comma in quotes", "\"a,b,c\";d\n", UTF8, ';', "a,b,c|d"},
		{"told so", "sep=\t\na\tb,c,d\n", UTF8, '\t', "\na|b,c,d"},
		{"one column", "a\n\nb\n", UTF8, ',', "a\n\nb"},
		{"quotes", "\"a\"\"b\nc\",d\"e,\"f\"g\n", UTF8, ',', "a\"b\nc|d\"e|fg"},
		{"old Mac", "a,b\rc,d", UTF8, ',', "a|b\nc|d"},
		{"never closed", "a,\"b\nc", UTF8, ',', "a|b\nc"},
		{"guards", "'=1,''x,'y,=\"007\",'+82\n", UTF8, ',', "=1|'x|'y|007|+82"},
		{"nothing", "", UTF8, ',', ""},
	} {
		g, err := Read(c.name, []byte(c.data), grid.Limits{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var lines []string
		for _, row := range texts(g) {
			lines = append(lines, strings.Join(row, "|"))
		}
		if got := strings.Join(lines, "\n"); got != c.want || g.Encoding != c.encoding || g.Delimiter != c.delimiter {
			t.Errorf("%s: %q in %s with %q, want %q", c.name, got, g.Encoding, g.Delimiter, c.want)
		}
	}
}

func TestWhatIsNoCharacterIsTold(t *testing.T) {
	g, err := Read("x", []byte("a,b\nc,\xff\xff\n"), grid.Limits{})
	if err != nil || !slices.Equal(g.Garbled, []grid.Spot{{Row: 2, Column: 2}}) {
		t.Errorf("got %+v, %v", g.Garbled, err)
	}
}

func TestLimits(t *testing.T) {
	small := grid.Limits{Bytes: 100, Rows: 3, Columns: 4, Cells: 8}
	for data, want := range map[string]string{
		strings.Repeat("a", 101): "bytes", "a\nb\nc\nd\n": "rows", "a,b,c,d,e\n": "columns", "a,b,c\na,b,c\na,b,c\n": "cells",
	} {
		if _, err := Read("x", []byte(data), small); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	odd := rapid.OneOf(rapid.SampledFrom([]string{"=1", "+1", "'x", "'=x", "", `="1"`, `"`, "a\nb", " a ", "\t", "＝1", "a;b", "sep=;", "\r\n", "'\r\n", "\r\r\n"}), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.SliceOfN(odd, 2, 5), 1, 5).Draw(t, "rows")
		for i := range rows {
			rows[i] = append([]string{"first"}, rows[i]...)
		}
		var b bytes.Buffer
		if err := Write(&b, rows); err != nil {
			t.Fatal(err)
		}
		g, err := Read("x", b.Bytes(), grid.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range texts(g) {
			want := slices.Clone(rows[i])
			for j, s := range want {
				want[j] = strings.ReplaceAll(s, "\r\n", "\n")
			}
			for len(want) > 0 && want[len(want)-1] == "" {
				want = want[:len(want)-1]
			}
			if !slices.Equal(row, want) {
				t.Fatalf("row %d is %q, was %q", i, row, want)
			}
		}
		others := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff")))
		others.FieldsPerRecord = -1
		seen, err := others.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, cell := range slices.Concat(seen...) {
			if strings.HasPrefix(cell, "=") {
				t.Fatalf("a formula leaves: %q", cell)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("a,b\n\"c\nd\",'=e\n"))
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("\xb0\xa1;\xb3\xaa\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		g, err := Read("x", data, grid.Limits{Rows: 100, Columns: 50, Cells: 1000})
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := Write(&b, texts(g)); err != nil {
			t.Fatal(err)
		}
	})
}
