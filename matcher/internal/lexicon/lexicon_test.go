package lexicon

import "testing"

// The three texts of which the product was thought up: one trade in three languages, and a stranger.
const (
	russianPumps   = "гидравлические насосы для экскаваторов"
	chineseParts   = "工程机械用液压件"
	koreanCylinder = "유압 실린더 및 펌프 부품"
	koreanBricks   = "세라믹 내화벽돌"
)

func TestOneTradeInThreeLanguages(t *testing.T) {
	texts := []string{russianPumps, chineseParts, koreanCylinder}
	stranger := Understand(koreanBricks, "")
	for i, a := range texts {
		v := Understand(a, "")
		if got := v.Cosine(stranger); got > 0.1 {
			t.Errorf("%q and %q: %.3f, want at most 0.1", a, koreanBricks, got)
		}
		for _, b := range texts[i+1:] {
			if got := v.Cosine(Understand(b, "")); got < 0.4 {
				t.Errorf("%q and %q: %.3f, want at least 0.4", a, b, got)
			}
		}
	}
}
