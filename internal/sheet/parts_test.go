package sheet

import (
	"archive/zip"
	"bytes"
	"regexp"
	"testing"
)

var (
	commentsPart = regexp.MustCompile(`xl/comments(\d+)\.xml`)
	drawingPart  = regexp.MustCompile(`drawings/vmlDrawing(\d+)\.vml`)
)

// rewritten is a workbook with every part's name and content changed.
func rewritten(t *testing.T, workbook []byte, change func(name string, data []byte) (string, []byte)) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		data, err := partContent(f)
		if err != nil {
			t.Fatal(err)
		}
		name, data := change(f.Name, data)
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func renamedAll(t *testing.T, workbook []byte, change func(string) string) []byte {
	return rewritten(t, workbook, func(name string, data []byte) (string, []byte) { return change(name), []byte(change(string(data))) })
}

func unpacked(t *testing.T, workbook []byte, part string) (content []byte) {
	rewritten(t, workbook, func(name string, data []byte) (string, []byte) {
		if name == part {
			content = data
		}
		return name, data
	})
	return content
}

func replaced(t *testing.T, workbook []byte, part string, content []byte) []byte {
	return rewritten(t, workbook, func(name string, data []byte) (string, []byte) {
		if name == part {
			data = content
		}
		return name, data
	})
}
