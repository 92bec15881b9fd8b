package b2b

import (
	"fmt"
	"slices"
	"strconv"
)

// collection reads a list, a list of sets, or a table, plain or with its index sets: array1d(1..2, [4, 7]) and
// array2d(1..2, 1..3, [1, 2, 3, 1, 3, 3]).
func (p *parser) collection(it *item) error {
	switch {
	case p.tok.kind == word && (p.tok.text == "array1d" || p.tok.text == "array2d"):
		return p.indexed(it)
	case p.tok.text == "[":
		return p.array(it)
	case p.tok.text == "[|":
		return p.table(it)
	}
	return p.unexpected("a number, a list, or a table")
}

// numbers reads numbers with commas between them, one more comma allowed at the end, up to any of the marks that may end them.
func (p *parser) numbers(end ...string) (r row, err error) {
	r.line = p.tok.line
	for !(p.tok.kind == mark && slices.Contains(end, p.tok.text)) {
		n, err := p.number()
		if err != nil {
			return r, err
		}
		r.values = append(r.values, n)
		if err := p.separated(end...); err != nil {
			return r, err
		}
	}
	return r, nil
}

// separated moves past a comma, which only the end may do without.
func (p *parser) separated(end ...string) error {
	comma, err := p.accept(",")
	if err == nil && !comma && !(p.tok.kind == mark && slices.Contains(end, p.tok.text)) {
		err = p.unexpected(`"," or ` + strconv.Quote(end[0]))
	}
	return err
}

// array reads [1, 2] or [{1, 2}, 3..5, {}].
func (p *parser) array(it *item) error {
	it.kind = list
	it.rows = []row{{line: p.tok.line}}
	if err := p.advance(); err != nil {
		return err
	}
	for first := true; ; first = false {
		if done, err := p.accept("]"); done || err != nil {
			return err
		}
		r, set, err := p.element()
		switch {
		case err != nil:
			return err
		case set && first:
			it.kind, it.rows = sets, nil
		case set != (it.kind == sets):
			return &Fault{r.line, "numbers and sets in one list"}
		}
		if set {
			it.rows = append(it.rows, r)
		} else {
			it.rows[0].values = append(it.rows[0].values, r.values...)
		}
		if err := p.separated("]"); err != nil {
			return err
		}
	}
}

// element reads a number or a set.
func (p *parser) element() (r row, set bool, err error) {
	if brace, err := p.accept("{"); err != nil {
		return r, false, err
	} else if brace {
		if r, err = p.numbers("}"); err != nil {
			return r, true, err
		}
		return r, true, p.advance()
	}
	r.line = p.tok.line
	n, err := p.number()
	if err != nil {
		return r, false, err
	}
	if dots, err := p.accept(".."); err != nil || !dots {
		r.values = []int{n}
		return r, false, err
	}
	end, err := p.number()
	if err != nil {
		return r, true, err
	}
	if end-n >= MaxMeetings {
		return r, true, &Fault{r.line, fmt.Sprintf("%d..%d is too large a set", n, end)}
	}
	if p.ranged += max(0, end-n+1); p.ranged > MaxBytes {
		return r, true, &Fault{r.line, fmt.Sprintf("the ranges of the file hold more than %d numbers", MaxBytes)}
	}
	for ; n <= end; n++ {
		r.values = append(r.values, n)
	}
	return r, true, nil
}

// table reads [| 1, 2, 3 | 4, 5, 6 |].
func (p *parser) table(it *item) error {
	it.kind = table
	if err := p.advance(); err != nil {
		return err
	}
	for {
		r, err := p.numbers("|", "|]")
		if err != nil {
			return err
		}
		if len(r.values) > 0 {
			it.rows = append(it.rows, r)
		}
		last := p.tok.text == "|]"
		if err := p.advance(); err != nil || last {
			return err
		}
	}
}
