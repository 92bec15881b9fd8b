package event

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A faulty document is a whole one of testdata in which one passage is replaced.
type faulty struct {
	name     string
	old, new string
	want     []string // "location code" of every fault, in order
}

// faultsOf returns the faults that an error holds.
func faultsOf(t *testing.T, err error) Faults {
	t.Helper()
	var faults Faults
	if err != nil && !errors.As(err, &faults) {
		t.Fatalf("the error is no Faults: %v", err)
	}
	return faults
}

func summary(faults Faults) []string {
	var s []string
	for _, f := range faults {
		s = append(s, strings.TrimSpace(f.Location+" "+string(f.Code)))
	}
	return s
}

func (c faulty) check(t *testing.T, whole []byte, read func(string) error) {
	t.Helper()
	if !strings.Contains(string(whole), c.old) {
		t.Fatalf("the whole document does not contain %q", c.old)
	}
	faults := faultsOf(t, read(strings.Replace(string(whole), c.old, c.new, 1)))
	if got := summary(faults); !slices.Equal(got, c.want) {
		t.Errorf("got  %q\nwant %q", got, c.want)
	}
	for _, f := range faults {
		checkMessage(t, f)
	}
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// checkMessage holds that a fault has a line and says something in every language, with every gap filled.
func checkMessage(t *testing.T, f Fault) {
	t.Helper()
	if f.Line < 1 || f.Column < 1 {
		t.Errorf("%s %s: line %d, column %d", f.Location, f.Code, f.Line, f.Column)
	}
	for _, lang := range Languages {
		problem, want := f.Problem().By[lang], f.Want().By[lang]
		if problem == "" || want == "" || placeholder.MatchString(problem+want) {
			t.Errorf("%s in %s: %q, %q", f.Code, lang, problem, want)
		}
	}
}

func TestMessagesAreWholeInEveryLanguage(t *testing.T) {
	for code, m := range messages {
		gaps := func(p phrase) []string {
			found := placeholder.FindAllString(p.problem+" "+p.want, -1)
			slices.Sort(found)
			return slices.Compact(found)
		}
		for _, lang := range Languages {
			p := map[string]phrase{"ko": m.ko, "en": m.en, "zh": m.zh, "ru": m.ru}[lang]
			if p.problem == "" || p.want == "" {
				t.Errorf("%s says nothing in %s", code, lang)
			}
			if got, want := gaps(p), gaps(m.en); !slices.Equal(got, want) {
				t.Errorf("%s in %s has the gaps %v, in English %v", code, lang, got, want)
			}
		}
	}
}

func TestFaultInLanguages(t *testing.T) {
	f := Fault{Location: "buyers[3].needs[0].hs[1]", Line: 12, Column: 5, Code: CodeHSOdd, Args: Args{
		"got": plain("880"), "digits": plain(3), "example": plain("0880"),
	}}
	tests := map[string]string{
		"ko": "12행: buyers[3].needs[0].hs[1]: HS 코드 '880'의 자릿수가 3자리로 홀수입니다. 0이 빠졌을 수 있습니다. 예: 0880",
		"en": "line 12: buyers[3].needs[0].hs[1]: the HS code '880' has 3 digits, an odd number; a zero may be lost; write e.g. 0880",
		"zh": "第 12 行: buyers[3].needs[0].hs[1]: HS 编码“880”有 3 位，为奇数。可能丢失了一个 0，例如 0880",
		"ru": "строка 12: buyers[3].needs[0].hs[1]: в коде ТН ВЭД «880» нечётное число цифр: 3; возможно, потерян ноль, например 0880",
		"de": "line 12: buyers[3].needs[0].hs[1]: the HS code '880' has 3 digits, an odd number; a zero may be lost; write e.g. 0880",
	}
	for lang, want := range tests {
		if got := f.In(lang); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", lang, got, want)
		}
	}
}

func TestFaultsBeyondTheMostAreCounted(t *testing.T) {
	firms := strings.Repeat(`{"id": "?"},`, 5000)
	doc := `{"sangdam": 1, "id": "e", "sessions": [], "buyers": [], "firms": [` + firms + `{"id": "F1"}]}`
	_, err := ReadEvent(strings.NewReader(doc))
	faults := faultsOf(t, err)
	if len(faults) != MaxFaults+1 {
		t.Fatalf("%d faults", len(faults))
	}
	last := faults[MaxFaults]
	if last.Code != CodeMore || last.In("en") != "and 4900 more; mend those above first" {
		t.Errorf("the last fault is %s", last.In("en"))
	}
	if lines := strings.Count(err.Error(), "\n"); lines != MaxFaults {
		t.Errorf("the error has %d lines", lines+1)
	}
}
