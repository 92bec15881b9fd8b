package sheet

import (
	"bytes"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"sangdam/event"
)

func TestAnyEventComesBackAsItWas(t *testing.T) {
	for form := range forms {
		if form == "either" {
			continue
		}
		t.Run(form, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				ev := draw(rt)
				language := rapid.SampledFrom(event.Languages).Draw(rt, "language")
				known := rapid.SampledFrom([][]Sector{nil, knownSectors}).Draw(rt, "known sectors")
				var b bytes.Buffer
				if err := forms[form].write(&b, ev, WriteOptions{Languages: []string{language}, Sectors: known}); err != nil {
					rt.Fatal(err)
				}
				r := forms[form].read(b.Bytes(), ReadOptions{Sectors: known})
				if err := r.Err(); err != nil {
					rt.Fatalf("%v\n%s", err, asJSON(t, ev))
				}
				if !reflect.DeepEqual(r.Event, ev) {
					rt.Fatalf("was %s\nis  %s", asJSON(t, ev), asJSON(t, r.Event))
				}
				if changes := Difference(ev, r.Event); len(changes) > 0 {
					rt.Fatalf("the same event differs: %+v", changes)
				}
			})
		})
	}
}
