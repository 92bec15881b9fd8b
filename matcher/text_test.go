package matcher

import (
	"strings"
	"testing"

	"sangdam/event"
)

func TestTextMeetsAcrossLanguages(t *testing.T) {
	seen := func(offer, wanted string) (*view, opinion) {
		v := viewOf(t, event.Session{}, event.Firm{Products: product(offer, nil)}, event.Buyer{Needs: need(wanted, nil)})
		return v, seeText(v)
	}
	for _, c := range []struct{ offer, right, wrong string }{
		{"유압 실린더 및 펌프 부품", "гидравлические насосы для экскаваторов", "керамическая плитка"},
		{"유압 실린더 및 펌프 부품", "工程机械用液压件", "陶瓷砖"},
		{"항공기 부품", "飞机零件", "水泵"},
		{"내화 벽돌", "refractory bricks", "ball bearings"},
	} {
		v, right := seen(c.offer, c.right)
		_, wrong := seen(c.offer, c.wrong)
		if !right.known() || right.firm.value <= 2*wrong.firm.value || right.firm.value < 0.2 {
			t.Errorf("%s: %s has %.2f, %s has %.2f", c.offer, c.right, right.firm.value, c.wrong, wrong.firm.value)
		}
		if right.firm.value >= weakFit {
			if why := whyText(v, right).why.In("ko"); !strings.HasPrefix(why, "양쪽 설명에 모두 ") {
				t.Errorf("%s and %s: %q does not say on what they meet", c.offer, c.right, why)
			}
		}
	}
}

func TestTextThatIsNotUnderstoodSaysNothing(t *testing.T) {
	v := viewOf(t, event.Session{}, event.Firm{Products: product("쀍뛟", nil)}, event.Buyer{Needs: need("насосы", nil)})
	o := seeText(v)
	checkGrade(t, "a word of no meaning", o.firm, false, 0)
	checkKorean(t, whyText(v, o).why, "글이 없거나 이해하지 못함")
}

func TestNameIsGlossedWhereItCannotBeRead(t *testing.T) {
	v := viewOf(t, event.Session{}, event.Firm{Products: product("유압 실린더", nil)}, event.Buyer{Needs: need("液压缸", nil, "8412.21")})
	name := v.words.called(v.need)
	checkKorean(t, name, "유압 실린더(液压缸)")
	if got := name.In("zh"); got != "液压缸" {
		t.Errorf("a Chinese reader needs no gloss, got %q", got)
	}
}
