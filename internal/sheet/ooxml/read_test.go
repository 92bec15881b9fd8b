package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"sangdam/internal/sheet/grid"
)

// pack makes a workbook of one sheet from the inside of its worksheet part.
func pack(t testing.TB, worksheet string, more map[string]string) []byte {
	t.Helper()
	parts := map[string]string{
		"[Content_Types].xml":      `<Types/>`,
		"_rels/.rels":              `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="/book/main.xml"/></Relationships>`,
		"book/main.xml":            `<x:workbook xmlns:x="m" xmlns:r="rel"><x:sheets><x:sheet name="표" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
		"book/_rels/main.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="Sheets/one.xml"/><Relationship Id="rId2" Type="http://x/sharedStrings" Target="s.xml"/><Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>`,
		"book/sheets/one.xml":      `<worksheet><sheetData>` + worksheet + `</worksheet>`,
		"book/s.xml":               `<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si></sst>`,
		"book/styles.xml":          `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m"/><numFmt numFmtId="165" formatCode="#,##0&quot;d&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
	}
	for name, text := range more {
		parts[name] = text
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func show(rows []grid.Row) string {
	var b strings.Builder
	for _, row := range rows {
		fmt.Fprintf(&b, "%d:", row.Number)
		for _, c := range row.Cells {
			fmt.Fprintf(&b, " [%s]%d", c.Text, c.Kind)
			if c.Formula {
				b.WriteByte('f')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestWhatCellsHold(t *testing.T) {
	for _, c := range []struct{ name, cells, want string }{
		{"texts", `<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>in</t><rPh><t>x</t></rPh></is></c>`, "1: [plain]0 [rich]0 [a\rb_x0041_]0 [in]0\n"},
		{"no such text", `<c r="A1" t="s"><v>9</v></c><c r="B1" t="s"><v>-1</v></c><c r="C1"><v>1</v></c>`, "1: []0 []0 [1]1\n"},
		{"numbers", `<c><v>1.50</v></c><c s="3"><v>43767</v></c><c s="99"><v>7</v></c>`, "1: [1.50]1 [43767]1 [7]1\n"},
		{"moments", `<c s="1"><v>43767</v></c><c s="2"><v>43767.375</v></c><c s="4"><v>0.375</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c s="1"><v>-1</v></c>`,
			"1: [2019-10-29]3 [2019-10-29 09:00]3 [09:00]3 [1900-02-28]3 [1900-03-01]3 [-1]1\n"},
		{"yes and no", `<c t="b"><v>1</v></c><c t="b"><v>0</v></c>`, "1: [TRUE]2 [FALSE]2\n"},
		{"formulas", `<c><f>1+1</f><v>2</v></c><c t="str"><f>"a"</f><v>a</v></c><c t="str"><f>""</f><v></v></c><c t="e"><f>NA()</f><v>#N/A</v></c><c><f>A1</f></c>`, "1: [2]1f [a]0f []0 [#N/A]4f []5f\n"},
		{"gaps", `<c r="B1"><v>1</v></c><c r="A1"><v>0</v></c><c r="D1"/>`, "1: [0]1 [1]1\n"},
	} {
		grids, err := Read(pack(t, `<row r="1">`+c.cells+`</row></sheetData>`, nil), grid.Limits{})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := show(grids[0].Rows); got != c.want || grids[0].Name != "표" {
			t.Errorf("%s: got %swant %s", c.name, got, c.want)
		}
	}
}

func TestMergedCellsFillDown(t *testing.T) {
	grids, err := Read(pack(t, `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row><row r="9"><c r="C9"><v>4</v></c></row></sheetData>
		<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B9:C9"/><mergeCell ref="?"/></mergeCells>`, nil), grid.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := show(grids[0].Rows), "1: [1]1 [2]1\n2: [1]1 [3]1\n9: [1]1 []0 [4]1\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestHarmIsRefused(t *testing.T) {
	row := `<row r="1"><c r="A1"><v>1</v></c></row>`
	small := grid.Limits{Bytes: 1 << 20, Rows: 10, Columns: 10, Cells: 50}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"no zip", []byte("x"), "not_zip"},
		{"a document under a workbook's name", []byte("\ufeff {\"sangdam\": 1}"), "json"},
		{"nothing", nil, "empty"},
		{"of another office", odsFile(t), "opendocument"},
		{"a zip of something else", pack(t, row, map[string]string{"_rels/.rels": `<x/>`, "book/main.xml": ``}), "no_workbook"},
		{"a password", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), "encrypted"},
		{"the old kind", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..."), "old_xls"},
		{"broken XML", pack(t, `<row r="1"><c`, nil), "broken"},
		{"entities that grow", pack(t, row, map[string]string{"book/s.xml": `<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>`}), "broken"},
		{"a bomb", pack(t, `<row r="1"><c r="A1" t="str"><v>`+strings.Repeat("a", 9<<20)+`</v></c></row>`, nil), "unpacked"},
		{"a bomb of rows", pack(t, strings.Repeat(`<row r="1"/>`, 300_000), nil), "unpacked"},
		{"too large a file", make([]byte, 2<<20), "bytes"},
		{"a row beyond any sheet", pack(t, `<row r="1000000000"><c><v>1</v></c></row>`, nil), "rows"},
		{"a row before the first", pack(t, `<row r="-5"><c><v>1</v></c></row>`, nil), "rows"},
		{"too many rows", pack(t, strings.Repeat(`<row><c><v>1</v></c></row>`, 11), nil), "rows"},
		{"a column far out", pack(t, `<row><c r="ZZZZZZ1"><v>1</v></c></row>`, nil), "columns"},
		{"sparse columns", pack(t, strings.Repeat(`<row><c r="J1"><v>1</v></c></row>`, 6), nil), "cells"},
	} {
		grids, err := Read(c.data, small)
		got := "none"
		if e, ok := errors.AsType[grid.FormatError](err); ok {
			got = e.Why
		}
		if e, ok := errors.AsType[grid.LimitError](err); ok {
			got = e.What
		}
		if got != c.want || grids != nil {
			t.Errorf("%s: refused for %s (%v), want %s", c.name, got, err, c.want)
		}
	}
}

// odsFile is a zip as an OpenDocument spreadsheet is one.
func odsFile(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"} {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLinksToOtherFilesAreNotFollowed(t *testing.T) {
	main := `<workbook><sheets><sheet name="a" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId9"/></externalReferences></workbook>`
	rels := `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../etc/passwd"/><Relationship Id="rId9" Type="x/externalLink" TargetMode="External" Target="file:///etc/passwd"/></Relationships>`
	grids, err := Read(pack(t, "", map[string]string{"book/main.xml": main, "book/_rels/main.xml.rels": rels}), grid.Limits{})
	if err != nil || len(grids) != 1 || len(grids[0].Rows) != 0 || !grids[0].External {
		t.Errorf("got %+v, %v", grids, err)
	}
}

// FuzzRead feeds the worksheet, the strings and the styles with anything: no panic, no more than the limits.
func FuzzRead(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, `<sst><si><t>x</t></si></sst>`, `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`)
	f.Add(`<c r="A1"><f/></c></row><v>1</v></c>`, `</t></si>`, `<numFmt formatCode="[h&quot;"/>`)
	f.Fuzz(func(t *testing.T, worksheet, shared, styles string) {
		grids, err := Read(pack(t, worksheet, map[string]string{"book/s.xml": shared, "book/styles.xml": styles}), grid.Limits{Rows: 100, Columns: 50, Cells: 1000})
		if err != nil {
			return
		}
		cells := 0
		for _, g := range grids {
			for i, row := range g.Rows {
				cells += len(row.Cells)
				if i > 0 && g.Rows[i-1].Number > row.Number {
					t.Fatal("rows are out of order")
				}
			}
		}
		if cells > 2000 {
			t.Fatalf("%d cells are kept", cells)
		}
	})
}
