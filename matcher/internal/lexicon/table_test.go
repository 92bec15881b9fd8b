package lexicon

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
)

// nomenclature lists the headings of the covered chapters in the edition of 2022 of the Harmonized System, formerly those
// that editions from 2007 on had beside them.
const nomenclature = `2501-2526 2528-2530 2801-2837 2839-2847 2849-2850 2852-2853 3801-3827 3901-3926 4001-4017
	6801-6815 6901-6907 6909-6914 7001-7011 7013-7020 7101-7118 7201-7229 7301-7326 7401-7413 7415 7418-7419 7501-7508
	7601-7616 7801-7802 7804 7806 7901-7905 7907 8001-8003 8007 8101-8113 8201-8215 8301-8311 8401-8468 8470-8487
	8501-8519 8521-8549 8601-8609 8701-8716 8801-8802 8804-8807 8901-8908 9001-9008 9010-9033`

// beyondTable has a row for widely traded goods of other chapters, so that they are not taken for goods of these.
const beyondTable = "beyond.tsv"

const formerly = "2848 6908 8803"

// headings are those of a list, one by one.
func headings(t *testing.T, list string) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for part := range strings.FieldsSeq(list) {
		first, last, ok := strings.Cut(part, "-")
		if !ok {
			last = first
		}
		var from, to int
		if _, err := fmt.Sscan(first+" "+last, &from, &to); err != nil {
			t.Fatal(err)
		}
		for h := from; h <= to; h++ {
			all[fmt.Sprint(h)] = true
		}
	}
	return all
}

func embeddedRows(t *testing.T) []row {
	t.Helper()
	tables, err := fs.Sub(data, "data")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readTables(tables)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestTablesCoverTheNomenclature(t *testing.T) {
	missing := headings(t, nomenclature)
	for _, r := range embeddedRows(t) {
		delete(missing, r.code)
	}
	var list []string
	for h := range missing {
		list = append(list, h)
	}
	slices.Sort(list)
	if len(list) > 0 {
		t.Errorf("no row for %s", strings.Join(list, ", "))
	}
}

func TestTablesAreSound(t *testing.T) {
	known := headings(t, nomenclature+" "+formerly)
	seen := map[string]bool{}
	for _, r := range embeddedRows(t) {
		fault := func(format string, args ...any) {
			t.Helper()
			t.Errorf("%s:%d (%s): %s", r.file, r.line, r.code, fmt.Sprintf(format, args...))
		}
		if seen[r.code] {
			fault("a second row")
		}
		seen[r.code] = true
		switch {
		case r.process:
			for _, l := range r.links {
				if !known[l[:min(4, len(l))]] && !linkedBeyond[l] {
					fault("linked to %s, which is no heading", l)
				}
			}
		case r.file == beyondTable || r.far():
			if len(r.code) != 4 || known[r.code] {
				fault("no heading outside the covered chapters")
			}
		case len(r.code) != 4 && len(r.code) != 6 || !known[r.code[:4]]:
			fault("no heading or subheading of the nomenclature")
		case !strings.HasPrefix(r.file, r.code[:2]):
			fault("in the table of another chapter")
		}
		for _, lang := range rowLanguages {
			if len(r.terms[lang]) == 0 {
				fault("no %s", lang)
			}
			if r.label != nil && len(r.label[lang]) != 1 {
				fault("%d labels in %s, not one", len(r.label[lang]), lang)
			}
			for _, term := range r.terms[lang] {
				if !speaks(term, lang) {
					fault("%q is not %s", term, lang)
				}
			}
		}
	}
}

// linkedBeyond are headings outside the covered chapters that a process may point to: paper and printed designs.
var linkedBeyond = map[string]bool{"3210": true, "4805": true, "4811": true, "4906": true}

// speaks reports whether a term is in the script of a language, or in Latin letters as abbreviations are everywhere.
func speaks(term, lang string) bool {
	for _, c := range term {
		if s := scriptOf(c); s > space && s != latin && s.language() != lang {
			return lang == "ko" && s == han // the Chinese characters that tell Korean homonyms apart
		}
	}
	return true
}

func TestTablesAreTidy(t *testing.T) {
	names, err := fs.Glob(data, "data/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(data, name)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(text)) {
			n++
			if n == 1 || strings.HasSuffix(name, processTable) {
				continue
			}
			_, terms, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			for cell := range strings.SplitSeq(terms, "\t") {
				switch {
				case cell != strings.TrimSpace(cell), strings.Contains(cell, "  "), strings.ContainsAny(cell, "\r\u00a0\u3000"):
					t.Errorf("%s:%d: stray space in %q", name, n, cell)
				case lettersOf(cell) != lettersOf(composed(cell)):
					t.Errorf("%s:%d: %q is not composed, has full-width letters or a dot in a heading", name, n, cell)
				case strings.Contains(cell, ";;"), strings.HasSuffix(cell, ";"):
					t.Errorf("%s:%d: empty term in %q", name, n, cell)
				}
			}
		}
	}
}

// lettersOf is a cell without its punctuation, which may be full-width in Chinese.
func lettersOf(cell string) string {
	return strings.Map(func(c rune) rune {
		if scriptOf(c) > space || unicode.IsDigit(c) || unicode.IsMark(c) {
			return c
		}
		return -1
	}, cell)
}

func TestReadTablesNamesEveryFault(t *testing.T) {
	_, err := readTables(fstest.MapFS{
		"84.tsv":     {Data: []byte("hs\ten\tko\tzh\tru\n8413\tpump\t펌프\t泵\n8414\tfan\t팬\t风扇\tвентилятор\textra\n")},
		"85.tsv":     {Data: []byte("code\ten\tko\tzh\tru\n")},
		"labels.tsv": {Data: []byte("hs\ten\tko\tzh\tru\n8415\tair conditioners\t에어컨\t空调\tкондиционеры\n")},
	})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"84.tsv:2: 4 cells", "84.tsv:3: 6 cells", "85.tsv: the first line", "labels.tsv:2: a label for 8415"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
}
