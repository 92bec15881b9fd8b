package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// The library adds comments to a worksheet only where its parts are called as Excel calls them, drawings/vmlDrawing3.vml
// with comments3.xml, both of one number. Others call them otherwise, openpyxl for one, and then the comments of all sheets
// would go into one part.

const (
	typeOfComments = "/comments"
	typeOfDrawings = "/vmlDrawing"
)

type relationships struct {
	XMLName xml.Name       `xml:"http://schemas.openxmlformats.org/package/2006/relationships Relationships"`
	List    []relationship `xml:"Relationship"`
}

type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr,omitempty"`
}

// withUsualComments returns a workbook with the parts of its comments called as Excel calls them.
func withUsualComments(workbook []byte) ([]byte, error) {
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return nil, err
	}
	names := make(map[string]string) // new ones of parts
	links := make(map[string][]byte) // new contents of relationships
	for _, f := range in.File {
		if path.Dir(f.Name) != "xl/worksheets/_rels" {
			continue
		}
		data, err := partContent(f)
		if err != nil {
			return nil, err
		}
		var rels relationships
		if err := xml.Unmarshal(data, &rels); err != nil {
			return nil, err
		}
		if rels.rename(names) {
			if links[f.Name], err = xml.Marshal(rels); err != nil {
				return nil, err
			}
		}
	}
	for _, f := range in.File {
		for _, name := range names {
			if _, renamed := names[f.Name]; f.Name == name && !renamed {
				return workbook, nil // the name is another part's
			}
		}
	}
	return renameParts(in, names, links)
}

// rename gives the comments of a worksheet, if there are any, and their drawing the next number, and tells so in names.
func (r *relationships) rename(names map[string]string) bool {
	comments, drawing, drawings := -1, -1, 0
	for i, l := range r.List {
		switch {
		case strings.HasSuffix(l.Type, typeOfComments):
			comments = i
		case strings.HasSuffix(l.Type, typeOfDrawings):
			drawing, drawings = i, drawings+1
		}
	}
	if comments < 0 || drawings != 1 { // of two, one is of the page's head
		return false
	}
	number := len(names)/2 + 1
	for at, name := range map[int]string{comments: fmt.Sprintf("comments%d.xml", number), drawing: fmt.Sprintf("drawings/vmlDrawing%d.vml", number)} {
		names[partOf(r.List[at].Target)] = "xl/" + name
		r.List[at].Target = "../" + name
	}
	return true
}

// partOf is the name of the part that a worksheet's relationship points to.
func partOf(target string) string {
	if strings.HasPrefix(target, "/") {
		return target[1:]
	}
	return path.Join("xl/worksheets", target)
}

func renameParts(in *zip.Reader, names map[string]string, links map[string][]byte) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		data, err := partContent(f)
		if err != nil {
			return nil, err
		}
		name := cmp.Or(names[f.Name], f.Name)
		if link, ok := links[f.Name]; ok {
			data = link
		}
		if name == "[Content_Types].xml" {
			for old, now := range names {
				data = bytes.ReplaceAll(data, []byte(`PartName="/`+old+`"`), []byte(`PartName="//`+now+`"`))
			}
			data = bytes.ReplaceAll(data, []byte(`PartName="//`), []byte(`PartName="/`))
		}
		part, err := w.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := part.Write(data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func partContent(f *zip.File) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	limit := Limits{}.Unpacked()
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("%s is larger than %d bytes", f.Name, limit)
	}
	return data, err
}
