package event

import (
	"slices"
	"testing"
)

func TestInterpreting(t *testing.T) {
	interpreters := []Interpreter{
		{ID: "I1", Languages: []string{"ko", "zh"}},
		{ID: "I2", Languages: []string{"ko", "ru"}},
		{ID: "I3", Languages: []string{"zh", "en"}},
	}
	tests := []struct {
		name         string
		firm, buyer  []string
		interpreters []Interpreter
		needs        bool
		able         []int
		canTalk      bool
	}{
		{"common language", []string{"ko", "en"}, []string{"zh", "en"}, interpreters, false, []int{0, 2}, true},
		{"two are able", []string{"ko", "en"}, []string{"zh"}, interpreters, true, []int{0, 2}, true},
		{"nobody is able", []string{"ko"}, []string{"vi"}, interpreters, true, nil, false},
		{"no interpreters, no limit", []string{"ko"}, []string{"vi"}, nil, false, nil, true},
		{"a side that states no language", nil, []string{"zh"}, interpreters, true, nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := &Session{Interpreters: tt.interpreters}
			f, b := &Firm{Languages: tt.firm}, &Buyer{Languages: tt.buyer}
			if got := s.NeedsInterpreter(f, b); got != tt.needs {
				t.Errorf("needs an interpreter: got %v", got)
			}
			if got := s.AbleInterpreters(f, b); !slices.Equal(got, tt.able) {
				t.Errorf("able: got %v, want %v", got, tt.able)
			}
			if got := s.CanTalk(f, b); got != tt.canTalk {
				t.Errorf("can talk: got %v", got)
			}
		})
	}
}

func TestCommonLanguageIsTheFirstOfTheFirstSide(t *testing.T) {
	if got, ok := CommonLanguage([]string{"ko", "en", "zh"}, []string{"zh", "en"}); got != "en" || !ok {
		t.Errorf("got %q, %v", got, ok)
	}
}
