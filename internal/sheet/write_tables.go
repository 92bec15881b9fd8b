package sheet

import (
	"archive/zip"
	"errors"
	"io"
	"slices"
	"time"

	"sangdam/event"
	"sangdam/internal/sheet/delimited"
)

// alwaysThere are the sheets that a file has even when they are empty, since reading misses them otherwise.
var alwaysThere = []string{"event", "sessions", "firms", "buyers"}

// WriteTables writes an event as CSV files, each through the writer that create returns for its name. They are UTF-8 with
// a mark and guarded against being run as formulas; ReadFolder reads them again without loss. An event that is not valid is
// refused with event.Faults.
func WriteTables(create func(name string) (io.WriteCloser, error), ev *event.Event, opt WriteOptions) error {
	c, err := contentOf(ev, opt.Sectors)
	if err != nil {
		return err
	}
	c.extras = opt.Extras
	languages := opt.languages()
	for _, s := range sheets {
		if len(c.lines[s.Key]) == 0 && !slices.Contains(alwaysThere, s.Key) {
			continue
		}
		f, err := c.fill(s, languages[0], opt.texts())
		if err != nil {
			return err
		}
		rows := [][]string{make([]string, len(f.columns))}
		for i, p := range f.columns {
			rows[0][i] = title(p.column, p.language, languages, " / ")
		}
		out, err := create(s.Key + ".csv")
		if err != nil {
			return err
		}
		if err := errors.Join(delimited.Write(out, append(rows, f.rows...)), out.Close()); err != nil {
			return err
		}
	}
	return nil
}

// WriteZip writes an event as a zip of those files. The same event gives the same bytes.
func WriteZip(w io.Writer, ev *event.Event, opt WriteOptions) error {
	archive := zip.NewWriter(w)
	err := WriteTables(func(name string) (io.WriteCloser, error) {
		out, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		return entry{out}, err
	}, ev, opt)
	if err != nil {
		return err
	}
	return archive.Close()
}

// An entry of a zip ends when the next one begins.
type entry struct{ io.Writer }

func (entry) Close() error { return nil }
