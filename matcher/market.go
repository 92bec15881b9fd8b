package matcher

import (
	"slices"

	"sangdam/matcher/internal/phrase"
)

// seeMarket is, for the firm, whether the buyer's country is one of the markets it aims at.
func seeMarket(v *view) opinion {
	if len(v.firm.markets) == 0 || v.buyer.country == "" {
		return opinion{}
	}
	if slices.Contains(v.firm.markets, v.buyer.country) {
		return toFirm(1)
	}
	return toFirm(0)
}

var (
	marketAimed   = phrase.New("{country:은} 기업이 노리는 시장", "{country} is a market the firm aims at", "{country}是企业的目标市场", "{country} — целевой рынок компании")
	marketOther   = phrase.New("{country:은} 기업이 노리는 시장이 아님", "{country} is not a market the firm aims at", "{country}不是企业的目标市场", "{country} — не целевой рынок компании")
	marketUnknown = phrase.New("목표 시장을 밝히지 않음", "the firm states no markets", "企业未注明目标市场", "целевые рынки не указаны")
)

func whyMarket(v *view, o opinion) reading {
	country := phrase.Word("country", v.buyer.country)
	switch {
	case !o.known():
		return reading{why: marketUnknown.Text()}
	case o.firm.value == 1:
		return reading{why: marketAimed.Text(country)}
	}
	return reading{why: marketOther.Text(country)}
}
