package web_test

import (
	"testing"

	"sangdam/api/web/webtest"
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
