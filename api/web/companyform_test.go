package web

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/lang"
)

var (
	_ = sampled("settingscompanies", "layout", &companiesView{settingsShell: sampleSettings, Words: hostile, Rows: []companyRow{{ID: "F", Name: hostile, Firm: true}, {Sectors: hostile}}, More: 3, Total: 5})
	_ = sampled("settingscompanies", "layout", &companiesView{settingsShell: sampleSettings, Notice: &notice{Kind: "good", Text: hostile}})
	_ = sampled("settingscompany", "layout", &companyView{formView: sampleForm, Firm: true, ID: "F", Title: hostile, RemoveURL: "/", Name: sampleWords, Markets: sampleField, Capacity: sampleField,
		Items: []itemView{{rowView: sampleItem, Product: true, Name: sampleWords, Description: sampleWords, HS: sampleField}},
		Parts: []partView{{Name: hostile, Field: "part.s.in", In: true, Min: sampleField, Away: sampleTimes}}, PartsFault: hostile, SectorNames: []choice{{"s", hostile, false}}})
	_ = sampled("settingscompany", "layout", &companyView{formView: sampleForm, IsNew: true, Title: "new", IDField: sampleField, Volume: sampleField})
)

func jinjuEvent(t *testing.T) *event.Event {
	t.Helper()
	ev, err := event.ReadEvent(strings.NewReader(string(fixtures.Jinju2019())))
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

func TestTheFormOfACompanyThatIsNotTouchedChangesNothing(t *testing.T) {
	before, ev := jinjuEvent(t), jinjuEvent(t)
	ev.Firms[0].Sessions, before.Firms[0].Sessions = nil, nil
	for _, id := range participants(ev) {
		c, _ := companyIn(ev, id)
		f := &faulty{voice: lang.New("en")}
		f.readCompany(fillCompany(c, ev), ev, c)
		if len(f.found) > 0 {
			t.Errorf("%s: %v", id, f.found)
		}
	}
	if diff := cmp.Diff(before, ev, cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
		t.Errorf("changed (-before +after):\n%s", diff)
	}
}

func TestWhatIsWrongWithACompanyIsToldAtItsField(t *testing.T) {
	ev := jinjuEvent(t)
	for _, language := range event.Languages {
		f := &faulty{voice: lang.New(language)}
		c := company{buyer: &event.Buyer{}}
		form := fillCompany(c, ev)
		for name, value := range map[string]string{"country": "China", "languages": "chinese", "volume": "much", "part.changsha.in": "1",
			"part.changsha.min": "3", "part.changsha.max": "2", "part.changsha.parallel": "0", "part.changsha.away": "noon"} {
			form.values[name] = value
		}
		f.readCompany(form, ev, c)
		got := map[string]int{}
		for _, fault := range f.found {
			got[fault.Name]++
			if strings.ContainsAny(fault.Text, "<{") {
				t.Errorf("%s: %q", language, fault.Text)
			}
		}
		want := map[string]int{"name.ko": 1, "country": 1, "languages": 1, "volume": 1, "part.changsha.min": 1, "part.changsha.parallel": 1, "part.changsha.away": 1}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", language, diff)
		}
	}
}

func TestFaultsOfTheDocumentFindTheirFields(t *testing.T) {
	form := newFilled()
	form.rows["items"] = []string{"0", "n3"}
	for location, want := range map[string]string{
		"products[1].hs[0]": "items.n3.hs", "needs[0].description": "items.0.description.ko", "required_certificates[2]": "certificates",
		"capacity_usd": "capacity", "sessions.changsha.min_meetings": "part.changsha.min", "sessions.moscow.unavailable[0].start": "part.moscow.away",
		"products[7].hs[0]": "", "elsewhere": "",
	} {
		if got := companyField(form, location); got != want {
			t.Errorf("%s is at %q, not %q", location, got, want)
		}
	}
}

func TestCompaniesAreFoundByAllTheirNames(t *testing.T) {
	texts := []string{"한별항공구조", "Hanbyeol Aerostructures", "F01", "Hydraulics, Casting"}
	for words, want := range map[string]bool{"": true, "hanBYEOL": true, "한별 cast": true, "f01": true, "f02": false, "hanbyeol china": false} {
		if got := found(words, texts); got != want {
			t.Errorf("%q: %v", words, got)
		}
	}
}
