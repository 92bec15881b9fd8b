package matcher

import (
	"testing"

	"sangdam/event"
)

func TestLanguage(t *testing.T) {
	interpreter := []event.Interpreter{{ID: "I1", Languages: []string{"ko", "zh"}}}
	for _, c := range []struct {
		name         string
		interpreters []event.Interpreter
		firm, buyer  []string
		known        bool
		value        float64
		why          string
	}{
		{"common", interpreter, []string{"ko", "en"}, []string{"zh", "en"}, true, 1, "영어로 직접 상담 가능"},
		{"interpreted", interpreter, []string{"ko"}, []string{"zh"}, true, interpreted, "통역으로 상담"},
		{"nobody can help", interpreter, []string{"ko"}, []string{"ru"}, true, 0, "공통 언어와 통역이 없음"},
		{"no interpreters listed", nil, []string{"ko"}, []string{"ru"}, true, speechless, "공통 언어와 통역이 없음"},
		{"silent", interpreter, nil, []string{"ru"}, false, 0, "언어를 밝히지 않음"},
	} {
		v := viewOf(t, event.Session{Interpreters: c.interpreters}, event.Firm{Languages: c.firm}, event.Buyer{Languages: c.buyer})
		o := seeLanguage(v)
		checkGrade(t, c.name, o.firm, c.known, c.value)
		checkGrade(t, c.name, o.buyer, c.known, c.value)
		checkKorean(t, whyLanguage(v, o).why, c.why)
	}
}
