package b2b

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
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

// A token is a word, a number, or a mark of punctuation ("[|", "|]" and ".." are one mark each).
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

// A lexer splits a file into tokens. Comments run from % to the end of the line, or stand between /* and */.
type lexer struct {
	src  []byte
	at   int
	line int
}

func (l *lexer) next() (token, error) {
	if err := l.skipSpace(); err != nil {
		return token{}, err
	}
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
	case c == '[' && l.peekIs('|'), c == '|' && l.peekIs(']'), c == '.' && l.peekIs('.'):
		l.at++
	case strings.IndexByte("=;,[]{}()|", c) >= 0:
	default:
		r, _ := utf8.DecodeRune(l.src[start:])
		return token{}, &Fault{l.line, fmt.Sprintf("unexpected character %q", r)}
	}
	return token{kind, string(l.src[start:l.at]), l.line}, nil
}

func (l *lexer) peekIs(c byte) bool { return l.at < len(l.src) && l.src[l.at] == c }

// skipSpace moves past spaces, comments, and the byte order mark that some editors put first.
func (l *lexer) skipSpace() error {
	for l.at < len(l.src) {
		rest := l.src[l.at:]
		switch {
		case rest[0] == '\n':
			l.line++
			l.at++
		case rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\r':
			l.at++
		case rest[0] == '%':
			end := bytes.IndexByte(rest, '\n')
			if end < 0 {
				end = len(rest)
			}
			l.at += end
		case bytes.HasPrefix(rest, []byte("/*")):
			end := bytes.Index(rest[2:], []byte("*/"))
			if end < 0 {
				return &Fault{l.line, "a comment begins here and does not end"}
			}
			l.line += bytes.Count(rest[:2+end], []byte("\n"))
			l.at += 2 + end + 2
		case l.at == 0 && bytes.HasPrefix(rest, []byte("\ufeff")):
			l.at += len("\ufeff")
		default:
			return nil
		}
	}
	return nil
}

func isLetter(c byte) bool { return c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
