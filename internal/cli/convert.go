package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/sheet"
)

func (p *program) convertCommand() *cobra.Command {
	var headings codes
	var marked string
	cmd := &cobra.Command{
		Use:     "convert IN OUT",
		Short:   p.say("convert.short"),
		Long:    p.say("convert.long"),
		Example: "  sangdam convert event.xlsx event.json\n  sangdam convert event.json event.xlsx --languages ko,en\n  sangdam convert event.json tables\n  sangdam convert wrong.xlsx event.json --marked marked.xlsx",
		Args:    p.arguments("IN", "OUT"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, in, out := cmd.Context(), args[0], args[1]
			if err := p.canWrite(out, foreignKinds, ".json, .xlsx, .zip"); err != nil {
				return err
			}
			ev, extras, err := p.readMarking(ctx, in, marked)
			if err != nil {
				return err
			}
			p.showChanges(ctx, out, ev)
			if err := p.writeEvent(out, ev, p.asSheets(headings, extras)); err != nil {
				return err
			}
			p.written(out)
			return nil
		},
	}
	cmd.Flags().Var(headings.among(event.Languages), "languages", p.say("convert.languages"))
	cmd.Flags().StringVar(&marked, "marked", "", p.say("convert.marked"))
	return cmd
}

// readMarking reads an event of any form, with the columns that a document has no place for; of tables with faults it
// writes the marked copy, when one is asked for.
func (p *program) readMarking(ctx context.Context, name, marked string) (*event.Event, []sheet.Extra, error) {
	if p.isKept(name) {
		ev, err := p.readKeptEvent(ctx, name)
		return ev, nil, err
	}
	t, err := p.readTables(name)
	if err != nil {
		return nil, nil, err
	}
	if t == nil {
		ev, err := readDocument(p, name, event.ReadEvent)
		return ev, nil, err
	}
	p.notes(name, t.result)
	err = t.result.Err()
	if err == nil {
		return t.result.Event, t.result.Extras, nil
	}
	err = inputError{name, err}
	if marked != "" {
		err = errors.Join(err, p.mark(marked, t))
	}
	return nil, nil, err
}

// shownChanges is how many changes are told one by one.
const shownChanges = 50

// showChanges tells what is about to change in an output that holds an event already.
func (p *program) showChanges(ctx context.Context, name string, ev *event.Event) {
	if name == "-" {
		return
	}
	if _, err := os.Stat(name); err != nil {
		return
	}
	quiet := *p
	quiet.err = io.Discard
	old, _, err := quiet.readMarking(ctx, name, "")
	if err != nil {
		return
	}
	changes := sheet.Difference(old, ev)
	if len(changes) == 0 {
		fmt.Fprintln(p.err, p.say("convert.same", lang.Args{"Name": name}))
		return
	}
	fmt.Fprintln(p.err, p.count("convert.changes", len(changes), lang.Args{"Name": name}))
	for i, c := range changes {
		if i == shownChanges {
			fmt.Fprintln(p.err, "  "+p.say("convert.change.more", lang.Args{"Count": len(changes) - i}))
			break
		}
		fmt.Fprintln(p.err, "  "+oneLine(p.changeLine(c)))
	}
}

// changeLine is, for one, "changed Buyers C01 (Hunan Yueheng): Volume a year (USD) 3200000 → 3300000".
func (p *program) changeLine(c sheet.Change) string {
	kind := map[string]string{
		"added": p.say("convert.change.added"), "removed": p.say("convert.change.removed"), "changed": p.say("convert.change.changed"),
	}[c.Kind]
	line := kind + " " + p.voice.Text(c.Title) + " " + c.ID
	if name := p.voice.Text(c.Name); name != "" {
		line += " (" + name + ")"
	}
	switch {
	case c.Kind != "changed":
	case c.Field == "":
		line += ": " + p.say("convert.change.order")
	default:
		line += ": " + p.voice.Text(c.Label) + " " + sides(p.voice.Text(c.Old), p.voice.Text(c.New))
	}
	return line
}

func sides(old, now string) string {
	const longest = 60
	cut := func(s string) string {
		if r := []rune(s); len(r) > longest {
			return string(r[:longest]) + "…"
		}
		if s == "" {
			return "∅"
		}
		return s
	}
	return cut(old) + " → " + cut(now)
}

// writeEvent writes an event in the form that the name asks for.
func (p *program) writeEvent(name string, ev *event.Event, opt sheet.WriteOptions) error {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".json":
		return p.deliver(name, ev.Write)
	case ".xlsx":
		return p.deliver(name, func(w io.Writer) error { return sheet.WriteWorkbook(w, ev, opt) })
	case ".zip":
		return p.deliver(name, func(w io.Writer) error { return sheet.WriteZip(w, ev, opt) })
	}
	if name == "-" {
		return p.deliver(name, ev.Write)
	}
	return writeTables(name, ev, opt)
}

// asSheets are the options for an event written as tables, with headings in the languages asked for.
func (p *program) asSheets(headings codes, extras []sheet.Extra) sheet.WriteOptions {
	return sheet.WriteOptions{Languages: p.headings(headings), Extras: extras, Sectors: desk.SheetSectors()}
}

// foreignKinds end the names of files of office programs; a folder of CSV files of such a name is never what is meant.
var foreignKinds = []string{".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".doc", ".docx", ".pdf", ".hwp", ".hwpx", ".htm", ".html", ".xml"}

// canWrite tells early when a name asks for a kind of file that is not written, rather than to write another kind under it.
func (p *program) canWrite(name string, foreign []string, known string) error {
	if info, err := os.Stat(name); err == nil && info.IsDir() || !slices.Contains(foreign, strings.ToLower(filepath.Ext(name))) {
		return nil
	}
	return saidError(p.say("output.kind", lang.Args{"Name": name, "Known": known}))
}

// writeTables writes a folder of CSV files, in the place of those of an event that was there; other files stay.
func writeTables(dir string, ev *event.Event, opt sheet.WriteOptions) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	there := make(map[string]bool)
	err := sheet.WriteTables(func(name string) (io.WriteCloser, error) {
		there[name] = true
		f, err := os.CreateTemp(dir, "."+name+".*")
		if err != nil {
			return nil, err
		}
		return &renamed{f, filepath.Join(dir, name)}, nil
	}, ev, opt)
	if err != nil {
		return err
	}
	for _, s := range sheet.Sheets() {
		if name := s.Key + ".csv"; !there[name] {
			if err := os.Remove(filepath.Join(dir, name)); err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
		}
	}
	return nil
}

// A renamed file takes its name when it is closed, whole.
type renamed struct {
	*os.File
	name string
}

func (r *renamed) Close() error {
	if err := errors.Join(r.Chmod(0o644), r.File.Close()); err != nil {
		return errors.Join(err, os.Remove(r.File.Name()))
	}
	return os.Rename(r.File.Name(), r.name)
}
