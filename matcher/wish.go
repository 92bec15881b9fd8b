package matcher

import (
	"sangdam/event"
	"sangdam/matcher/internal/phrase"
)

// seeWish takes what each side asks about the other into that side's gain: 1 for want and must, 0 for avoid and never.
func seeWish(v *view) opinion {
	return opinion{wishGrade(v.wish.ByFirm), wishGrade(v.wish.ByBuyer)}
}

func wishGrade(w event.Wish) grade {
	switch w {
	case event.Must, event.Want:
		return grade{1, true}
	case event.Avoid, event.Never:
		return grade{0, true}
	}
	return grade{}
}

var (
	wishNone   = phrase.New("희망을 밝히지 않음", "no wish was stated", "双方未提出意愿", "пожеланий нет")
	wishFirm   = phrase.New("기업이 만남을 {wish}", "the firm {wish} the meeting", "企业{wish}会面", "компания {wish} встречи")
	wishBuyer  = phrase.New("바이어가 만남을 {wish}", "the buyer {wish} the meeting", "买家{wish}会面", "покупатель {wish} встречи")
	wishedVerb = map[event.Wish]event.Text{
		event.Must:  {By: map[string]string{"ko": "꼭 바람", "en": "insists on", "zh": "坚持要求", "ru": "настаивает на"}},
		event.Want:  {By: map[string]string{"ko": "바람", "en": "wants", "zh": "希望", "ru": "желает"}},
		event.Avoid: {By: map[string]string{"ko": "꺼림", "en": "would rather avoid", "zh": "不太希望", "ru": "не желает"}},
		event.Never: {By: map[string]string{"ko": "거절함", "en": "refuses", "zh": "拒绝", "ru": "отказывается от"}},
	}
)

func whyWish(v *view, _ opinion) reading {
	var said []event.Text
	if w := v.wish.ByFirm; w != "" {
		said = append(said, wishFirm.Text(phrase.With("wish", wishedVerb[w])))
	}
	if w := v.wish.ByBuyer; w != "" {
		said = append(said, wishBuyer.Text(phrase.With("wish", wishedVerb[w])))
	}
	if said == nil {
		return reading{why: wishNone.Text()}
	}
	t := phrase.And(said...)
	return reading{t, t}
}
