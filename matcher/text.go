package matcher

import (
	"sangdam/event"
	"sangdam/matcher/internal/lexicon"
	"sangdam/matcher/internal/phrase"
)

// seeText is how near the lexicon finds the texts of product and need, across languages. A text that was not understood
// and shares no word with the other says nothing.
func seeText(v *view) opinion {
	similarity := v.offer.text.Similarity(v.need.text)
	if similarity == 0 && (v.offer.text.Vector.Len() == 0 || v.need.text.Vector.Len() == 0) {
		return opinion{}
	}
	return both(similarity)
}

var (
	textConcept = phrase.New("두 글 모두 {concept:을} 말함", "both speak of {concept}", "双方都提到{concept}", "обе стороны говорят: {concept}")
	textWords   = phrase.New("글에 같은 낱말이 있음", "the texts share words", "文字中有相同词语", "в текстах есть общие слова")
	textApart   = phrase.New("글의 내용이 서로 다름", "the texts speak of different things", "文字内容不同", "в текстах речь о разном")
	textUnknown = phrase.New("글이 없거나 이해하지 못함", "a text is missing or was not understood", "缺少文字或未能理解", "текста нет или он не понят")
)

func whyText(v *view, o opinion) reading {
	if !o.known() {
		return reading{why: textUnknown.Text()}
	}
	match := v.offer.text.Match(v.need.text)
	switch {
	case match.Value == 0:
		return reading{why: textApart.Text()}
	case len(match.Shared) == 0:
		return reading{why: textWords.Text()}
	}
	return reading{why: textConcept.Text(phrase.With("concept", conceptName(match.Shared[0])))}
}

// conceptName is a concept's name with its code.
func conceptName(c lexicon.Shared) event.Text { return coded(c.Name, c.HS) }

// coded writes a name with its HS code in brackets, if there is one.
func coded(name event.Text, code string) event.Text {
	if code == "" {
		return name
	}
	by := make(map[string]string, len(event.Languages))
	for _, lang := range event.Languages {
		by[lang] = name.In(lang) + " (HS " + code + ")"
	}
	by["ko"] = name.In("ko") + "(HS " + code + ")"
	by["zh"] = name.In("zh") + "（HS " + code + "）"
	return event.Text{By: by}
}
