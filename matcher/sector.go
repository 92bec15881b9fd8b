package matcher

import (
	"sangdam/event"
	"sangdam/matcher/internal/phrase"
)

// seeSector is the closeness of the nearest two sectors of product and need in the taxonomy.
func seeSector(v *view) opinion {
	if len(v.offer.sectors) == 0 || len(v.need.sectors) == 0 {
		return opinion{}
	}
	_, _, closeness := v.words.sectors.Closest(v.offer.sectors, v.need.sectors)
	return both(closeness)
}

var (
	sectorSame    = phrase.New("같은 분야: {a}", "same sector: {a}", "同一行业：{a}", "одна отрасль: {a}")
	sectorNear    = phrase.New("가까운 분야: {a:과} {b}", "related sectors: {a} and {b}", "相关行业：{a}与{b}", "смежные отрасли: {a} и {b}")
	sectorFar     = phrase.New("분야가 다름: {a:과} {b}", "different sectors: {a} and {b}", "行业不同：{a}与{b}", "разные отрасли: {a} и {b}")
	sectorUnknown = phrase.New("한쪽이 분야를 밝히지 않음", "one side states no sector", "一方未注明行业", "одна из сторон не указала отрасль")
)

func whySector(v *view, o opinion) reading {
	if !o.known() {
		return reading{why: sectorUnknown.Text()}
	}
	a, b, closeness := v.words.sectors.Closest(v.offer.sectors, v.need.sectors)
	args := []phrase.Arg{phrase.With("a", v.words.sectors.Name(a)), phrase.With("b", v.words.sectors.Name(b))}
	switch {
	case a == b:
		return reading{why: sectorSame.Text(args...)}
	case closeness > 0:
		return reading{why: sectorNear.Text(args...)}
	}
	return reading{why: sectorFar.Text(args...)}
}

// sectorName names the sector on which the two meet: the same, or one and its next of kin; otherwise nothing.
func sectorName(v *view) event.Text {
	if a, _, closeness := v.words.sectors.Closest(v.offer.sectors, v.need.sectors); closeness >= nextOfKin {
		return v.words.sectors.Name(a)
	}
	return event.Text{}
}

// nextOfKin is the closeness of a sector and its parent.
const nextOfKin = 0.75
