package matcher

import (
	"testing"

	"sangdam/event"
)

func TestSector(t *testing.T) {
	for _, c := range []struct {
		name          string
		firm, buyer   []string
		known         bool
		value         float64
		why, sentence string
	}{
		{"same", []string{"ceramics"}, []string{"ceramics"}, true, 1, "같은 분야: 세라믹", "세라믹"},
		{"the nearest of several", []string{"casting", "hydraulics"}, []string{"construction-machinery"}, true, 0.75, "가까운 분야: 유공압과 건설기계", "유공압"},
		{"nothing in common", []string{"aerospace"}, []string{"food"}, true, 0, "분야가 다름: 항공우주와 농식품", ""},
		{"a word of their own", []string{"lunar-habitats"}, []string{"Lunar Habitats"}, true, 1, "같은 분야: lunar-habitats", "lunar-habitats"},
		{"one side is silent", nil, []string{"food"}, false, 0, "한쪽이 분야를 밝히지 않음", ""},
	} {
		v := viewOf(t, event.Session{}, event.Firm{Sectors: c.firm}, event.Buyer{Sectors: c.buyer})
		o := seeSector(v)
		checkGrade(t, c.name, o.firm, c.known, c.value)
		checkGrade(t, c.name, o.buyer, c.known, c.value)
		checkKorean(t, whySector(v, o).why, c.why)
		checkKorean(t, sectorName(v), c.sentence)
	}
}

func TestProductSectorsComeBeforeTheFirms(t *testing.T) {
	v := viewOf(t, event.Session{}, event.Firm{Sectors: []string{"food"}, Products: product("valve", []string{"pumps-valves"})},
		event.Buyer{Needs: need("valves", []string{"pumps-valves"})})
	checkGrade(t, "product's own sector", seeSector(v).firm, true, 1)
}
