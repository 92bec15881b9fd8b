package matcher

import (
	"sangdam/event"
	"sangdam/matcher/internal/phrase"
)

// Grades of the language factor.
const (
	interpreted = 0.6 // an interpreter of the session speaks with both
	speechless  = 0.2 // no common language, and the session lists no interpreters
)

// seeLanguage is 1 for a common language, less where an interpreter is needed. Sides that state no language say nothing.
func seeLanguage(v *view) opinion {
	if len(v.firm.languages) == 0 || len(v.buyer.languages) == 0 {
		return opinion{}
	}
	if v.words.share(v.firm, v.buyer) {
		return both(1)
	}
	if v.place == nil || len(v.place.session.Interpreters) == 0 {
		return both(speechless)
	}
	if v.place.canTalk(v.firm, v.buyer) {
		return both(interpreted)
	}
	return both(0)
}

// share reports whether the two have a common language.
func (w *vocabulary) share(firm, buyer *side) bool {
	if w.languageMasks {
		return firm.masks.languages&buyer.masks.languages != 0
	}
	_, ok := event.CommonLanguage(firm.languages, buyer.languages)
	return ok
}

var (
	languageCommon  = phrase.New("{language:으로} 직접 상담 가능", "can talk in {language}", "可直接用{language}洽谈", "общий язык — {language}")
	languageHelped  = phrase.New("통역으로 상담", "an interpreter is needed", "需要翻译", "нужен переводчик")
	languageNone    = phrase.New("공통 언어와 통역이 없음", "no common language and no interpreter", "无共同语言，也无翻译", "нет общего языка и переводчика")
	languageUnknown = phrase.New("언어를 밝히지 않음", "a side states no language", "一方未注明语言", "язык не указан")
)

// languageNames are the languages most often met, for people; others go by their code.
var languageNames = map[string]event.Text{
	"ko": {By: map[string]string{"ko": "한국어", "en": "Korean", "zh": "韩语", "ru": "корейский"}},
	"en": {By: map[string]string{"ko": "영어", "en": "English", "zh": "英语", "ru": "английский"}},
	"zh": {By: map[string]string{"ko": "중국어", "en": "Chinese", "zh": "汉语", "ru": "китайский"}},
	"ru": {By: map[string]string{"ko": "러시아어", "en": "Russian", "zh": "俄语", "ru": "русский"}},
	"ja": {By: map[string]string{"ko": "일본어", "en": "Japanese", "zh": "日语", "ru": "японский"}},
	"vi": {By: map[string]string{"ko": "베트남어", "en": "Vietnamese", "zh": "越南语", "ru": "вьетнамский"}},
	"de": {By: map[string]string{"ko": "독일어", "en": "German", "zh": "德语", "ru": "немецкий"}},
	"fr": {By: map[string]string{"ko": "프랑스어", "en": "French", "zh": "法语", "ru": "французский"}},
	"es": {By: map[string]string{"ko": "스페인어", "en": "Spanish", "zh": "西班牙语", "ru": "испанский"}},
}

func whyLanguage(v *view, o opinion) reading {
	switch {
	case !o.known():
		return reading{why: languageUnknown.Text()}
	case o.firm.value == 1:
		code, _ := event.CommonLanguage(v.firm.languages, v.buyer.languages)
		name, ok := languageNames[code]
		if !ok {
			name = event.Text{Plain: code}
		}
		return reading{why: languageCommon.Text(phrase.With("language", name))}
	case o.firm.value == interpreted:
		return reading{why: languageHelped.Text()}
	}
	t := languageNone.Text()
	return reading{t, t}
}
