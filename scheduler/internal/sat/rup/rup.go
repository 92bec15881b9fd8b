// Package rup checks proofs of unsatisfiability in tests. It shares no code with the solver, and reads what that writes as
// any outside checker would.
package rup

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// Check reads a formula in DIMACS form and a proof in DRAT form, checks that every added clause follows by unit propagation
// from what is there (Goldberg and Novikov, DATE 2003), and that only what is there is deleted. It returns the last clause
// added: the empty one, not nil, for a refutation.
//
// A clause is watched at two of its literals (Moskewicz et al., DAC 2001). What follows from the clauses without any
// assumption stays true when they are deleted, as it does in drat-trim.
func Check(formula, proof io.Reader) (last []int, err error) {
	c := &checker{where: map[string][]*clause{}, watches: map[int][]*clause{}, value: map[int]bool{}}
	err = lines(formula, func(lits []int, deleted bool) error {
		if deleted {
			return fmt.Errorf("the formula deletes %v", lits)
		}
		c.add(lits)
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = lines(proof, func(lits []int, deleted bool) error {
		if deleted {
			return c.remove(lits)
		}
		if !c.implied(lits) {
			return fmt.Errorf("%v does not follow by unit propagation", lits)
		}
		c.add(lits)
		last = lits
		return nil
	})
	return last, err
}

// lines reads clauses, one a line that ends in 0.
func lines(r io.Reader, each func(lits []int, deleted bool) error) error {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		line := in.Text()
		if strings.HasPrefix(line, "p ") || strings.HasPrefix(line, "c ") {
			continue
		}
		line, deleted := strings.CutPrefix(line, "d ")
		lits := []int{}
		for _, field := range strings.Fields(line) {
			x, err := strconv.Atoi(field)
			if err != nil {
				return err
			}
			lits = append(lits, x)
		}
		if len(lits) == 0 || lits[len(lits)-1] != 0 {
			return fmt.Errorf("%q does not end in 0", line)
		}
		if err := each(lits[:len(lits)-1], deleted); err != nil {
			return err
		}
	}
	return in.Err()
}

// A clause is watched at its first two literals.
type clause struct {
	lits    []int
	deleted bool
}

type checker struct {
	where   map[string][]*clause // by literals in order
	watches map[int][]*clause    // visited when the literal becomes false
	value   map[int]bool         // literals that are true
	trail   []int
	failed  bool // the clauses contradict each other
}

func key(lits []int) string {
	lits = slices.Clone(lits)
	slices.Sort(lits)
	return fmt.Sprint(slices.Compact(lits))
}

func (c *checker) add(lits []int) {
	lits = slices.Clone(lits)
	k := &clause{lits: lits}
	c.where[key(lits)] = append(c.where[key(lits)], k)
	slices.Sort(lits)
	k.lits = slices.Compact(lits)
	// watch what is not false, if it can be had
	slices.SortStableFunc(k.lits, func(a, b int) int { return c.falsity(a) - c.falsity(b) })
	switch {
	case len(k.lits) == 0 || c.value[-k.lits[0]]:
		c.failed = true
	case len(k.lits) == 1 || c.value[-k.lits[1]]:
		c.failed = c.failed || !c.assume(k.lits[0])
	}
	for _, l := range k.lits[:min(2, len(k.lits))] {
		c.watches[-l] = append(c.watches[-l], k)
	}
}

func (c *checker) falsity(l int) int {
	if c.value[-l] {
		return 1
	}
	return 0
}

func (c *checker) remove(lits []int) error {
	same := c.where[key(lits)]
	if len(same) == 0 {
		return fmt.Errorf("the proof deletes %v, which is not there", lits)
	}
	same[0].deleted = true
	c.where[key(lits)] = same[1:]
	return nil
}

// implied reports whether the negation of a clause leads to a contradiction, and takes back what it assumed.
func (c *checker) implied(lits []int) bool {
	from, found := len(c.trail), c.failed
	for _, l := range lits {
		found = found || c.value[l] || !c.assume(-l)
	}
	for _, l := range c.trail[from:] {
		delete(c.value, l)
	}
	c.trail = c.trail[:from]
	return found
}

// assume makes a literal true with all that follows by unit propagation; false when that is a contradiction.
func (c *checker) assume(l int) bool {
	if c.value[l] {
		return true
	}
	if c.value[-l] {
		return false
	}
	head := len(c.trail)
	c.set(l)
	for ; head < len(c.trail); head++ {
		if !c.visit(c.trail[head]) {
			return false
		}
	}
	return true
}

func (c *checker) set(l int) {
	c.value[l] = true
	c.trail = append(c.trail, l)
}

// visit looks at the clauses that watch the negation of l, now true.
func (c *checker) visit(l int) bool {
	list := c.watches[l]
	kept := list[:0]
	for i, k := range list {
		if k.deleted {
			continue
		}
		if k.lits[0] == -l && len(k.lits) > 1 {
			k.lits[0], k.lits[1] = k.lits[1], k.lits[0]
		}
		other := slices.IndexFunc(k.lits[min(2, len(k.lits)):], func(x int) bool { return !c.value[-x] })
		if other >= 0 && !c.value[k.lits[0]] {
			k.lits[1], k.lits[2+other] = k.lits[2+other], k.lits[1]
			c.watches[-k.lits[1]] = append(c.watches[-k.lits[1]], k)
			continue
		}
		kept = append(kept, k)
		if c.value[-k.lits[0]] {
			c.watches[l] = append(kept, list[i+1:]...)
			return false
		}
		if !c.value[k.lits[0]] {
			c.set(k.lits[0])
		}
	}
	c.watches[l] = kept
	return true
}
