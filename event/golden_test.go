package event

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// The whole report of a document with many faults, as its author would see it.
func TestReportOfAFaultyDocument(t *testing.T) {
	_, err := ReadEvent(bytes.NewReader(testdata(t, "faulty.json")))
	faults := faultsOf(t, err)
	for _, lang := range Languages {
		file := "faulty." + lang + ".txt"
		got := []byte(faults.In(lang) + "\n")
		if *update {
			if err := os.WriteFile("testdata/"+file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want := testdata(t, file); !bytes.Equal(got, want) {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", file, got, want)
		}
	}
}
