package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestFaultyCellsAreMarked(t *testing.T) {
	f := template(t, WriteOptions{})
	typeRows(t, f, "행사", []any{"e"})
	typeRows(t, f, "바이어", []any{"B1", nil, nil, "아틀란티스"}, []any{"B1", nil, nil, "CN"})
	if err := f.AddComment("바이어", excelize.Comment{Cell: "A4", Author: "me", Paragraph: []excelize.RichTextRun{{Text: "my own"}}}); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	r := ReadWorkbook(b.Bytes(), ReadOptions{})
	if len(r.Faults) != 2 {
		t.Fatalf("the faults: %v", r.Faults)
	}
	marked, err := Mark(b.Bytes(), r, "ko")
	if err != nil {
		t.Fatal(err)
	}
	checkMarked(t, marked, "바이어", "D3", "아틀란티스")
	checkMarked(t, marked, "바이어", "A4", "my own\n\n'B1'은 바이어 A3에서 이미 쓰였습니다")
	again := ReadWorkbook(marked, ReadOptions{})
	if len(again.Faults) != 2 || again.Faults[0].Cell != r.Faults[0].Cell {
		t.Errorf("the marked copy is read otherwise: %v", again.Faults)
	}
}

func checkMarked(t *testing.T, workbook []byte, sheet, cell, text string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := f.GetStyle(id)
	if err != nil || len(style.Fill.Color) != 1 || style.Fill.Color[0] != markColour {
		t.Errorf("%s %s is not coloured: %+v, %v", sheet, cell, style.Fill, err)
	}
	comments, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range comments {
		if c.Cell == cell {
			if !strings.Contains(commentText(c), text) {
				t.Errorf("%s %s says %q, want %q", sheet, cell, commentText(c), text)
			}
			return
		}
	}
	t.Errorf("%s %s has no comment", sheet, cell)
}

func TestFaultyTextFilesAreMarkedInAWorkbook(t *testing.T) {
	r := read(t, map[string]string{"firms.csv": "id,capacity_usd\nF1,a lot\n", "buyers.csv": "-"})
	marked, err := Mark(nil, r, "en")
	if err != nil {
		t.Fatal(err)
	}
	checkMarked(t, marked, "firms", "B2", "'a lot' is not a number")
	checkMarked(t, marked, "event", "A1", "the sheet 'Buyers' is missing")
	if _, err := Mark(nil, Read([]byte("x"), ReadOptions{}), "en"); err == nil {
		t.Error("what cannot be read is marked")
	}
}
