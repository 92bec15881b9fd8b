package b2b

import "fmt"

// indexed reads array1d(SET, LIST) and array2d(SET, SET, LIST), the sets as ranges of numbers or of names given before.
func (p *parser) indexed(it *item) error {
	at, dimensions := p.tok.line, 1
	if p.tok.text == "array2d" {
		dimensions = 2
	}
	if err := p.advance(); err != nil {
		return err
	}
	if err := p.expect("("); err != nil {
		return err
	}
	size, columns := 1, 1
	for range dimensions {
		var err error
		if columns, err = p.index(); err != nil {
			return err
		}
		size *= columns
		if err := p.expect(","); err != nil {
			return err
		}
	}
	if p.tok.text != "[" {
		return p.unexpected(`"["`)
	}
	if err := p.array(it); err != nil {
		return err
	}
	if err := p.expect(")"); err != nil {
		return err
	}
	entries := len(it.rows)
	if it.kind == list {
		entries = len(it.rows[0].values)
	}
	if entries != size {
		return &Fault{at, fmt.Sprintf("%s has %d entries; its index sets say %d", it.name, entries, size)}
	}
	if dimensions == 2 && it.kind == list {
		all := it.rows[0].values
		it.kind, it.rows = table, nil
		for len(all) > 0 {
			it.rows = append(it.rows, row{at, all[:columns:columns]})
			all = all[columns:]
		}
	}
	return nil
}

// index reads a range and returns its size.
func (p *parser) index() (int, error) {
	from, err := p.bound()
	if err != nil {
		return 0, err
	}
	if err := p.expect(".."); err != nil {
		return 0, err
	}
	to, err := p.bound()
	return min(max(0, to-from+1), MaxMeetings+1), err
}

// bound reads a number or the name of one.
func (p *parser) bound() (int, error) {
	if p.tok.kind != word {
		return p.number()
	}
	n, known := p.known[p.tok.text]
	if !known {
		return 0, p.unexpected("a number, or the name of one that is given before")
	}
	return n, p.advance()
}
