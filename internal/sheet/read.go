package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"sangdam/internal/sheet/delimited"
	"sangdam/internal/sheet/grid"
	"sangdam/internal/sheet/ooxml"
)

// Limits keep a file from taking more than its share; the zero value means the defaults, several times the largest
// event known.
type Limits = grid.Limits

// ReadOptions say how to read. The zero value will do.
type ReadOptions struct {
	Limits Limits
	// Sectors are those that need not be in the file; with some, names of sectors are read as their ids, and a word that is
	// neither is noted. Default: none.
	Sectors []Sector
}

// Read reads an event from a workbook or from a zip of CSV files, whichever the data is. What is wrong with the file is in
// Result.Faults, also that it is no such file at all.
func Read(data []byte, opt ReadOptions) *Result {
	if isZipOfTables(data) {
		return ReadZip(data, opt)
	}
	return ReadWorkbook(data, opt)
}

// ReadWorkbook reads an event from an Excel workbook (.xlsx).
func ReadWorkbook(data []byte, opt ReadOptions) *Result {
	grids, err := ooxml.Read(data, opt.Limits)
	if err != nil {
		return refused(err)
	}
	return assemble(grids, nil, opt)
}

// ReadFolder reads an event from the CSV files of a folder; files in folders below it are left alone. The error is one of
// reading the folder.
func ReadFolder(folder fs.FS, opt ReadOptions) (*Result, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, err
	}
	var files []textFile
	left := opt.Limits.Unpacked()
	for _, entry := range entries {
		if entry.IsDir() || strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		f := textFile{name: entry.Name()}
		if isTable(entry.Name()) {
			in, err := folder.Open(entry.Name())
			if err != nil {
				return nil, err
			}
			f.data, err = readUpTo(in, &left)
			if err := errors.Join(err, in.Close()); err != nil {
				if limit, ok := errors.AsType[grid.LimitError](err); ok {
					return refused(limit), nil
				}
				return nil, err
			}
		}
		files = append(files, f)
	}
	return readFiles(files, opt), nil
}

// ReadZip reads an event from a zip of CSV files, in whatever folders they are.
func ReadZip(data []byte, opt ReadOptions) *Result {
	if int64(len(data)) > opt.Limits.Filled().Bytes {
		return refused(grid.LimitError{What: "bytes", Limit: opt.Limits.Filled().Bytes})
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case len(data) == 0:
		return refused(grid.FormatError{Why: "empty"})
	case err != nil:
		return refused(grid.FormatError{Why: "not_zip", Err: err})
	}
	var files []textFile
	left := opt.Limits.Unpacked()
	for _, entry := range archive.File {
		name := path.Base(strings.ReplaceAll(entry.Name, `\`, "/"))
		if entry.FileInfo().IsDir() || strings.HasPrefix(name, ".") || strings.HasPrefix(entry.Name, "__MACOSX/") {
			continue
		}
		f := textFile{name: name}
		if isTable(name) {
			in, err := entry.Open()
			if err == nil {
				f.data, err = readUpTo(in, &left)
				in.Close()
			}
			if err != nil {
				if limit, ok := errors.AsType[grid.LimitError](err); ok {
					return refused(limit)
				}
				return refused(grid.FormatError{Why: "broken", Err: err})
			}
		}
		files = append(files, f)
	}
	return readFiles(files, opt)
}

// A textFile is one file of a folder; data is nil for one that is no table.
type textFile struct {
	name string
	data []byte
}

func readFiles(files []textFile, opt ReadOptions) *Result {
	slices.SortFunc(files, func(a, b textFile) int { return strings.Compare(a.name, b.name) })
	var grids []grid.Grid
	var others []string
	for _, f := range files {
		if f.data == nil {
			others = append(others, f.name)
			continue
		}
		g, err := delimited.Read(strings.TrimSuffix(f.name, path.Ext(f.name)), f.data, opt.Limits)
		if err != nil {
			return refused(err)
		}
		g.File = f.name
		grids = append(grids, g)
	}
	if len(grids) == 0 {
		return refused(grid.FormatError{Why: "no_table"})
	}
	return assemble(grids, others, opt)
}

// readUpTo reads a file of at most what is left, and takes it off.
func readUpTo(in io.Reader, left *int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, *left+1))
	if err != nil {
		return nil, err
	}
	if *left -= int64(len(data)); *left < 0 {
		return nil, grid.LimitError{What: "unpacked", Limit: grid.Limits{}.Unpacked()}
	}
	if data == nil {
		data = []byte{}
	}
	return data, nil
}

func isTable(name string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".txt"}, strings.ToLower(path.Ext(name)))
}

// isZipOfTables tells a zip that holds tables and no workbook.
func isZipOfTables(data []byte) bool {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	tables := false
	for _, f := range archive.File {
		if strings.EqualFold(path.Base(f.Name), "workbook.xml") || f.Name == "[Content_Types].xml" {
			return false
		}
		tables = tables || isTable(f.Name)
	}
	return tables
}

// refused is the result for a file that is not read at all.
func refused(err error) *Result {
	f := Fault{Code: "unreadable"}
	if limit, ok := errors.AsType[grid.LimitError](err); ok {
		n := limit.Limit
		if limit.What == "bytes" || limit.What == "unpacked" {
			n >>= 20
		}
		f.Code, f.Sheet = "too_large", limit.Where
		f.Problem = say("sheet.fault.too_many_"+limit.What+".problem", args{"Limit": int(n)})
		f.Want = say("sheet.fault.too_many.want", nil)
		return &Result{Faults: Faults{f}}
	}
	why := "broken"
	if format, ok := errors.AsType[grid.FormatError](err); ok {
		why = format.Why
	}
	f.Problem, f.Want = say("sheet.fault."+why+".problem", nil), say("sheet.fault."+why+".want", nil)
	return &Result{Faults: Faults{f}}
}
