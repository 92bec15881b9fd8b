package matcher

import (
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/matcher/internal/lexicon"
)

func TestSentencesInFourLanguages(t *testing.T) {
	ev := smallEvent()
	ev.Buyers[0].RequiredCertificates = []string{"ISO 9001", "EAC"}
	ev.Buyers[0].Needs[0].HS = []string{"8412.21"}
	p := find(t, Rank(ev), "F1", "B1")
	cylinder, _ := lexicon.Name("8412.21") // the lexicon's own wording may be improved
	for lang, want := range map[string]string{
		"ko": "공통 분야: #(HS 8412.21); 기업은 유압 실린더를 만들고 바이어는 #(液压缸)를 찾음; EAC 인증 없음; 만나려면 EAC 인증을 갖추는 것이 먼저임",
		"en": "Match on # (HS 8412.21); the firm makes hydraulic cylinders, the buyer needs # (液压缸); lacks EAC; needed before they can meet: certification to EAC",
		"zh": "匹配点：#（HS 8412.21）；企业生产#（hydraulic cylinders），买家需要液压缸；缺少 EAC 认证；会面的前提是取得 EAC 认证",
		"ru": "Совпадение: # (HS 8412.21); компания производит # (hydraulic cylinders), покупателю нужно: # (液压缸); нет сертификата EAC; для встречи сначала нужно: получение сертификата EAC",
	} {
		want = strings.ReplaceAll(want, "#", brief(cylinder.In(lang)))
		if got := p.Why.By[lang]; got != want {
			t.Errorf("%s:\n got %q\nwant %q", lang, got, want)
		}
	}
	checkKorean(t, p.ExcludedWhy, "요구 인증 EAC가 없음")
}

func TestWeakAndUnknownPairsSaySo(t *testing.T) {
	ev := smallEvent()
	if got := find(t, Rank(ev), "F2", "B1").Why.In("ko"); !strings.HasPrefix(got, "맞는 점이 적음; 기업은 항공기 부품을 만들고") {
		t.Errorf("of a weak pair the sentence is %q", got)
	}
	ev.Firms[0].Products = nil
	ev.Firms[0].Sectors = nil
	p := find(t, Rank(ev), "F1", "B3")
	if got := p.Factors[len(p.Factors)-1]; got.Name != "unstated" || got.Value != unstatedFit {
		t.Errorf("of a pair of which nothing is known the last factor is %+v", got)
	}
}

func TestBriefCutsTitles(t *testing.T) {
	for title, want := range map[string]string{
		"액체펌프(계기를 갖춘 것인지에 상관없음)와 액체엘리베이터": "액체펌프와 액체엘리베이터", "taps, cocks, valves": "taps", "유압 실린더": "유압 실린더",
		"насосы жидкостные, подъемники": "насосы жидкостные", "钢铁管子附件（例如接头）": "钢铁管子附件",
	} {
		if got := brief(title); got != want {
			t.Errorf("%q is cut to %q, want %q", title, got, want)
		}
	}
}

func TestStepNamesWhatRaisesTheScoreMost(t *testing.T) {
	ev := smallEvent()
	ev.Buyers[0].Needs[0].HS = nil
	ev.Buyers[0].Needs[0].Description = event.Text{Plain: "泵"}
	m := New(ev, Options{})
	c := m.consider(0, 0, 0, event.Wishes{})
	step, ok := m.bestStep(c)
	if !ok || step.gain <= 0 {
		t.Fatalf("no step found for a need without a code")
	}
	checkKorean(t, step.what, "바이어 수요에 HS 코드를 적는 것")
	ev.Buyers[0].Needs[0].HS = []string{"8412.21"}
	if better := New(ev, Options{}).consider(0, 0, 0, event.Wishes{}); better.score > c.score+step.gain {
		t.Errorf("the step was to add at most %d units, a perfect code adds %d", step.gain, better.score-c.score)
	}
}
