package web_test

import (
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
)

func TestTokensAreMadeShownOnceAndRevoked(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		const name = "press 1"
		p := f.page(t, webtest.View{})
		p.Go(f.at("settings/tokens"))
		p.Type("#token-name", name)
		p.Click(`form[action$="/tokens"] button`)
		p.Wait("#secret")
		secret := p.Text("#secret")
		p.State("settings-token")
		caller, err := f.Desk.ByToken(t.Context(), secret)
		if err != nil || caller.Name != name || caller.Event != f.id {
			t.Errorf("the token is for %+v, %v", caller, err)
		}
		p.Go(f.at("settings/tokens"))
		p.Wait(".table")
		if got := p.Text("main"); len(got) == 0 || webtest.Value[bool](p, `document.body.innerText.includes("`+secret+`")`) {
			t.Error("the secret is shown again")
		}
		p.Run(`window.confirm = () => true`)
		p.Click(`.table tr:last-child .button-bad`)
		p.Until(`!document.body.innerText.includes("` + name + `")`)
		if _, err := f.Desk.ByToken(t.Context(), secret); err == nil {
			t.Error("the token still opens")
		}
	})
}

func TestTheOtherPartsOfTheSettings(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		p := f.page(t, webtest.View{})
		if _, err := f.Desk.SetWish(t.Context(), f.Admin, f.id, "F01", "C01", event.Must); err != nil {
			t.Fatal(err)
		}
		linkOf(t, f.Server, f.id, "F01")
		for _, part := range []string{"links", "tokens", "audit", "backup"} {
			p.Go(f.at("settings/" + part))
			p.Wait(".tabs")
			p.State("settings-" + part)
		}
		p.Go("/settings/tokens")
		p.Wait(".table")
		p.State("settings-tokens-all")

		// The switch of languages keeps the page.
		p.Go(f.at("settings/audit"))
		p.Run(`document.querySelector(".drop-end").open = true`)
		p.Click(`.drop-end a[hreflang="zh"]`)
		p.Until(`document.documentElement.lang === "zh" && location.pathname.endsWith("/settings/audit")`)
	})
}
