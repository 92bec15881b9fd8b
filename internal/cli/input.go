package cli

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/text/encoding/unicode"

	"sangdam/event"
	"sangdam/internal/lang"
)

// readEvent reads and validates an event: a JSON document, a workbook, a folder or zip of CSV files, or a document on
// standard input for "-".
func (p *program) readEvent(ctx context.Context, name string) (*event.Event, error) {
	ev, _, err := p.readMarking(ctx, name, "")
	return ev, err
}

// readSchedule reads a schedule document in the same way.
func (p *program) readSchedule(ctx context.Context, name string) (*event.Schedule, error) {
	if p.isKept(name) {
		return p.readKeptSchedule(ctx, name)
	}
	return readDocument(p, name, event.ReadSchedule)
}

func readDocument[T any](p *program, name string, read func(io.Reader) (*T, error)) (*T, error) {
	in, err := p.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	doc, err := read(in)
	if err != nil {
		return nil, inputError{name, pathless(err)}
	}
	return doc, nil
}

// open opens an input and tells early when it is of a kind that is not read.
func (p *program) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return legibly(name, io.NopCloser(p.in), p.say("file.empty"))
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, inputError{name, pathless(err)}
	}
	if info.IsDir() {
		return nil, inputError{name, syscall.EISDIR}
	}
	tables := []string{".xlsx", ".xls", ".ods", ".csv", ".tsv"}
	if slices.Contains(tables, strings.ToLower(filepath.Ext(name))) {
		return nil, saidError(p.say("input.kind", lang.Args{"Name": name}))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, inputError{name, pathless(err)}
	}
	return legibly(name, f, p.say("file.empty"))
}

// legibly puts a text of UTF-16, as Windows writes the output of a command into a file, into UTF-8. A text without a letter is
// an error, in the words given.
func legibly(name string, in io.ReadCloser, empty string) (io.ReadCloser, error) {
	text := bufio.NewReader(in)
	mark, err := text.Peek(2)
	if len(mark) == 0 && errors.Is(err, io.EOF) {
		return nil, errors.Join(inputError{name, saidError(empty)}, in.Close())
	}
	out := struct {
		io.Reader
		io.Closer
	}{text, in}
	if m := string(mark); m == "\xff\xfe" || m == "\xfe\xff" {
		out.Reader = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Reader(text)
	}
	return out, nil
}

// pathless takes the path out of an error of the operating system, since the message names the file anyway.
func pathless(err error) error {
	if e, ok := err.(*os.PathError); ok {
		return e.Err
	}
	return err
}

// readPair reads an event and a schedule, of which only one may come from standard input.
func (p *program) readPair(ctx context.Context, eventName, scheduleName string) (*event.Event, *event.Schedule, error) {
	if eventName == "-" && scheduleName == "-" {
		return nil, nil, saidError(p.say("input.twice"))
	}
	ev, err := p.readEvent(ctx, eventName)
	if err != nil {
		return nil, nil, err
	}
	s, err := p.readSchedule(ctx, scheduleName)
	return ev, s, err
}

// sessions returns the sessions of an event that a --session flag asks for: all of them when it is empty.
func (p *program) sessions(ev *event.Event, id string) ([]*event.Session, error) {
	var out []*event.Session
	var known []string
	for i := range ev.Sessions {
		s := &ev.Sessions[i]
		known = append(known, s.ID)
		if id == "" || s.ID == id {
			out = append(out, s)
		}
	}
	if len(out) == 0 && id != "" {
		return nil, p.unknownID("session.unknown", id, known)
	}
	return out, nil
}

// unknownID says that an id is not among the known ones; a short list is told in full, a long one by its nearest.
func (p *program) unknownID(message, id string, known []string) error {
	const tellAll = 12
	list := strings.Join(known, ", ")
	if len(known) > tellAll {
		near, ok := event.Nearest(id, known)
		if !ok {
			near = strings.Join(known[:tellAll], ", ") + ", …"
		}
		list = near
	}
	return saidError(p.say(message, lang.Args{"ID": id, "Known": list}))
}
