// Package ooxml reads the tables of an Excel workbook (.xlsx, ECMA-376) as it stands, in one pass, with limits. It opens
// nothing but the workbook, runs no formula and no macro, and follows no link: what a cell shows is what its file says
// that it showed last.
//
// It is narrower than a general library on purpose: a reader of what strangers send needs to know formulas from values,
// dates from numbers and how much it has unpacked, and needs neither styles nor charts.
package ooxml

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"sangdam/internal/sheet/grid"
)

// Read returns the sheets of a workbook in their order. A file that is no workbook is a grid.FormatError, one beyond the
// limits a grid.LimitError. O(size unpacked).
func Read(data []byte, limits grid.Limits) ([]grid.Grid, error) {
	limits = limits.Filled()
	if int64(len(data)) > limits.Bytes {
		return nil, grid.LimitError{What: "bytes", Limit: limits.Bytes}
	}
	if err := compound(data); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case len(data) == 0:
		return nil, grid.FormatError{Why: "empty"}
	case err != nil && isJSON(data):
		return nil, grid.FormatError{Why: "json", Err: err}
	case err != nil:
		return nil, grid.FormatError{Why: "not_zip", Err: err}
	}
	b := &book{parts: make(map[string]*zip.File), left: limits.Unpacked(), cells: limits.Cells, limits: limits}
	for _, f := range archive.File {
		b.parts[strings.ToLower(strings.TrimPrefix(path.Clean("/"+f.Name), "/"))] = f
	}
	return b.read()
}

// isJSON tells a JSON document by its first letter.
func isJSON(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n"), []byte("{"))
}

// compound tells a workbook with a password and one of the format before 2007, which are of another container.
func compound(data []byte) error {
	if !bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return nil
	}
	if bytes.Contains(data, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")) {
		return grid.FormatError{Why: "encrypted"}
	}
	return grid.FormatError{Why: "old_xls"}
}

// A book is a workbook being read.
type book struct {
	parts  map[string]*zip.File // by lower-case path
	limits grid.Limits
	left   int64 // bytes that may still be unpacked
	cells  int   // cells that may still be kept

	shared   []string
	formats  []format // by style
	date1904 bool
	external bool
}

func (b *book) read() ([]grid.Grid, error) {
	root := b.workbookPath()
	if b.parts[strings.ToLower(root)] == nil {
		if b.parts["mimetype"] != nil && b.parts["content.xml"] != nil {
			return nil, grid.FormatError{Why: "opendocument"}
		}
		return nil, grid.FormatError{Why: "no_workbook"}
	}
	targets, err := b.relations(root)
	if err != nil {
		return nil, err
	}
	sheets, err := b.workbook(root)
	if err != nil {
		return nil, err
	}
	for _, t := range targets {
		switch t.kind {
		case "sharedStrings":
			err = b.sharedStrings(t.path)
		case "styles":
			err = b.styles(t.path)
		}
		if err != nil {
			return nil, err
		}
	}
	var grids []grid.Grid
	for _, s := range sheets {
		t, ok := targets[s.relation]
		if !ok || t.kind != "worksheet" {
			continue // a chart or a macro sheet
		}
		rows, err := b.worksheet(s.name, t.path)
		if err != nil {
			return nil, err
		}
		grids = append(grids, grid.Grid{Name: s.name, Rows: rows, External: b.external})
	}
	if len(grids) == 0 {
		return nil, grid.FormatError{Why: "no_workbook"}
	}
	return grids, nil
}

// A target is what a relation of the workbook points to.
type target struct{ kind, path string }

// workbookPath finds the main part: as the package says, or where every program puts it.
func (b *book) workbookPath() string {
	const usual = "xl/workbook.xml"
	found := usual
	err := b.elements("_rels/.rels", func(e element) error {
		if e.name == "Relationship" && strings.HasSuffix(e.attr("Type"), "/officeDocument") {
			found = strings.TrimPrefix(path.Clean("/"+e.attr("Target")), "/")
		}
		return nil
	})
	if err != nil {
		return usual
	}
	return found
}

// relations returns what the relations of a part point to, by their id. Those that lead outside are left out.
func (b *book) relations(part string) (map[string]target, error) {
	folder, file := path.Split(part)
	targets := make(map[string]target)
	err := b.elements(folder+"_rels/"+file+".rels", func(e element) error {
		if e.name != "Relationship" || e.attr("TargetMode") == "External" {
			return nil
		}
		at := e.attr("Target")
		if !strings.HasPrefix(at, "/") {
			at = folder + at
		}
		targets[e.attr("Id")] = target{path.Base(e.attr("Type")), strings.TrimPrefix(path.Clean("/"+at), "/")}
		return nil
	})
	return targets, err
}

// A listed sheet is one that the workbook names.
type listed struct{ name, relation string }

func (b *book) workbook(part string) ([]listed, error) {
	var sheets []listed
	err := b.elements(part, func(e element) error {
		switch e.name {
		case "sheet":
			sheets = append(sheets, listed{e.attr("name"), e.attr("id")})
		case "workbookPr":
			b.date1904 = e.attr("date1904") == "1" || e.attr("date1904") == "true"
		case "externalReference":
			b.external = true
		}
		return nil
	})
	return sheets, err
}

// An element is the start of one, its prefix left out.
type element struct {
	name  string
	attrs []xml.Attr
}

func (e element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// elements calls f for the start of every element of a part. A part that is not there has none.
func (b *book) elements(part string, f func(element) error) error {
	return b.tokens(part, func(token xml.Token) error {
		if start, ok := token.(xml.StartElement); ok {
			return f(element{start.Name.Local, start.Attr})
		}
		return nil
	})
}

// tokens calls f for every token of a part, in order. Names carry their prefix apart, so that any prefix will do.
// Entities other than those of XML itself are an error, so none can grow.
func (b *book) tokens(part string, f func(xml.Token) error) error {
	file := b.parts[strings.ToLower(part)]
	if file == nil {
		return nil
	}
	in, err := file.Open()
	if err != nil {
		return grid.FormatError{Why: "broken", Err: err}
	}
	defer in.Close()
	counted := &counter{in: in, left: &b.left, part: part, limit: b.limits.Unpacked()}
	decoder := xml.NewDecoder(counted)
	for {
		token, err := decoder.RawToken()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			if limit, ok := errors.AsType[grid.LimitError](err); ok {
				return limit
			}
			return grid.FormatError{Why: "broken", Err: err}
		}
		if err := f(token); err != nil {
			return err
		}
	}
}

// A counter stops a part that unpacks to more than is left for the whole workbook, whatever its header claims, and one
// with a text longer than any cell's, which the parser would hold in memory several times over.
type counter struct {
	in    io.Reader
	left  *int64
	run   int // bytes since the last tag began
	part  string
	limit int64
}

// longestRun is far more than a cell holds, 32,767 characters of at most 12 bytes each.
const longestRun = 1 << 20

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	if tag := bytes.LastIndexByte(p[:n], '<'); tag >= 0 {
		c.run = n - tag
	} else {
		c.run += n
	}
	if *c.left -= int64(n); *c.left < 0 || c.run > longestRun {
		return n, grid.LimitError{What: "unpacked", Where: c.part, Limit: c.limit}
	}
	return n, err
}

// inOrder sorts rows by number where a file does not, the first of two with one number first.
func inOrder(rows []grid.Row) []grid.Row {
	slices.SortStableFunc(rows, func(a, b grid.Row) int { return cmp.Compare(a.Number, b.Number) })
	return rows
}
