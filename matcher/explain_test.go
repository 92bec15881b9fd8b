package matcher

import (
	"strings"
	"testing"
)

func TestExplainNamesTheGoods(t *testing.T) {
	for text, heading := range map[string]string{
		"гидравлические насосы для экскаваторов": "8413", "유압 실린더": "8412", "ball bearings": "8482", "耐火砖": "6902",
	} {
		u := Explain(text, "")
		if len(u.Concepts) == 0 || !strings.HasPrefix(u.Concepts[0].HS, heading) || len(u.Concepts[0].Words) == 0 {
			t.Errorf("%s: want heading %s first, got %+v", text, heading, u.Concepts)
		}
	}
	if u := Explain("쀍뛟", ""); len(u.Concepts) != 0 {
		t.Errorf("nonsense is understood as %+v", u.Concepts)
	}
}
