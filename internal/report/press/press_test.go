package press

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/report"
	"sangdam/internal/report/reporttest"
)

func jinju(t *testing.T) *event.Event {
	t.Helper()
	data, err := os.ReadFile("../../../fixtures/jinju-2019.json")
	if err != nil {
		t.Fatal(err)
	}
	ev, err := event.ReadEvent(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return ev
}

func TestTheDelegationInFourLanguages(t *testing.T) {
	ev := jinju(t)
	r := report.Of(ev, nil)
	for code, want := range map[string][]string{
		"ko": {"창사, 모스크바에서", "참가기업 10곳이 모두 91건의 상담", "상담액은 2,400만 달러(1달러 1,385.5원 기준 약 332억 5,200만 원)다.", "창사 48건 1,100만 달러, 모스크바 43건 1,300만 달러다.", "4건, 560만 달러 규모"},
		"en": {"Changsha and Moscow", "10 firms held 91 meetings", "USD 24 million (about KRW 33,252 million at KRW 1,385.5 to the dollar)", "Changsha: 48 meetings, USD 11 million; Moscow: 43 meetings, USD 13 million.", "4 memorandums of understanding worth USD 5.6 million"},
		"zh": {"91场洽谈", "2,400万美元"},
		"ru": {"91 встреча", "24 млн долл. США", "4 соглашения о намерениях на 5,6 млн долл. США"},
	} {
		got := Paragraph(ev, r, lang.New(code), Options{Won: 1385.5})
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %q lacks %q", code, got, w)
			}
		}
		if strings.ContainsAny(got, "<{\n") || strings.Contains(got, "  ") {
			t.Errorf("%s: %q", code, got)
		}
	}
}

func TestNothingIsSaidOfWhatDidNotHappen(t *testing.T) {
	ev := reporttest.Fair()
	r := report.Of(ev, nil)
	got := Paragraph(ev, r, lang.New("en"), Options{})
	for _, w := range []string{"2 firms held 2 meetings", "USD 341,000.", "1 planned meeting did not take place.", "1 contract worth USD 7,000"} {
		if !strings.Contains(got, w) {
			t.Errorf("%q lacks %q", got, w)
		}
	}
	if strings.Contains(got, "By session") || strings.Contains(got, "KRW") {
		t.Errorf("%q says too much", got)
	}
	ev.Outcomes = nil
	if got := Paragraph(ev, report.Of(ev, nil), lang.New("ko"), Options{}); got != "" {
		t.Errorf("nothing was held, and it says %q", got)
	}
}
