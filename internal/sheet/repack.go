package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"
)

// repack writes a workbook with its parts in a fixed order, those first that a reader needs first: the library writes them
// in an order that changes from run to run. Nothing is packed anew.
func repack(w io.Writer, workbook []byte) error {
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return err
	}
	rank := func(f *zip.File) int {
		if at := slices.Index([]string{"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}, f.Name); at >= 0 {
			return at
		}
		return len(in.File)
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Name, b.Name))
	})
	out := zip.NewWriter(w)
	for _, f := range in.File {
		if err := out.Copy(f); err != nil {
			return err
		}
	}
	return out.Close()
}
