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

const processTable = "processes.tsv"

// A row describes one concept.
type row struct {
	file    string
	line    int
	code    string              // digits of the HS code, or the id of a process
	process bool                // a process, such as casting, and not goods
	links   []string            // of a process: the headings of what it makes or works with, digits only
	terms   map[string][]string // by language; the first is a title
}

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

// title is the first term in each language, without what stands in brackets.
func (r *row) title() event.Text {
	by := make(map[string]string, len(rowLanguages))
	for _, l := range rowLanguages {
		if t := r.terms[l]; len(t) > 0 {
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
	var rows []row
	var faults []string
	for _, name := range names {
		text, err := fs.ReadFile(tables, name)
		if err != nil {
			return nil, err
		}
		columns := headingColumns
		if path.Base(name) == processTable {
			columns = processColumns
		}
		n := 0
		for line := range strings.Lines(string(text)) {
			n++
			line = strings.TrimRight(line, "\r\n")
			cells := strings.Split(line, "\t")
			if n == 1 {
				if !slices.Equal(cells, columns) {
					faults = append(faults, fmt.Sprintf("%s: the first line is %q, not the columns %q", name, cells, columns))
				}
				continue
			}
			if line == "" {
				continue
			}
			if len(cells) != len(columns) {
				faults = append(faults, fmt.Sprintf("%s:%d: %d cells, not %d", name, n, len(cells), len(columns)))
				continue
			}
			rows = append(rows, parseRow(name, n, cells))
		}
	}
	if faults != nil {
		return rows, fmt.Errorf("lexicon tables: %s", strings.Join(faults, "; "))
	}
	return rows, nil
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
