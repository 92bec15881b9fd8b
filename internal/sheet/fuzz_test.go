package sheet

import (
	"bytes"
	"os"
	"testing"
	"testing/fstest"

	"sangdam/event"
)

// FuzzReadFolder reads any text as each of the sheets that matter: no panic, an event or faults, and an event that comes
// back as it was.
func FuzzReadFolder(f *testing.F) {
	f.Add("id,name,exact\nF1,x,\"{\"\"name\"\":null}\"\n", "firm,hs\nF1,\"88, 8\"\n", "session,date,start,end\ns,2026-10-29,9:00,24:00\n")
	f.Add("기업 ID;참가 상담회\nF1;s/s\n", "who,session,start,end\nF1,s,9:00~10:00,\n", "id,exact\nF1,\"{\"\"sessions\"\":[1],\"\"products\"\":5}\"\n")
	f.Add("company,session,exact\nF1,s,\"{\"\"unavailable\"\":[]}\"\n", "session,firm,buyer,slot\ns,F1,B1,0\n", "factor,weight\nhs,1\n")
	names := []string{"firms.csv", "products.csv", "slots.csv", "unavailability.csv", "participation.csv", "fixed.csv", "weights.csv", "sessions.csv", "outcomes.csv"}
	f.Fuzz(func(t *testing.T, a, b, c string) {
		for i := range names {
			files := folder(nil)
			for j, text := range []string{a, b, c} {
				files[names[(i+j)%len(names)]] = &fstest.MapFile{Data: []byte(text)}
			}
			checkResult(t, files)
		}
	})
}

func checkResult(t *testing.T, files fstest.MapFS) {
	t.Helper()
	r, err := ReadFolder(files, ReadOptions{Limits: Limits{Rows: 50, Columns: 40, Cells: 500}})
	if err != nil {
		t.Fatal(err)
	}
	if (r.Event == nil) == (len(r.Faults) == 0) {
		t.Fatalf("an event by halves: %v", r.Faults)
	}
	if r.Event == nil {
		return
	}
	if again := roundTrip(t, "zip", r.Event, "ko"); asJSON(t, again) != asJSON(t, r.Event) {
		t.Fatalf("was %s\nis %s", asJSON(t, r.Event), asJSON(t, again))
	}
}

// FuzzReadWorkbook reads what is no workbook, or a damaged one.
func FuzzReadWorkbook(f *testing.F) {
	document, err := os.ReadFile("../../event/testdata/whole.json")
	if err != nil {
		f.Fatal(err)
	}
	ev, err := event.ReadEvent(bytes.NewReader(document))
	if err != nil {
		f.Fatal(err)
	}
	for _, form := range forms {
		var b bytes.Buffer
		if err := form.write(&b, ev, WriteOptions{}); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
		f.Add(b.Bytes()[:b.Len()/2])
	}
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r := Read(data, ReadOptions{Limits: Limits{Bytes: 1 << 20, Rows: 1000, Cells: 10_000}})
		if (r.Event == nil) == (len(r.Faults) == 0) {
			t.Fatal("an event by halves")
		}
		if _, err := Mark(data, r, "en"); err == nil && r.Event != nil && len(r.Faults) > 0 {
			t.Fatal("marked and right")
		}
	})
}
