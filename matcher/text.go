package matcher

import (
	"sync"

	"sangdam/event"
	"sangdam/matcher/internal/lexicon"
	"sangdam/matcher/internal/phrase"
)

// seeText is how near the lexicon finds the texts of product and need, across languages. A text that was not understood
// and shares no word with the other says nothing.
func seeText(v *view) opinion {
	similarity := v.offer.text.Similarity(*v.need.text)
	if similarity == 0 && (v.offer.text.Vector.Len() == 0 || v.need.text.Vector.Len() == 0) {
		return opinion{}
	}
	return both(similarity)
}

var (
	textConcept = phrase.New("양쪽 설명에 모두 {concept:이} 나옴", "both speak of {concept}", "双方都提到{concept}", "обе стороны говорят о товаре: {concept}")
	textWords   = phrase.New("글에 같은 낱말이 있음", "the texts share words", "文字中有相同词语", "в текстах есть общие слова")
	textApart   = phrase.New("글의 내용이 거의 겹치지 않음", "the texts speak of different things", "文字内容几乎不重合", "в текстах речь о разном")
	textUnknown = phrase.New("글이 없거나 이해하지 못함", "a text is missing or was not understood", "缺少文字或未能理解", "текста нет или он не понят")
)

func whyText(v *view, o opinion) reading {
	switch {
	case !o.known():
		return reading{why: textUnknown.Text()}
	case o.firm.value < weakFit:
		return reading{why: textApart.Text()}
	}
	if concept := v.words.meeting(v.offer, v.need); !concept.IsZero() {
		return reading{why: textConcept.Text(phrase.With("concept", concept))}
	}
	return reading{why: textWords.Text()}
}

// memory keeps what is costly to find out for explanations: the concept on which two texts meet, and a topic's name in
// all languages. It is shared by all matchers of one compiled event.
type memory struct {
	meetings sync.Map // [2]*topic -> event.Text
	names    sync.Map // *topic -> event.Text
}

// meeting names the heaviest concept that both texts speak of, or nothing.
func (w *vocabulary) meeting(offer, need *topic) event.Text {
	key := [2]*topic{offer, need}
	if found, ok := w.memory.meetings.Load(key); ok {
		return found.(event.Text)
	}
	var name event.Text
	if shared := offer.text.Match(*need.text).Shared; len(shared) > 0 {
		name = coded(shared[0].Name, shared[0].HS)
	}
	w.memory.meetings.Store(key, name)
	return name
}

// sure is the weight from which a concept is taken for what a text means.
const sure = 0.6

// called is a topic's name in all four languages. Where it is not written in a language, what it means comes first and the
// words as they are written follow in brackets.
func (w *vocabulary) called(t *topic) event.Text {
	if found, ok := w.memory.names.Load(t); ok {
		return found.(event.Text)
	}
	gloss := meaning(t)
	by := make(map[string]string, len(event.Languages))
	for _, lang := range event.Languages {
		by[lang] = t.name.In(lang)
		if t.name.By[lang] == "" && !gloss.IsZero() && writtenIn(by[lang]) != lang {
			by[lang] = brackets(lang, brief(gloss.In(lang)), by[lang])
		}
	}
	name := event.Text{By: by}
	w.memory.names.Store(t, name)
	return name
}

// meaning names the goods of a topic's only HS code, or else the concept its text was understood as, when that is sure.
func meaning(t *topic) event.Text {
	if len(t.codes) == 1 {
		if name, ok := lexicon.Name(t.codes[0].String()); ok {
			return name
		}
	}
	if concepts := lexicon.Concepts(t.text.Vector); len(concepts) > 0 && concepts[0].Weight >= sure && len(concepts[0].Words) > 0 {
		return concepts[0].Name
	}
	return event.Text{}
}
