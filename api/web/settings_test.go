package web

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

var (
	sampleSettings = settingsShell{Shell: sampleShell, Tabs: []tab{{hostile, "/", true}}, Base: "/settings"}
	_              = sampled("settingsevent", "layout", &eventSettingsView{settingsShell: sampleSettings, Version: 3, EventID: "e",
		Name: newTextField("name", event.Text{Plain: hostile}), Notice: &notice{Kind: "good", Text: "saved"},
		Sessions: []sessionForm{newSessionForm(0, &event.Session{ID: "s", Name: event.Text{By: map[string]string{"ko": hostile}}, TimeZone: "Asia/Seoul"})}})
	_ = sampled("settingstokens", "layout", &tokensView{settingsShell: sampleSettings, Secret: "secret", Name: hostile,
		Tokens: []tokenRow{{Info: desk.TokenInfo{ID: "1", Name: hostile, Event: "e"}, Scopes: []string{"all"}, Expired: true}, {}}, Scopes: []choice{{"a", "A", true}}})
	_ = sampled("settingslinks", "layout", &linksView{settingsShell: sampleSettings, PublishURL: "/", Links: []linkRow{{Name: hostile, Firm: true}, {}}})
	_ = sampled("settingslinks", "layout", &linksView{settingsShell: sampleSettings, PublishURL: "/"})
	_ = sampled("settingsaudit", "layout", &auditView{settingsShell: sampleSettings, Entries: []auditRow{{"now", hostile, "k", "did", "it"}}, Next: "/?after=1"})
	_ = sampled("settingsaudit", "layout", &auditView{settingsShell: sampleSettings})
	_ = sampled("settingsbackup", "layout", &backupView{settingsShell: sampleSettings, Whole: true})
	_ = sampled("settingsbackup", "layout", &backupView{settingsShell: sampleSettings})
)

func TestSlotsAreReadAsTheyAreWritten(t *testing.T) {
	place, err := time.LoadLocation("Europe/Moscow")
	if err != nil {
		t.Fatal(err)
	}
	text := "2019-10-31 10:00-10:30\n2019-10-31 23:45-00:15\n"
	slots, faults := readSlots(text, "moscow", place)
	if len(faults) > 0 || len(slots) != 2 {
		t.Fatalf("slots %v, faults %v", slots, faults)
	}
	if got := slots[1].End.Sub(slots[1].Start); got != 30*time.Minute {
		t.Errorf("a slot over midnight takes %v", got)
	}
	if got := formatSlots(&event.Session{TimeZone: "Europe/Moscow", Slots: slots}); got != text {
		t.Errorf("written as %q", got)
	}
	if _, faults := readSlots("\n2019-10-31 10:00-10:30\n10 o'clock\n2019-13-01 10:00-11:00", "moscow", place); len(faults) != 2 || faults[0].args["Line"] != 3 {
		t.Errorf("faults %v", faults)
	}
}

func TestAFormThatIsNotTouchedChangesNothing(t *testing.T) {
	seoul := time.FixedZone("", 9*3600)
	before := event.Session{
		ID: "s", Name: event.Text{By: map[string]string{"ko": "상담회", "fr": "Séance"}}, City: event.Text{Plain: "Seoul"}, Country: "KR", TimeZone: "Asia/Seoul",
		Slots:  []event.Interval{{Start: time.Date(2026, 5, 1, 10, 0, 30, 0, seoul), End: time.Date(2026, 5, 1, 11, 0, 0, 0, seoul)}},
		Tables: event.Tables{Names: []string{"A1", "A2"}},
	}
	form := newSessionForm(0, &before)
	values := url.Values{form.Prefix + ".country": {form.Country}, form.Prefix + ".zone": {form.TimeZone}, form.Prefix + ".tables": {form.Tables}, form.Prefix + ".slots": {form.Slots}}
	for _, field := range []textField{form.Name, form.City} {
		for _, v := range field.Values {
			name := field.Name
			if !field.Plain {
				name += "." + v.Code
			}
			values.Set(name, v.Value)
		}
	}
	after := before
	sent := readSessionForm(values.Get, 0, &before)
	if faults := sent.apply(&after); len(faults) > 0 {
		t.Fatal(faults)
	}
	if diff := cmp.Diff(before, after, cmp.AllowUnexported(event.Text{})); diff != "" {
		t.Errorf("changed (-before +after):\n%s", diff)
	}
}

func TestTablesAreNamesOrANumber(t *testing.T) {
	if got := readTables(" 12 \n"); got.Count != 12 || got.Names != nil {
		t.Errorf("a number: %+v", got)
	}
	if got := readTables("A1\r\n\r\nA2\r\n"); strings.Join(got.Names, ",") != "A1,A2" {
		t.Errorf("names: %+v", got)
	}
}

func TestEveryActionOfTheLogHasWords(t *testing.T) {
	r := request{voice: lang.New("ko")}
	for _, a := range []desk.Action{desk.EventCreated, desk.EventChanged, desk.EventDeleted, desk.EventImported, desk.WishSet, desk.HoursSet, desk.OutcomesAdded,
		desk.RunStarted, desk.RunStopped, desk.RunDeleted, desk.ScheduleChanged, desk.Published, desk.Unpublished, desk.Exported, desk.TokenCreated,
		desk.TokenRevoked, desk.LinkCreated, desk.LinkRevoked, desk.SignedIn, desk.SignedOut, desk.WebhookCreated, desk.WebhookDeleted} {
		if r.actionName(a) == string(a) {
			t.Errorf("no words for %s", a)
		}
	}
}
