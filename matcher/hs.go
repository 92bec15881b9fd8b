package matcher

import (
	"sangdam/matcher/internal/hs"
	"sangdam/matcher/internal/phrase"
)

// seeHS is Lin's similarity of the nearest two codes of product and need in the Harmonized System.
func seeHS(v *view) opinion {
	if len(v.offer.codes) == 0 || len(v.need.codes) == 0 {
		return opinion{}
	}
	_, _, similarity := nearestCodes(v)
	return both(similarity)
}

func nearestCodes(v *view) (a, b hs.Code, similarity float64) {
	return nearest(v.offer.codes, v.need.codes)
}

// nearest finds the most similar two codes, the first of equals.
func nearest(offered, needed []hs.Place) (a, b hs.Code, similarity float64) {
	similarity = -1
	for i := range offered {
		for j := range needed {
			if s := offered[i].Similarity(needed[j]); s > similarity {
				a, b, similarity = offered[i].Code, needed[j].Code, s
			}
		}
	}
	return a, b, similarity
}

var (
	hsSame    = phrase.New("HS {a} 일치", "same HS code {a}", "HS {a} 相同", "код HS {a} совпадает")
	hsHeading = phrase.New("HS {a:과} {b:이} 같은 호 {c}에 속함", "HS {a} and {b} share heading {c}", "HS {a} 与 {b} 同属品目 {c}", "HS {a} и {b} в одной позиции {c}")
	hsChapter = phrase.New("HS {a:과} {b:은} 같은 류 {c}에서만 만남", "HS {a} and {b} share only chapter {c}", "HS {a} 与 {b} 仅同属第 {c} 章", "у HS {a} и {b} общая только группа {c}")
	hsApart   = phrase.New("HS {a:과} {b:은} 서로 다른 류", "HS {a} and {b} are in different chapters", "HS {a} 与 {b} 不同章", "HS {a} и {b} в разных группах")
	hsUnknown = phrase.New("한쪽에 HS 코드가 없음", "one side states no HS code", "一方未填写 HS 编码", "одна из сторон не указала код HS")
)

func whyHS(v *view, o opinion) reading {
	if !o.known() {
		return reading{why: hsUnknown.Text()}
	}
	a, b, _ := nearestCodes(v)
	common := hs.Common(a, b)
	args := []phrase.Arg{phrase.Word("a", a.String()), phrase.Word("b", b.String()), phrase.Word("c", common.String())}
	switch {
	case a == b:
		return reading{why: hsSame.Text(args...)}
	case common.Level() == 4:
		return reading{why: hsHeading.Text(args...)}
	case common.Level() == 2:
		return reading{why: hsChapter.Text(args...)}
	}
	return reading{why: hsApart.Text(args...)}
}
