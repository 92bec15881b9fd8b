package b2b

import (
	"fmt"
	"slices"
	"strconv"
)

// An item is one assignment of the data file: a number, a list of numbers, a list of sets, or a table of rows.
type item struct {
	name string
	line int
	kind itemKind
	n    int
	rows []row // one for a list, one each for sets and table rows
}

type itemKind string

const (
	scalar itemKind = "a number"
	list   itemKind = "a list of numbers [1, 2]"
	sets   itemKind = "a list of sets [{1}, {}]"
	table  itemKind = "a table [|1, 2, 3 |]"
)

type row struct {
	line   int
	values []int
}

// A parser turns tokens into items; the first fault of syntax ends it.
type parser struct {
	lex   lexer
	tok   token
	known map[string]int // numbers given so far, by name
	// ranged counts the numbers that ranges stood for: a few letters each, they could fill the memory.
	ranged int
}

func parse(src []byte) ([]item, error) {
	p := parser{lex: lexer{src: src, line: 1}, known: map[string]int{}}
	if err := p.advance(); err != nil {
		return nil, err
	}
	var items []item
	for p.tok.kind != endOfFile {
		it, err := p.item()
		if err != nil {
			return nil, err
		}
		if i := slices.IndexFunc(items, func(o item) bool { return o.name == it.name }); i >= 0 {
			return nil, &Fault{it.line, fmt.Sprintf("%s is given a second time; the first is in line %d", it.name, items[i].line)}
		}
		items = append(items, it)
		if it.kind == scalar {
			p.known[it.name] = it.n
		}
	}
	return items, nil
}

func (p *parser) advance() (err error) {
	p.tok, err = p.lex.next()
	return err
}

func (p *parser) unexpected(want string) error {
	return &Fault{p.tok.line, fmt.Sprintf("found %s, expected %s", p.tok, want)}
}

// accept moves past the mark s if it is next.
func (p *parser) accept(s string) (bool, error) {
	if p.tok.kind != mark || p.tok.text != s {
		return false, nil
	}
	return true, p.advance()
}

func (p *parser) expect(s string) error {
	ok, err := p.accept(s)
	if err == nil && !ok {
		err = p.unexpected(strconv.Quote(s))
	}
	return err
}

// item reads "name = value;". The last item may do without the semicolon.
func (p *parser) item() (it item, err error) {
	if p.tok.kind != word {
		return it, p.unexpected("a name such as nMeetings")
	}
	it.name, it.line = p.tok.text, p.tok.line
	if err = p.advance(); err != nil {
		return it, err
	}
	if err = p.expect("="); err != nil {
		return it, err
	}
	if p.tok.kind == number {
		it.kind = scalar
		it.n, err = p.number()
	} else {
		err = p.collection(&it)
	}
	if err != nil {
		return it, err
	}
	if p.tok.kind == endOfFile {
		return it, nil
	}
	return it, p.expect(";")
}

func (p *parser) number() (int, error) {
	if p.tok.kind != number {
		return 0, p.unexpected("a number")
	}
	n, err := strconv.ParseInt(p.tok.text, 10, 32)
	if err != nil {
		return 0, &Fault{p.tok.line, p.tok.text + " is too large a number"}
	}
	return int(n), p.advance()
}
