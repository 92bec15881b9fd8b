package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// deliver hands a result to standard output, or, when a name is given, to that file.
func (p *program) deliver(name string, write func(io.Writer) error) error {
	if name != "" && name != "-" {
		return writeFile(name, write)
	}
	b := bufio.NewWriter(p.out)
	if err := write(b); err != nil {
		return err
	}
	return b.Flush()
}

// writeJSON writes a document for programs, indented, its texts as they are.
func writeJSON(w io.Writer, document any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(document)
}

// writeFile writes a file whole or not at all: into a temporary one beside it, which then takes its name. Whoever reads
// the file meanwhile sees the old one.
func writeFile(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if e, ok := errors.AsType[*os.PathError](err); ok {
		return &os.PathError{Op: e.Op, Path: name, Err: e.Err} // not by the name that the file has for a while
	}
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, f.Close(), os.Remove(f.Name()))
		}
	}()
	b := bufio.NewWriter(f)
	if err := write(b); err != nil {
		return err
	}
	if err := b.Flush(); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
