package event

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// text steps over a string and returns its bytes, a part of the document where nothing is escaped; ok is false when it
// is not valid Unicode.
func (s *scanner) text() (text []byte, ok bool) {
	offset := s.pos
	s.pos++
	start := s.pos
	for s.pos < len(s.data) {
		switch c := s.data[s.pos]; {
		case c == '"':
			text = s.data[start:s.pos]
			s.pos++
			return text, s.unicode(text, offset)
		case c == '\\':
			return s.escaped(start, offset)
		case c < ' ':
			s.syntax(escapeWord)
			return nil, false
		}
		s.pos++
	}
	s.syntax(Text{Plain: `'"'`})
	return nil, false
}

// escaped is text for a string with an escape at the position.
func (s *scanner) escaped(start, offset int) (text []byte, ok bool) {
	text = bytes.Clone(s.data[start:s.pos])
	ok = true
	for s.pos < len(s.data) {
		switch c := s.data[s.pos]; {
		case c == '"':
			s.pos++
			return text, s.unicode(text, offset) && ok
		case c == '\\':
			r, valid := s.escape()
			if !valid && ok && !s.broken {
				s.report(offset, CodeHalfCharacter, nil)
			}
			ok = ok && valid
			text = utf8.AppendRune(text, r)
			continue
		case c < ' ':
			s.syntax(escapeWord)
			return nil, false
		default:
			text = append(text, c)
		}
		s.pos++
	}
	s.syntax(Text{Plain: `'"'`})
	return nil, false
}

// escape steps over one escape sequence; ok is false for half of a surrogate pair.
func (s *scanner) escape() (r rune, ok bool) {
	s.pos++
	if s.pos < len(s.data) {
		const letters, meaning = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
		if i := bytes.IndexByte([]byte(letters), s.data[s.pos]); i >= 0 {
			s.pos++
			return rune(meaning[i]), true
		}
	}
	first, ok := s.hex()
	if !ok {
		s.syntax(escapeWord)
		return 0, false
	}
	if !utf16.IsSurrogate(first) {
		return first, true
	}
	if after := s.pos; after < len(s.data) && s.data[after] == '\\' {
		s.pos++
		if second, ok := s.hex(); ok {
			if r := utf16.DecodeRune(first, second); r != utf8.RuneError {
				return r, true
			}
		}
		s.pos = after
	}
	return utf8.RuneError, false
}

// hex steps over u and four hexadecimal digits.
func (s *scanner) hex() (rune, bool) {
	if s.pos+5 > len(s.data) || s.data[s.pos] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s.data[s.pos+1:s.pos+5]), 16, 32)
	if err != nil {
		return 0, false
	}
	s.pos += 5
	return rune(n), true
}

func (s *scanner) unicode(text []byte, offset int) bool {
	if utf8.Valid(text) {
		return true
	}
	s.report(offset, CodeNotUTF8, nil)
	return false
}
