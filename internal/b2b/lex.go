package b2b

import (
	"fmt"
	"strconv"
)

// A Fault is something wrong in a file.
type Fault struct {
	Line    int // from 1; 0: the file as a whole
	Message string
}

func (f *Fault) Error() string {
	if f.Line == 0 {
		return f.Message
	}
	return fmt.Sprintf("line %d: %s", f.Line, f.Message)
}

// A token is a word, a number, or a mark of punctuation ("[|" and "|]" are one mark each).
type token struct {
	kind tokenKind
	text string
	line int
}

type tokenKind int8

const (
	endOfFile tokenKind = iota
	word
	number
	mark
)

func (t token) String() string {
	if t.kind == endOfFile {
		return "the end of the file"
	}
	return strconv.Quote(t.text)
}

// A lexer splits a file into tokens. Comments run from % to the end of the line.
type lexer struct {
	src  []byte
	at   int
	line int
}

func (l *lexer) next() (token, error) {
	l.skipSpace()
	if l.at == len(l.src) {
		return token{kind: endOfFile, line: l.line}, nil
	}
	start := l.at
	c := l.src[l.at]
	l.at++
	kind := mark
	switch {
	case isLetter(c):
		kind = word
		for l.at < len(l.src) && (isLetter(l.src[l.at]) || isDigit(l.src[l.at])) {
			l.at++
		}
	case isDigit(c) || (c == '-' && l.at < len(l.src) && isDigit(l.src[l.at])):
		kind = number
		for l.at < len(l.src) && isDigit(l.src[l.at]) {
			l.at++
		}
	case c == '[' && l.peekIs('|'), c == '|' && l.peekIs(']'):
		l.at++
	case c == '=' || c == ';' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}' || c == '|':
	default:
		return token{}, &Fault{l.line, fmt.Sprintf("unexpected character %q", rune(c))}
	}
	return token{kind, string(l.src[start:l.at]), l.line}, nil
}

func (l *lexer) peekIs(c byte) bool { return l.at < len(l.src) && l.src[l.at] == c }

func (l *lexer) skipSpace() {
	for l.at < len(l.src) {
		switch l.src[l.at] {
		case '\n':
			l.line++
		case ' ', '\t', '\r':
		case '%':
			for l.at < len(l.src) && l.src[l.at] != '\n' {
				l.at++
			}
			continue
		default:
			return
		}
		l.at++
	}
}

func isLetter(c byte) bool { return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
