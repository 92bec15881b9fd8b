package web

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
	"sangdam/internal/lang"
)

var (
	sampleItem = rowView{List: "rows", Row: "0", Was: "s", Title: hostile, Mark: rowAdded, Open: true}
	_          = sampled("settingscontrols", "layout", &controlsView{formView: sampleForm, Base: "a\nb", Rows: []controlView{{rowView: sampleItem, Country: sampleField, Note: sampleWords}}, Countries: []choice{{"CN", hostile, false}}})
	_          = sampled("settingssectors", "layout", &sectorsView{formView: sampleForm, Rows: []sectorView{{rowView: sampleItem, ID: hostile, IDField: sampleField, Name: sampleWords}, {rowView: rowView{Mark: rowGone}}}, Parents: []choice{{"s", hostile, false}}})
	_          = sampled("settingsfixed", "layout", &fixedView{formView: sampleForm, Sessions: []fixedSession{{List: "fixed:s", ID: "s", Name: hostile, Firms: []string{hostile}, Buyers: []string{hostile}, Tables: []string{hostile},
		Rows: []fixedRow{{rowView: sampleItem, Firm: sampleField, Slot: sampleChoice}}}}})
	_ = sampled("settingsfixed", "layout", &fixedView{formView: sampleForm})
	_ = sampled("settingsscoring", "layout", &scoringView{formView: sampleForm, Minimum: sampleField, Aggregator: sampleChoice, WeightsURL: "/", Given: true})
	_ = sampled("settingsevent", "layout", &eventSettingsView{Parts: []partCard{{ID: "p", Name: hostile, Lead: hostile, URL: "/", Lines: []string{hostile}, More: 2}, {ID: "q"}}})
)

// asked is a request of an organizer who reads Korean.
func asked() *request { return &request{voice: lang.New("ko")} }

func TestAPartThatIsNotTouchedStaysAsItIs(t *testing.T) {
	for _, p := range settingsParts {
		ev, before := jinjuEvent(t), jinjuEvent(t)
		for _, e := range []*event.Event{ev, before} {
			e.Fixed = []event.Fixed{{Session: "changsha", Firm: "F01", Buyer: "C01", Slot: 2, Table: "A1"}, {Session: "moscow", Firm: "F02", Buyer: e.Buyers[40].ID, Slot: 0}}
		}
		wrong := &faulty{voice: lang.New("ko")}
		p.read(wrong, p.fill(asked(), ev), ev)
		if diff := cmp.Diff(before, ev, cmp.AllowUnexported(event.Text{}, event.Tables{}, event.Maybe[event.Date]{}, event.Maybe[float64]{}, event.Maybe[int]{}, event.Maybe[string]{}, event.Maybe[bool]{})); diff != "" || len(wrong.found) > 0 {
			t.Errorf("%s: %v\n%s", p.name(), wrong.found, diff)
		}
	}
}

func TestCompaniesAreFoundAsTheyAreWritten(t *testing.T) {
	ev := jinjuEvent(t)
	ev.Buyers[1].Name = ev.Buyers[0].Name
	index := event.NewIndex(ev)
	for text, want := range map[string]string{
		asked().written(index, "F01"): "F01", "F01": "F01", "hanbyeol aerostructures": "F01", "한별항공구조": "F01", "(F01)": "F01", "C01": "", "": "", "F99": "", "x (F99)": "",
	} {
		if got := whoIs(index, text, true); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
	if got := whoIs(index, ev.Buyers[0].Name.In("ko"), false); got != "" {
		t.Errorf("a name that two have is %s", got)
	}
}

func TestRowsOfTwoOrganizersMeet(t *testing.T) {
	type item struct{ Name, Value string }
	fill := func(items ...item) filled {
		f := newFilled()
		for _, i := range items {
			at := f.addItem("l", i)
			f.values[at+"name"], f.values[at+"value"] = i.Name, i.Value
		}
		return f
	}
	a, b, c, d := item{"a", "1"}, item{"b", "1"}, item{"c", "1"}, item{"d", "1"}
	mine := fill(a, b, c, d)
	mine.values["l.0.value"] = "mine"
	mine.rows["l"] = []string{"0", "1", "2", "n4"} // without d, with one more
	mine.values["l.n4.name"] = "new"
	told := mine.clone()
	mine.meet("l", fill(item{"a", "2"}, item{"e", "1"}, c, d), told, "name") // b is gone, e is there
	type row struct{ name, value, theirs, mark string }
	var got []row
	for _, r := range mine.rows["l"] {
		got = append(got, row{mine.get("l." + r + ".name"), mine.get("l." + r + ".value"), told.get("l." + r + ".value"), string(mine.marks["l."+r])})
	}
	want := []row{{"a", "mine", "2", ""}, {"b", "1", "1", "gone"}, {"c", "1", "1", ""}, {"new", "", "", ""}, {"e", "1", "1", "added"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(row{})); diff != "" {
		t.Error(diff)
	}
	if again := told.made(); !strings.Contains(again, "l.0.value="+digestOfField("2")) || !strings.Contains(again, "l.2.value="+digestOfField("1")) {
		t.Errorf("the form would go on from %s", again)
	}
	if was := mine.get("l.0.was"); was != stampOf(item{"a", "2"}) {
		t.Error("the row that both changed is not made from theirs now")
	}
	if again := mine.clone(); len(again.rows["l"]) == 5 {
		again.meet("l", fill(item{"a", "2"}, item{"e", "1"}, c, d), told, "name")
		if len(again.rows["l"]) != 5 {
			t.Errorf("meeting the same twice makes %v", again.rows["l"])
		}
	}
}

func TestFieldsOfTwoOrganizersMerge(t *testing.T) {
	form := func(values ...string) filled {
		f := newFilled()
		for i, name := range []string{"neither", "mine", "theirs", "both", "alike", "emptied"} {
			f.values[name] = values[i]
		}
		return f
	}
	made := form("0", "0", "0", "0", "0", "0").made()
	mine, theirs := form("0", "1", "0", "1", "3", "0"), form("0\n", "0", "2", "2", "3", "")
	delete(theirs.values, "emptied")
	taken := mine.merge(theirs, made)
	if diff := cmp.Diff(form("0", "1", "2", "1", "3", "").values, mine.values); diff != "" {
		t.Error("the form: " + diff)
	}
	if diff := cmp.Diff(map[string]bool{"theirs": true, "emptied": true}, taken); diff != "" {
		t.Error("filled in anew: " + diff)
	}
	for name := range mine.values {
		if told := theirs.values[name] != mine.values[name]; told != (name == "both") {
			t.Errorf("%s: told %v", name, told)
		}
	}
}
