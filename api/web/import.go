package web

import (
	"cmp"
	"io"
	"strconv"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/sheet"
)

// An importView tells what was found in a file that was handed in.
type importView struct {
	File    string
	Faults  []faultRow
	Marks   bool // the file is a workbook: a copy with marks can be had
	Notes   []string
	Name    string // of the event in it
	Counts  []int  // sessions, firms, buyers
	Version uint64 // of the event that it would replace
	Changes []changeRow
	More    int // changes beyond those listed
}

// A faultRow is a fault of a file: where, what, and what would be right.
type faultRow struct{ Where, Problem, Want string }

// A changeRow is what a file would change.
type changeRow struct{ Kind, What, Name, Field, Old, New string }

// maxChanges is the number of changes that are listed one by one.
const maxChanges = 200

// importFile is POST /import: the file is read and what it would do is shown; a new event is taken in at once, one that is
// there is replaced only when confirm has the version that the difference was shown against.
func (r *request) importFile() error {
	name, data, err := r.upload()
	if err != nil {
		return err
	}
	opt := desk.ImportOptions{DryRun: true}
	if version, err := strconv.ParseUint(r.PostForm("confirm"), 10, 64); err == nil && version > 0 {
		opt = desk.ImportOptions{IfVersion: version}
	}
	result, err := r.desk.Import(r.Request.Context(), r.caller, data, opt)
	if err == nil && opt.DryRun && result.Created {
		opt = desk.ImportOptions{}
		result, err = r.desk.Import(r.Request.Context(), r.caller, data, opt)
	}
	if err != nil {
		return err
	}
	if len(result.Faults) == 0 && !opt.DryRun {
		return r.to(eventPath(result.Event.ID, "matches"))
	}
	return r.part("start", "result", r.importView(name, data, result))
}

func (r *request) importView(name string, data []byte, result desk.ImportResult) *importView {
	v := &importView{File: name, Version: result.Version, Marks: len(data) > 1 && string(data[:2]) == "PK"}
	for _, f := range result.Faults {
		where := f.Where(r.voice.Language())
		if f.Sheet == "" && f.File == "" && f.Location != "" {
			where = f.Location
			if f.Row > 0 {
				where = r.voice.Say("web.import.line", lang.Args{"Line": f.Row}) + " · " + f.Location
			}
		}
		v.Faults = append(v.Faults, faultRow{where, r.voice.Text(f.Problem), r.voice.Text(f.Want)})
	}
	for _, n := range result.Notes {
		v.Notes = append(v.Notes, n.In(r.voice.Language()))
	}
	if ev := result.Event; ev != nil {
		v.Name, v.Counts = cmp.Or(r.voice.Text(ev.Name), ev.ID), []int{len(ev.Sessions), len(ev.Firms), len(ev.Buyers)}
	}
	for i, c := range result.Changes {
		if i == maxChanges {
			v.More = len(result.Changes) - maxChanges
			break
		}
		v.Changes = append(v.Changes, r.changeRow(c))
	}
	return v
}

func (r *request) changeRow(c sheet.Change) changeRow {
	row := changeRow{Kind: c.Kind, What: r.voice.Text(c.Title), Name: cmp.Or(r.voice.Text(c.Name), c.ID), Field: r.voice.Text(c.Label)}
	row.Old, row.New = apart(c.Old, c.New, r.voice.Language())
	return row
}

// apart returns a text before and after a change as a reader of a language reads it. Where both are the same to that reader, because it
// is another language in which they differ, they are told as they stand in the first such language, with its name.
func apart(old, current event.Text, language string) (before, after string) {
	before, after = old.In(language), current.In(language)
	if before != after {
		return before, after
	}
	for _, code := range event.Languages {
		if was, is := old.By[code], current.By[code]; was != is {
			label := languageName(language, code) + ": "
			return label + cmp.Or(was, "–"), label + cmp.Or(is, "–")
		}
	}
	return before, after
}

// marked is POST /import/marked: the workbook with its faults marked in the cells.
func (r *request) marked() error {
	_, data, err := r.upload()
	if err != nil {
		return err
	}
	out, err := r.desk.Marked(r.caller, data, r.voice.Language())
	if err != nil {
		return err
	}
	r.attach("sangdam-marked.xlsx", workbookType, out)
	return nil
}

// upload returns the file of the form.
func (r *request) upload() (name string, data []byte, err error) {
	header, err := r.FormFile("file")
	if err != nil {
		return "", nil, err
	}
	file, err := header.Open()
	if err != nil {
		return "", nil, err
	}
	defer file.Close()
	data, err = io.ReadAll(file)
	return header.Filename, data, err
}
