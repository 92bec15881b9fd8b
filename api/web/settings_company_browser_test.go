package web_test

import (
	"testing"

	"sangdam/api/web/webtest"
	"sangdam/event"
	"sangdam/internal/lang"
)

func TestACompanyIsFoundCorrectedAddedAndRemoved(t *testing.T) {
	inBoth(t, func(t *testing.T, f *flow) {
		f.drafted(t)
		p := f.page(t, webtest.View{})
		p.Go(f.at("settings/companies"))
		p.Wait(".table")
		p.State("settings-companies")
		p.Type("#q", "hanbyeol\r")
		p.Until(`document.querySelectorAll("tbody tr").length === 1`)
		p.Click("tbody th a")
		p.Wait(".settings-form")
		p.State("settings-company")

		put(p, "name.en", "Hanbyeol Aero")
		put(p, "capacity", "a lot")
		p.Click("[data-add=items]")
		p.Until(`document.activeElement.name === "items.n0.name.ko"`)
		put(p, "items.n0.name.ko", "날개 조립품")
		put(p, "items.n0.hs", "88x")
		p.Click(".save-bar .button-main")
		p.Wait("#form-notice li")
		told(t, p.Text("#form-notice"), f.Say("websetup.fault.amount", lang.Args{"Got": "a lot"}))
		p.Wait(`[name="items.n0.hs"][aria-invalid]`) // which the document says, at the same time
		p.State("settings-company-faults")
		put(p, "capacity", "7,000,000")
		put(p, "items.n0.hs", "8807.30")
		p.Click(".save-bar .button-main")
		p.Wait(".notice-good")
		firm := f.now(t).Firms[0]
		if firm.Name.In("en") != "Hanbyeol Aero" || firm.CapacityUSD.Or(0) != 7e6 || len(firm.Products) != 3 || firm.Products[2].Name.In("ko") != "날개 조립품" {
			t.Errorf("saved as %+v", firm)
		}

		p.Go(f.at("settings/new-company?kind=buyer"))
		put(p, "id", "C99")
		put(p, "name.ko", "새 바이어")
		put(p, "country", "cn")
		put(p, "languages", "zh")
		p.Run(`document.querySelector("[name='part.changsha.in']").click()`)
		p.State("settings-company-new")
		p.Click(".save-bar .button-main")
		p.Wait(".notice-good")
		if b := event.NewIndex(f.now(t)).Buyer("C99"); b == nil || b.Country != "CN" || len(b.Sessions) > 1 {
			t.Errorf("added %+v", b)
		}

		p.Go(f.at("settings/companies/F01/remove"))
		p.Wait(".effect")
		p.State("settings-company-remove")
		p.Click("form .button-bad")
		p.Wait(".notice-info")
		if event.NewIndex(f.now(t)).Firm("F01") != nil {
			t.Error("it is still there")
		}
	})
}
