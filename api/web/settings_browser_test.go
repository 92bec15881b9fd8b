package web_test

import (
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

func TestTokensAreMadeShownOnceAndRevoked(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	browser := s.Open(t)
	for _, language := range []string{"ko", "ru"} {
		t.Run(language, func(t *testing.T) {
			p := browser.Page(t, webtest.View{Language: language})
			p.Go("/events/" + id + "/settings/tokens")
			p.Type("#token-name", "press "+language)
			p.Click(`form[action$="/tokens"] button`)
			p.Wait("#secret")
			secret := p.Text("#secret")
			p.Shot("settings-tokens-" + language)
			p.Axe()
			p.Fits()
			caller, err := s.Desk.ByToken(t.Context(), secret)
			if err != nil || caller.Name != "press "+language || caller.Event != id {
				t.Errorf("the token is for %+v, %v", caller, err)
			}
			p.Go("/events/" + id + "/settings/tokens")
			p.Wait(".table")
			if got := p.Text("main"); len(got) == 0 || webtest.Value[bool](p, `document.body.innerText.includes("`+secret+`")`) {
				t.Error("the secret is shown again")
			}
			p.Run(`window.confirm = () => true`)
			p.Click(`.table tr:last-child .button-bad`)
			p.Until(`!document.body.innerText.includes("press ` + language + `")`)
			if _, err := s.Desk.ByToken(t.Context(), secret); err == nil {
				t.Error("the token still opens")
			}
		})
	}
}

func TestTwoOrganizersDoNotOverwriteEachOther(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	p := s.Open(t).Page(t, webtest.View{})
	p.Go("/events/" + id + "/settings/event")
	p.Wait(".settings-form")
	p.Axe()
	p.Fits()
	p.Shot("settings-event-ko")
	if _, err := s.Desk.Edit(t.Context(), s.Admin, id, func(ev *event.Event) error {
		ev.Note = event.Text{Plain: "theirs"}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	p.Run(`document.querySelector("[name='session0.tables']").value = "Room A\nRoom B"`)
	p.Click(".save-bar .button-main")
	p.Wait(".notice-bad")
	p.Shot("settings-stale-ko")
	if got := webtest.Value[string](p, `document.querySelector("[name='session0.tables']").value`); got != "Room A\nRoom B" {
		t.Errorf("what was written is now %q", got)
	}
	p.Run(`document.querySelector("[name='session0.tables']").value = "20"`)
	p.Click(".save-bar .button-main")
	p.Wait(".notice-good")
	now, err := s.Desk.Event(t.Context(), s.Admin, id)
	if err != nil || now.Value.Sessions[0].Tables.Count != 20 || now.Value.Note.Plain != "theirs" {
		t.Errorf("tables %+v, note %q, %v", now.Value.Sessions[0].Tables, now.Value.Note.Plain, err)
	}
}

func TestTheOtherPartsOfTheSettings(t *testing.T) {
	s := webtest.Start(t)
	id := s.LoadJinju(t)
	browser := s.Open(t)
	for _, part := range []string{"links", "audit", "backup"} {
		t.Run(part, func(t *testing.T) {
			p := browser.Page(t, webtest.View{Language: "ru", Dark: true})
			p.Go("/events/" + id + "/settings/" + part)
			p.Wait(".tabs")
			p.Axe()
			p.Fits()
			p.Shot("settings-" + part + "-ru-dark")
		})
	}
}
