package matcher

import (
	"sangdam/event"
	"sangdam/matcher/internal/phrase"
)

// A step is something that someone could do for a pair, with what it would add to the score at most.
type step struct {
	what  event.Text
	gain  int  // units of the score
	atAll bool // it would make the pair a candidate at all
}

// worthwhile is the least gain in units for which a step is worth a word.
const worthwhile = 100

var (
	stepCertificate = phrase.New("{list} 인증을 갖추는 것", "certification to {list}", "取得 {list} 认证", "получение сертификата {list}")
	stepFirmCode    = phrase.New("기업 제품에 HS 코드를 적는 것", "an HS code for the firm's product", "为企业产品填写 HS 编码", "код HS для товара компании")
	stepBuyerCode   = phrase.New("바이어 수요에 HS 코드를 적는 것", "an HS code for the buyer's need", "为买家需求填写 HS 编码", "код HS для запроса покупателя")
	stepText        = phrase.New("품목 설명을 더 자세히 적는 것", "a fuller description of the goods", "更详细地描述产品", "более подробное описание товара")
	stepSector      = phrase.New("양쪽 분야를 적는 것", "stating the sectors of both", "注明双方行业", "указание отраслей обеих сторон")
	stepCapacity    = phrase.New("생산 능력을 수요에 맞추는 것", "capacity for the whole volume", "使产能满足全部需求", "мощность под весь объём")
	stepLanguage    = phrase.New("바이어의 언어로 상담하는 것", "talking in the buyer's language", "用买家的语言洽谈", "переговоры на языке покупателя")
	stepBest        = phrase.New("점수를 가장 올릴 길은 {what}(최대 +{gain})", "what would raise the score most: {what} (up to +{gain})", "最能提高得分的是{what}（最多 +{gain}）", "сильнее всего повысит оценку: {what} (до +{gain})")
	stepNeeded      = phrase.New("만나려면 {what:이} 먼저임", "needed before they can meet: {what}", "会面的前提是{what}", "для встречи сначала нужно: {what}")
)

func (s step) text() event.Text {
	if s.atAll {
		return stepNeeded.Text(phrase.With("what", s.what))
	}
	return stepBest.Text(phrase.With("what", s.what), phrase.Word("gain", decimal(s.gain)))
}

// bestStep finds what would raise the score most: each factor that someone could act on is taken to be perfect in turn, all
// else the same. A missing certificate comes first when it keeps the pair from meeting.
func (m *Matcher) bestStep(c *consideration) (best step, ok bool) {
	v, o := &c.view, &c.verdict.opinions
	try := func(f int, what event.Text, perfect opinion) {
		r := c.verdict
		r.opinions[f] = perfect
		if f < int(fitFactors) {
			r.opinions[unstatedFactor] = opinion{}
		}
		m.gains(&r)
		score, _, _ := m.options.join(r.firm, r.buyer)
		if gain := units(score) - c.score; gain >= worthwhile && gain > best.gain {
			best, ok = step{what: what, gain: gain}, true
		}
	}
	if missing := lacks(v.firm, v.buyer); len(missing) > 0 {
		what := stepCertificate.Text(phrase.With("list", phrase.List(missing)))
		if c.ruled == event.ReasonCertificate {
			return step{what: what, atAll: true}, true
		}
		try(certificateFactor, what, toBuyer(1))
	}
	if !o[hsFactor].known() && len(v.offer.codes) == 0 && v.offer.product != nil {
		try(hsFactor, stepFirmCode.Text(), both(1))
	} else if !o[hsFactor].known() && v.need.need != nil {
		try(hsFactor, stepBuyerCode.Text(), both(1))
	}
	if !o[textFactor].known() {
		try(textFactor, stepText.Text(), both(1))
	}
	if !o[sectorFactor].known() {
		try(sectorFactor, stepSector.Text(), both(1))
	}
	if s := o[sizeFactor]; s.buyer.known && s.buyer.value < 1 {
		try(sizeFactor, stepCapacity.Text(), both(1))
	}
	if s := o[languageFactor]; s.firm.known && s.firm.value < 1 {
		try(languageFactor, stepLanguage.Text(), both(1))
	}
	return best, ok
}
