package event

import "slices"

// CommonLanguage returns the first language of a that b has too.
func CommonLanguage(a, b []string) (string, bool) {
	for _, l := range a {
		if slices.Contains(b, l) {
			return l, true
		}
	}
	return "", false
}

// NeedsInterpreter reports whether a meeting of firm and buyer needs an interpreter: they share no language, and the
// session lists interpreters. Where a session lists none, languages do not limit the schedule.
func (s *Session) NeedsInterpreter(f *Firm, b *Buyer) bool {
	if len(s.Interpreters) == 0 {
		return false
	}
	_, ok := CommonLanguage(f.Languages, b.Languages)
	return !ok
}

// AbleInterpreters returns the indices of the interpreters who speak a language of each side, whether or not the
// meeting needs one.
func (s *Session) AbleInterpreters(f *Firm, b *Buyer) []int {
	var able []int
	for i, in := range s.Interpreters {
		if in.Able(f.Languages, b.Languages) {
			able = append(able, i)
		}
	}
	return able
}

// CanTalk reports whether firm and buyer need no interpreter, or the session has one for them.
func (s *Session) CanTalk(f *Firm, b *Buyer) bool {
	return !s.NeedsInterpreter(f, b) || slices.ContainsFunc(s.Interpreters, func(in Interpreter) bool {
		return in.Able(f.Languages, b.Languages)
	})
}

// Able reports whether the interpreter speaks one language of each of the two sides.
func (i Interpreter) Able(a, b []string) bool {
	_, first := CommonLanguage(i.Languages, a)
	_, second := CommonLanguage(i.Languages, b)
	return first && second
}
