package matcher

import (
	"sangdam/event"
	"sangdam/matcher/internal/lexicon"
	"sangdam/matcher/internal/phrase"
)

// weakFit is the fit below which the sentence does not speak of a match.
const weakFit = 0.25

var (
	matchOn   = phrase.New("공통 분야: {what}", "Match on {what}", "匹配点：{what}", "Совпадение: {what}")
	matchWeak = phrase.New("맞는 점이 적음", "Little in common", "匹配度低", "Мало общего")
	makeSeek  = phrase.New("기업은 {offer:을} 만들고 바이어는 {need:을} 찾음", "the firm makes {offer}, the buyer needs {need}", "企业生产{offer}，买家需要{need}", "компания производит {offer}, покупателю нужно: {need}")
	makeOnly  = phrase.New("기업은 {offer:을} 만듦", "the firm makes {offer}", "企业生产{offer}", "компания производит {offer}")
	seekOnly  = phrase.New("바이어는 {need:을} 찾음", "the buyer needs {need}", "买家需要{need}", "покупателю нужно: {need}")
)

// sentence says in one sentence what the two meet on, what is made and sought, what is to be known before meeting, and
// what would raise the score most.
func sentence(c *consideration, notes []event.Text) event.Text {
	v := &c.view
	parts := []event.Text{matchWeak.Text()}
	if what := meetOn(c); !what.IsZero() {
		parts[0] = matchOn.Text(phrase.With("what", what))
	}
	made, sought := v.offer.product != nil && !v.offer.name.IsZero(), v.need.need != nil && !v.need.name.IsZero()
	var offer, need phrase.Arg
	if made {
		offer = phrase.With("offer", v.words.called(v.offer))
	}
	if sought {
		need = phrase.With("need", v.words.called(v.need))
	}
	switch {
	case made && sought:
		parts = append(parts, makeSeek.Text(offer, need))
	case made:
		parts = append(parts, makeOnly.Text(offer))
	case sought:
		parts = append(parts, seekOnly.Text(need))
	}
	return phrase.Join(append(parts, notes...)...)
}

// meetOn names what the two meet on: the goods of a shared heading, else the concept both texts speak of, else the sector;
// nothing when they hardly meet.
func meetOn(c *consideration) event.Text {
	v, o := &c.view, &c.verdict.opinions
	if o[hsFactor].firm.value >= weakFit {
		if a, b, _ := nearestCodes(v); a.Level() >= 4 && b.Level() >= 4 && a.Heading() == b.Heading() {
			code := a.Heading()
			if a == b {
				code = a
			}
			if name, ok := lexicon.Name(code.String()); ok {
				return coded(name, code.String())
			}
			return event.Text{Plain: "HS " + code.String()}
		}
	}
	if o[textFactor].firm.value >= weakFit {
		if concept := v.words.meeting(v.offer, v.need); !concept.IsZero() {
			return concept
		}
	}
	return sectorName(v)
}
