package event

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// maxDepth limits how deep objects and lists may be nested. The documents of this package need eight levels.
const maxDepth = 32

// A scanner walks the bytes of a JSON document (RFC 8259). After a fault of the syntax it is broken and stands at the
// end: every loop over it then ends by itself.
type scanner struct {
	data   []byte
	pos    int
	depth  int
	broken bool
	// report is told of each fault of the text itself.
	report func(offset int, code Code, args Args)
}

// next skips white space and returns the byte that follows, 0 at the end.
func (s *scanner) next() byte {
	for s.pos < len(s.data) {
		switch c := s.data[s.pos]; c {
		case ' ', '\t', '\r', '\n':
			s.pos++
		default:
			return c
		}
	}
	return 0
}

// halt reports a fault after which the rest cannot be understood.
func (s *scanner) halt(code Code, args Args) {
	if s.broken {
		return
	}
	s.report(s.pos, code, args)
	s.broken, s.pos = true, len(s.data)
}

// syntax halts at something else than what was expected.
func (s *scanner) syntax(want Text) {
	found := endWord
	if s.pos < len(s.data) {
		r, _ := utf8.DecodeRune(s.data[s.pos:])
		found = Text{Plain: strconv.QuoteRune(r)}
	}
	s.halt(CodeSyntax, Args{"found": found, "want": want})
}

// enter steps into an object or list.
func (s *scanner) enter() {
	s.pos++
	if s.depth++; s.depth > maxDepth {
		s.halt(CodeTooDeep, Args{"limit": plain(maxDepth)})
	}
}

// more steps over the comma between members, or over the closing byte; it reports whether a member follows.
func (s *scanner) more(closing byte) bool {
	switch s.next() {
	case ',':
		s.pos++
		return true
	case closing:
		s.pos++
		s.depth--
		return false
	}
	s.syntax(Text{Plain: "',' / '" + string(closing) + "'"})
	return false
}

// object calls member with each key of the object ahead, which must step over the value; offset is where the key
// stands. The key is valid only during the call.
func (s *scanner) object(member func(key []byte, offset int)) {
	if s.enter(); s.next() == '}' {
		s.pos++
		s.depth--
		return
	}
	for !s.broken {
		if s.next() != '"' {
			s.syntax(keyWord)
			return
		}
		offset := s.pos
		key, _ := s.text()
		if s.next() != ':' {
			s.syntax(Text{Plain: "':'"})
			return
		}
		s.pos++
		if member(key, offset); !s.more('}') {
			return
		}
	}
}

// list calls element at each element of the list ahead, which must step over it.
func (s *scanner) list(element func(i int)) {
	if s.enter(); s.next() == ']' {
		s.pos++
		s.depth--
		return
	}
	for i := 0; !s.broken; i++ {
		if element(i); !s.more(']') {
			return
		}
	}
}

// skip steps over a value of any kind, checking its syntax.
func (s *scanner) skip() {
	switch kindOf(s.next()) {
	case kindObject:
		s.object(func([]byte, int) { s.skip() })
	case kindList:
		s.list(func(int) { s.skip() })
	case kindString:
		s.text()
	case kindNumber:
		s.number()
	case kindBool, kindNull:
		s.word()
	default:
		s.syntax(valueWord)
	}
}

// word steps over true, false or null and returns it.
func (s *scanner) word() string {
	for _, w := range []string{"true", "false", "null"} {
		if bytes.HasPrefix(s.data[s.pos:], []byte(w)) {
			s.pos += len(w)
			return w
		}
	}
	s.syntax(valueWord)
	return ""
}

// number steps over a number and returns its literal.
func (s *scanner) number() string {
	start := s.pos
	digits := func() bool {
		from := s.pos
		for s.pos < len(s.data) && '0' <= s.data[s.pos] && s.data[s.pos] <= '9' {
			s.pos++
		}
		return s.pos > from
	}
	is := func(set string) bool {
		if s.pos < len(s.data) && bytes.IndexByte([]byte(set), s.data[s.pos]) >= 0 {
			s.pos++
			return true
		}
		return false
	}
	is("-")
	ok := is("0") || digits()
	if ok && is(".") {
		ok = digits()
	}
	if ok && is("eE") {
		is("+-")
		ok = digits()
	}
	if !ok {
		s.syntax(digitWord)
		return ""
	}
	return string(s.data[start:s.pos])
}
