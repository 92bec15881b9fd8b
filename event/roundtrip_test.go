package event

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"
)

// canonical decodes any JSON, numbers by their value, so that documents can be compared.
func canonical(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatalf("not JSON: %v", err)
	}
	return v
}

// roundTrip reads a document, writes it and reads it again; both the values and the documents must be equal.
func roundTrip[T any](t *testing.T, data []byte, read func(io.Reader) (T, error), write func(T, io.Writer) error) T {
	t.Helper()
	first, err := read(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("reading: %v", err)
	}
	var written bytes.Buffer
	if err := write(first, &written); err != nil {
		t.Fatalf("writing: %v", err)
	}
	second, err := read(bytes.NewReader(written.Bytes()))
	if err != nil {
		t.Fatalf("reading what was written: %v\n%s", err, written.Bytes())
	}
	if !reflect.DeepEqual(first, second) {
		t.Errorf("values differ:\nread  %+v\nagain %+v", first, second)
	}
	if !reflect.DeepEqual(canonical(t, data), canonical(t, written.Bytes())) {
		t.Errorf("documents differ:\nread    %s\nwritten %s", data, written.Bytes())
	}
	return first
}

func testdata(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func writePairs(pairs []Pair, w io.Writer) error { return WritePairs(w, pairs) }

func TestRoundTripEvent(t *testing.T) {
	ev := roundTrip(t, testdata(t, "whole.json"), ReadEvent, (*Event).Write)
	if got := ev.Firms[0].Name.In("en"); got != "Imaginary Aero Parts <& Sons>" {
		t.Errorf("name of the firm: %q", got)
	}
	if got := ev.Buyers[0].VolumeUSD.Or(0); got != 1.5e6 {
		t.Errorf("volume of the buyer: %v", got)
	}
	if got, ok := ev.Controls[0].From.Get(); !ok || got != (Date{2024, 2, 24}) {
		t.Errorf("from of the control: %v", got)
	}
}

func TestRoundTripSchedule(t *testing.T) {
	s := roundTrip(t, testdata(t, "schedule.json"), ReadSchedule, (*Schedule).Write)
	if got := s.Sessions[0].Seed; got != 1<<64-1 {
		t.Errorf("seed: %d", got)
	}
}

func TestRoundTripPairs(t *testing.T) {
	pairs := roundTrip(t, testdata(t, "match.json"), ReadPairs, writePairs)
	if pairs[0].Excluded != nil || *pairs[1].Excluded != ReasonRefused {
		t.Errorf("excluded: %v, %v", pairs[0].Excluded, pairs[1].Excluded)
	}
}

func TestWrittenTimesKeepTheirOffset(t *testing.T) {
	ev, err := ReadEvent(bytes.NewReader(testdata(t, "whole.json")))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := ev.Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"2019-11-05T09:00:00+00:00"`, `"2019-11-05T09:30:00Z"`, `"2019-11-05T09:30:00.5Z"`, `"2019-10-29T09:00:00+08:00"`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%s is not in the written document", want)
		}
	}
}

func TestWriteFillsNilLists(t *testing.T) {
	ev := &Event{Format: Format, ID: "e", Sessions: []Session{{
		ID: "s", Country: "CN", TimeZone: "Asia/Shanghai", Tables: Tables{Count: 1}, Interpreters: []Interpreter{{ID: "I1"}},
	}}}
	var b bytes.Buffer
	if err := ev.Write(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadEvent(&b); err != nil {
		t.Errorf("an event with nil lists cannot be read again: %v", err)
	}
	if ev.Sessions[0].Slots != nil || ev.Firms != nil {
		t.Error("Write changed the event")
	}
	b.Reset()
	if err := (&Schedule{Format: Format, Event: "e", Sessions: []SessionSchedule{{Session: "s", Status: StatusEmpty}}}).Write(&b); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadSchedule(&b); err != nil {
		t.Errorf("a schedule with nil lists cannot be read again: %v", err)
	}
}

func TestReadAcceptsAByteOrderMark(t *testing.T) {
	data := append([]byte("\xef\xbb\xbf"), testdata(t, "whole.json")...)
	if _, err := ReadEvent(bytes.NewReader(data)); err != nil {
		t.Error(err)
	}
}
