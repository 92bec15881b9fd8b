package sheet

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"sangdam/event"
)

// asJSON is the document of an event, to compare events by.
func asJSON(t testing.TB, ev *event.Event) string {
	t.Helper()
	var b bytes.Buffer
	if err := ev.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func readJSON(t testing.TB, name string) *event.Event {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	ev, err := event.ReadEvent(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

// forms are the ways an event goes to a file and back.
var forms = map[string]struct {
	write func(io.Writer, *event.Event, WriteOptions) error
	read  func([]byte, ReadOptions) *Result
}{
	"workbook": {WriteWorkbook, ReadWorkbook},
	"zip":      {WriteZip, ReadZip},
	"either":   {WriteWorkbook, Read},
}

func roundTrip(t testing.TB, form string, ev *event.Event, languages ...string) *event.Event {
	t.Helper()
	var b bytes.Buffer
	if err := forms[form].write(&b, ev, WriteOptions{Languages: languages}); err != nil {
		t.Fatal(err)
	}
	r := forms[form].read(b.Bytes(), ReadOptions{})
	if err := r.Err(); err != nil {
		t.Fatalf("%s in %v:\n%v\n%s", form, languages, err, asJSON(t, ev))
	}
	for _, n := range r.Notes {
		if n.Code != "encoding" {
			t.Errorf("%s: what was written is noted: %s", form, n.In("en"))
		}
	}
	return r.Event
}

func TestEveryFixtureComesBackAsItWas(t *testing.T) {
	names, err := filepath.Glob("../../fixtures/small/*.json")
	if err != nil || len(names) < 10 {
		t.Fatalf("the fixtures: %v, %d", err, len(names))
	}
	for _, name := range append(names, "../../fixtures/jinju-2019.json", "../../event/testdata/whole.json") {
		ev := readJSON(t, name)
		for form := range forms {
			for _, languages := range [][]string{{"ko"}, {"ru", "en"}, event.Languages} {
				got := roundTrip(t, form, ev, languages...)
				if asJSON(t, got) != asJSON(t, ev) || !reflect.DeepEqual(got, ev) {
					t.Fatalf("%s as a %s in %v:\nwas %s\nis  %s", name, form, languages, asJSON(t, ev), asJSON(t, got))
				}
			}
		}
	}
}

func TestTheSameEventGivesTheSameBytes(t *testing.T) {
	ev := readJSON(t, "../../fixtures/jinju-2019.json")
	for form := range forms {
		var once, again bytes.Buffer
		for _, b := range []*bytes.Buffer{&once, &again} {
			if err := forms[form].write(b, ev, WriteOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(once.Bytes(), again.Bytes()) {
			t.Errorf("%s: other bytes", form)
		}
	}
}
