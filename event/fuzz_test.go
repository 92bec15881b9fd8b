package event

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

// seed adds the documents of testdata and some that break in telling places.
func seed(f *testing.F) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
		f.Add(data[:len(data)/2])
	}
	for _, s := range []string{
		"", "null", "[[[[", `{"id":"\ud800"}`, `{"id":"\ud800\u0041"}`, "{\"id\":\"\xff\"}", `{"sangdam":1e400}`, `{"":{}}`, "\ufeff{}",
		`{"sangdam":1,"id":"e","sessions":[],"firms":[],"buyers":[]}`,
		`{"sangdam":1,"id":"e","sessions":[{"id":"s","country":"CN","time_zone":"UTC","slots":[],"tables":99999999999}],"firms":[],"buyers":[]}`,
		`{"sangdam":1,"event":"e","sessions":[]}`,
		`{"sangdam":1,"event":"e","sessions":[{"session":"s","status":"empty","meetings":[],"unplaced":[{"firm":"F","buyer":"B","score":0,"reason":"r","detail":{"a":[1e300,"",{}]}}],"gap":0}]}`,
	} {
		f.Add([]byte(s))
	}
}

// holdRoundTrip holds that what is refused is refused with faults that can be told, and that what is accepted can be
// written and read again to an equal value.
func holdRoundTrip[T any](t *testing.T, data []byte, read func(io.Reader) (T, error), write func(T, io.Writer) error) {
	value, err := read(bytes.NewReader(data))
	if err != nil {
		for _, f := range faultsOf(t, err) {
			if f.Code != CodeMore && (f.Line < 1 || f.Column < 1) {
				t.Errorf("a fault without a line: %+v", f)
			}
			for _, lang := range Languages {
				if f.In(lang) == "" || messages[f.Code] == (message{}) {
					t.Errorf("a fault without words in %s: %+v", lang, f)
				}
			}
		}
		return
	}
	var first, second bytes.Buffer
	if err := write(value, &first); err != nil {
		t.Fatalf("what was read cannot be written: %v", err)
	}
	again, err := read(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatalf("what was written cannot be read: %v\n%s", err, first.Bytes())
	}
	if !reflect.DeepEqual(value, again) {
		t.Fatalf("values differ:\n%+v\n%+v", value, again)
	}
	if err := write(again, &second); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Fatalf("documents differ (%v):\n%s\n%s", err, first.Bytes(), second.Bytes())
	}
}

func FuzzReadEvent(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) { holdRoundTrip(t, data, ReadEvent, (*Event).Write) })
}

func FuzzReadSchedule(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) { holdRoundTrip(t, data, ReadSchedule, (*Schedule).Write) })
}

func FuzzReadPairs(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, data []byte) { holdRoundTrip(t, data, ReadPairs, writePairs) })
}
