package sat

import (
	"bufio"
	"io"
	"strconv"
)

// A proof writes the DRAT lines of a refutation (Wetzler, Heule and Hunt, SAT 2014) and keeps the formula it is about.
// Every added clause follows by unit propagation alone, so the proof is in fact a DRUP proof.
type proof struct {
	w       *bufio.Writer
	buf     []byte
	formula []Lit // clauses, each followed by noLit
	count   int
	err     error
}

func newProof(w io.Writer) *proof { return &proof{w: bufio.NewWriter(w)} }

func (p *proof) original(lits []Lit) {
	p.formula = append(append(p.formula, lits...), noLit)
	p.count++
}

func (p *proof) add(lits []Lit) {
	p.buf = p.buf[:0]
	p.line(lits)
}

func (p *proof) remove(lits []Lit) {
	p.buf = append(p.buf[:0], "d "...)
	p.line(lits)
}

func (p *proof) line(lits []Lit) {
	for _, l := range lits {
		p.buf = strconv.AppendInt(p.buf, int64(l.dimacs()), 10)
		p.buf = append(p.buf, ' ')
	}
	p.buf = append(p.buf, "0\n"...)
	if _, err := p.w.Write(p.buf); err != nil && p.err == nil {
		p.err = err
	}
}

// FlushProof writes what is buffered of the proof and returns the first error of its writer. A refutation without
// assumptions ends in the empty clause; one under assumptions in the clause that not all of the core hold.
func (s *Solver) FlushProof() error {
	if s.proof == nil {
		return nil
	}
	if err := s.proof.w.Flush(); err != nil && s.proof.err == nil {
		s.proof.err = err
	}
	return s.proof.err
}

// WriteFormula writes, in DIMACS form, all clauses that were added, cardinality and linear constraints in their
// translation: the formula that the proof refutes. It writes an empty formula for a solver without a proof.
func (s *Solver) WriteFormula(w io.Writer) error {
	b := bufio.NewWriter(w)
	var formula []Lit
	count := 0
	if s.proof != nil {
		formula, count = s.proof.formula, s.proof.count
	}
	line := append([]byte("p cnf "), strconv.Itoa(len(s.vars))...)
	line = append(append(line, ' '), strconv.Itoa(count)...)
	line = append(line, '\n')
	for _, l := range formula {
		if l != noLit {
			line = append(strconv.AppendInt(line, int64(l.dimacs()), 10), ' ')
			continue
		}
		line = append(line, "0\n"...)
		if _, err := b.Write(line); err != nil {
			return err
		}
		line = line[:0]
	}
	if _, err := b.Write(line); err != nil {
		return err
	}
	return b.Flush()
}
