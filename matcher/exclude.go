package matcher

import (
	"strings"

	"sangdam/event"
	"sangdam/matcher/internal/hs"
	"sangdam/matcher/internal/phrase"
)

// allowed tells which of a firm's products may be offered to the buyer's country on the days of the session, nil when all
// may; barred is true when the firm lists products and none may.
func (p *meetingPlace) allowed(firm, buyer *side) (allowed []bool, barred bool) {
	country := buyer.country
	if country == "" {
		country = p.session.Country
	}
	controls := p.controls[country]
	if len(controls) == 0 {
		return nil, false
	}
	allowed = make([]bool, len(firm.topics))
	left := 0
	for i := range firm.topics {
		if _, controlled := controlledBy(controls, &firm.topics[i]); !controlled {
			allowed[i] = true
			left++
		}
	}
	if left == len(allowed) {
		return nil, false
	}
	return allowed, left == 0
}

// controlledBy returns the first control that lists one of a product's codes, in any edition of the Harmonized System.
func controlledBy(controls []*event.Control, t *topic) (*event.Control, bool) {
	for _, c := range controls {
		for _, code := range t.written {
			for _, above := range c.HS {
				if hs.Under(code, above) {
					return c, true
				}
			}
		}
	}
	return nil, false
}

var (
	ruledControl     = phrase.New("수출 통제: {codes} 품목은 {country}에 제안할 수 없음", "export control: products under {codes} may not be offered to {country}", "出口管制：{codes} 类产品不得向 {country} 提供", "экспортный контроль: товары {codes} нельзя предлагать в {country}")
	ruledRefused     = phrase.New("한쪽이 만남을 거절함: {who}", "refused by {who}", "{who}拒绝会面", "отказ: {who}")
	ruledCertificate = phrase.New("요구 인증 {list:이} 없음", "lacks the required {list}", "缺少所要求的 {list}", "нет требуемого сертификата {list}")
	ruledMinimum     = phrase.New("연간 수요 {volume:이} 최소 주문 {minimum}에 못 미침", "the volume of {volume} a year does not reach the minimum order of {minimum}", "年需求 {volume} 达不到最小订单 {minimum}", "объём {volume} в год не достигает минимального заказа {minimum}")
	ruledLanguage    = phrase.New("공통 언어가 없고 도울 수 있는 통역도 없음", "no common language, and no interpreter of the session could help", "无共同语言，本场也没有可协助的翻译", "нет общего языка, и ни один переводчик сессии не поможет")
	ruledScore       = phrase.New("점수 {score:이} 기준 {minimum}에 못 미침", "the score of {score} is below the limit of {minimum}", "得分 {score} 低于标准 {minimum}", "оценка {score} ниже порога {minimum}")
)

// ruleOut applies the hard facts in their order: control, refusal, certificate, minimum order, language, minimum score. What
// is fixed always stays. A must overrules certificate, minimum order and score. With given scores, certificate and minimum
// order are for whoever gave them to judge. It returns the reason, or none for a candidate.
func (m *Matcher) ruleOut(v *view, score int, must, fixed, given, barred bool) event.Reason {
	switch {
	case fixed:
		return ""
	case barred:
		return event.ReasonControl
	case v.wish.Refused():
		return event.ReasonRefused
	case !must && !given && v.words.lacking(v.firm, v.buyer):
		return event.ReasonCertificate
	case !must && !given && belowMinimum(v.firm, v.buyer):
		return event.ReasonMinimumOrder
	case !v.words.share(v.firm, v.buyer) && !v.place.canTalk(v.firm, v.buyer):
		return event.ReasonNoCommonLanguage
	case !must && float64(score)/Unit < m.event.MinimumScore.Or(0):
		return event.ReasonNotWorthIt
	}
	return ""
}

// ruledWhy says a reason in words.
func (m *Matcher) ruledWhy(v *view, reason event.Reason, score int) event.Text {
	switch reason {
	case event.ReasonControl:
		c, _ := controlledBy(v.place.controls[countryOf(v)], &v.firm.topics[0])
		return ruledControl.Text(phrase.Word("codes", "HS "+strings.Join(c.HS, ", ")), phrase.Word("country", countryOf(v)))
	case event.ReasonRefused:
		who := v.firm.firm.Name
		if v.wish.ByFirm != event.Never {
			who = v.buyer.buyer.Name
		}
		return ruledRefused.Text(phrase.With("who", who))
	case event.ReasonCertificate:
		return ruledCertificate.Text(phrase.With("list", phrase.List(lacks(v.firm, v.buyer))))
	case event.ReasonMinimumOrder:
		return ruledMinimum.Text(phrase.Word("volume", dollars(v.buyer.volume.value)), phrase.Word("minimum", dollars(v.firm.minimum.value)))
	case event.ReasonNoCommonLanguage:
		return ruledLanguage.Text()
	case event.ReasonNotWorthIt:
		return ruledScore.Text(phrase.Word("score", decimal(score)), phrase.Word("minimum", decimal(units(m.event.MinimumScore.Or(0)))))
	}
	return event.Text{}
}

func countryOf(v *view) string {
	if v.buyer.country != "" {
		return v.buyer.country
	}
	return v.place.session.Country
}
