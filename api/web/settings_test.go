package web

import (
	"testing"

	"sangdam/internal/desk"
	"sangdam/internal/lang"
)

var (
	sampleSettings = settingsShell{Shell: sampleShell, Tabs: []tab{{hostile, "/", true}}, Base: "/settings"}
	_              = sampled("settingstokens", "layout", &tokensView{settingsShell: sampleSettings, Secret: "secret", Name: hostile,
		Tokens: []tokenRow{{Info: desk.TokenInfo{ID: "1", Name: hostile, Event: "e"}, Scopes: []string{"all"}, Expired: true}, {}}, Scopes: []choice{{"a", "A", true}}})
	_ = sampled("settingslinks", "layout", &linksView{settingsShell: sampleSettings, PublishURL: "/", Links: []linkRow{{Name: hostile, Firm: true}, {}}})
	_ = sampled("settingslinks", "layout", &linksView{settingsShell: sampleSettings, PublishURL: "/"})
	_ = sampled("settingsaudit", "layout", &auditView{settingsShell: sampleSettings, Entries: []auditRow{{"now", hostile, "k", "did", "it"}}, Next: "/?after=1"})
	_ = sampled("settingsaudit", "layout", &auditView{settingsShell: sampleSettings})
	_ = sampled("settingsbackup", "layout", &backupView{settingsShell: sampleSettings, Whole: true})
	_ = sampled("settingsbackup", "layout", &backupView{settingsShell: sampleSettings})
)

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
