package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/sheet"
)

// A tabled input is a workbook, a zip of CSV files or a folder of them.
type tabled struct {
	data   []byte // nil for a folder
	result *sheet.Result
}

// readTables reads an input that holds tables; nil when it is of another kind, a document for all that can be seen. A
// stream is looked into, a file that is absent left to the reader of documents.
func (p *program) readTables(name string) (*tabled, error) {
	if name == "-" {
		return nil, nil
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, nil // the reader of documents says so
	}
	if info.IsDir() {
		r, err := sheet.ReadFolder(os.DirFS(name), sheet.ReadOptions{Sectors: desk.SheetSectors()})
		if err != nil {
			return nil, inputError{name, pathless(err)}
		}
		return &tabled{result: r}, nil
	}
	switch ending := strings.ToLower(filepath.Ext(name)); {
	case slices.Contains([]string{".csv", ".tsv"}, ending):
		return nil, saidError(p.say("input.csv", lang.Args{"Name": name}))
	case !slices.Contains([]string{".xlsx", ".xlsm", ".xls", ".ods", ".zip"}, ending) && !(info.Mode().IsRegular() && isPacked(name)):
		return nil, nil
	}
	data, err := readLimited(name)
	if err != nil {
		return nil, inputError{name, pathless(err)}
	}
	return &tabled{data, sheet.Read(data, sheet.ReadOptions{Sectors: desk.SheetSectors()})}, nil
}

// isPacked reports whether a file begins as workbooks and zips do, whatever its name is.
func isPacked(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	begin := make([]byte, 4)
	_, err = io.ReadFull(f, begin)
	return err == nil && string(begin) == "PK\x03\x04"
}

// readLimited reads a file, and of one that is too large no more than the reader needs to say so.
func readLimited(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, sheet.Limits{}.Filled().Bytes+1))
}

// notes says on standard error what the reader of tables decided.
func (p *program) notes(name string, r *sheet.Result) {
	for _, n := range r.Notes {
		fmt.Fprintf(p.err, "%s: %s\n", name, oneLine(n.In(p.voice.Language())))
	}
}

// written says on standard error where a result is.
func (p *program) written(name string) {
	if name != "-" {
		fmt.Fprintln(p.err, p.say("convert.written", lang.Args{"Name": name}))
	}
}

// mark writes the copy of an input in which the faulty cells are marked.
func (p *program) mark(name string, t *tabled) error {
	marked, err := sheet.Mark(t.data, t.result, p.voice.Language())
	if err != nil {
		return err
	}
	if err := p.deliver(name, func(w io.Writer) error { _, err := io.Copy(w, bytes.NewReader(marked)); return err }); err != nil {
		return err
	}
	fmt.Fprintln(p.err, p.say("convert.marked.written", lang.Args{"Name": name}))
	return nil
}
