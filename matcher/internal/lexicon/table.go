package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"sangdam/event"
)

//go:embed data/*.tsv
var data embed.FS

// The columns of a table, in the order of its header line; the table of processes has one more.
var (
	headingColumns = []string{"hs", "en", "ko", "zh", "ru"}
	processColumns = []string{"id", "hs-list", "en", "ko", "zh", "ru"}
)

const (
	processTable = "processes.tsv"
	labelTable   = "labels.tsv" // a short name in each language, for rows whose title is too long to say
	farTable     = "far.tsv"    // headings far from the trades that the tables are for, one row each
)

// A row describes one concept.
type row struct {
	file    string
	line    int
	code    string              // digits of the HS code, or the id of a process
	process bool                // a process, such as casting, and not goods
	links   []string            // of a process: the headings of what it makes or works with, digits only
	terms   map[string][]string // by language; the first is a title
	label   map[string][]string // by language, one short name; nil: the title will do
}

// far reports whether a row is for goods that delegations of machinery seldom bring: food, clothing, furniture.
func (r *row) far() bool { return path.Base(r.file) == farTable }

// rowLanguages are the languages of a table, in the order of its columns.
var rowLanguages = []string{"en", "ko", "zh", "ru"}

// digits is an HS code without its dots.
func digits(code string) string { return strings.ReplaceAll(code, ".", "") }

// dotted is an HS code as people write it: 8412, 8412.21.
func dotted(code string) string {
	if len(code) > 4 {
		return code[:4] + "." + code[4:]
	}
	return code
}

// name is the label in each language, or else the first term, without what stands in brackets.
func (r *row) name() event.Text {
	terms := r.terms
	if r.label != nil {
		terms = r.label
	}
	by := make(map[string]string, len(rowLanguages))
	for _, l := range rowLanguages {
		if t := terms[l]; len(t) > 0 {
			by[l] = inBrackets.ReplaceAllString(t[0], "")
		}
	}
	return event.Text{By: by}
}

var inBrackets = regexp.MustCompile(`\s*[(（\[][^)）\]]*[)）\]]`)

// readTables parses every table, in the order of their names. The error names each line that is not as it should be.
func readTables(tables fs.FS) ([]row, error) {
	names, err := fs.Glob(tables, "*.tsv")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var rows, labels []row
	var faults []string
	for _, name := range names {
		text, err := fs.ReadFile(tables, name)
		if err != nil {
			return nil, err
		}
		read, wrong := readTable(name, string(text))
		faults = append(faults, wrong...)
		if path.Base(name) == labelTable {
			labels = read
		} else {
			rows = append(rows, read...)
		}
	}
	faults = append(faults, attach(labels, rows)...)
	if faults != nil {
		return rows, fmt.Errorf("lexicon tables: %s", strings.Join(faults, "; "))
	}
	return rows, nil
}

// readTable parses one table, and lists what is wrong with it.
func readTable(name, text string) (rows []row, faults []string) {
	columns := headingColumns
	if path.Base(name) == processTable {
		columns = processColumns
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		cells := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		switch {
		case n == 1 && !slices.Equal(cells, columns):
			faults = append(faults, fmt.Sprintf("%s: the first line is %q, not the columns %q", name, cells, columns))
		case n == 1:
		case len(cells) != len(columns):
			faults = append(faults, fmt.Sprintf("%s:%d: %d cells, not %d", name, n, len(cells), len(columns)))
		default:
			rows = append(rows, parseRow(name, n, cells))
		}
	}
	return rows, faults
}

// attach gives rows their labels, and lists the labels that no row is for.
func attach(labels, rows []row) (faults []string) {
	at := make(map[string]int, len(rows))
	for i := range rows {
		at[rows[i].code] = i
	}
	for _, l := range labels {
		i, ok := at[l.code]
		if !ok {
			faults = append(faults, fmt.Sprintf("%s:%d: a label for %s, which has no row", l.file, l.line, l.code))
			continue
		}
		rows[i].label = l.terms
	}
	return faults
}

func parseRow(file string, line int, cells []string) row {
	r := row{file: file, line: line, code: cells[0], terms: make(map[string][]string, len(rowLanguages))}
	if len(cells) == len(processColumns) {
		r.process = true
		for _, code := range strings.Split(cells[1], ";") {
			if code = digits(strings.TrimSpace(code)); code != "" {
				r.links = append(r.links, code)
			}
		}
		cells = cells[1:]
	} else {
		r.code = digits(r.code)
	}
	for i, l := range rowLanguages {
		for term := range strings.SplitSeq(cells[1+i], ";") {
			if term = strings.TrimSpace(term); term != "" {
				r.terms[l] = append(r.terms[l], term)
			}
		}
	}
	return r
}
