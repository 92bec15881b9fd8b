package b2bsop

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"sangdam/internal/b2b"
	"sangdam/scheduler"
)

// A Certificate is a formula that holds when a schedule has fewer breaks than a bound, or where there should be none at all
// when there is one, and its refutation in DRAT form, for any checker of such proofs.
type Certificate struct {
	Formula    string  `json:"formula"` // file in DIMACS form; its comments say which variable puts which meeting in which slot
	Refutation string  `json:"refutation"`
	Seconds    float64 `json:"seconds"`
}

// ErrNoRefutation says that a bound was proven, but not once more in a form that can be written down before the time was up.
var ErrNoRefutation = errors.New("no refutation within the time limit")

// Certify proves what a line says of an instance once more, from the start and in clauses alone, and writes formula and
// refutation into a folder, as NAME.cnf and NAME.drat. A bound of zero needs no proof: then there is no certificate.
func Certify(ctx context.Context, folder string, in *b2b.Instance, line Line, opt Options) (*Certificate, error) {
	atMost, says := -1, "a schedule"
	if line.Bound != nil {
		if *line.Bound == 0 {
			return nil, nil
		}
		atMost = *line.Bound - 1
		says = fmt.Sprintf("a schedule with at most %d breaks", atMost)
	}
	began := time.Now()
	ctx, cancel := opt.limit(ctx)
	defer cancel()
	instance, err := scheduler.NewInstance(in.Spec(opt.Fairness))
	if err != nil {
		return nil, err
	}
	out, err := newDraft(folder, Stem(line.Instance))
	if err != nil {
		return nil, err
	}
	defer out.discard()
	fmt.Fprintf(out.formula, "c %s, fairness %d: %s\n", filepath.Base(line.Instance), opt.Fairness, says)
	winner, err := scheduler.Refute(ctx, instance, atMost, scheduler.Options{Seed: opt.Seed, Workers: opt.Workers},
		out.formula, out.proofs[0], out.proofs[1])
	switch {
	case err != nil:
		return nil, err
	case winner < 0 && ctx.Err() == nil:
		return nil, fmt.Errorf("the formula has a model although the bound is proven: %s", says)
	case winner < 0:
		return nil, ErrNoRefutation
	}
	c, err := out.keep(winner)
	c.Seconds = float64(time.Since(began).Milliseconds()) / 1000
	return c, err
}

// Stem is the name of an instance's files: its own without the folder and the kind.
func Stem(instance string) string { return strings.TrimSuffix(filepath.Base(instance), ".dzn") }

// A draft holds files that are not known to be of any use yet.
type draft struct {
	stem    string // with the folder
	files   [3]*os.File
	formula *bufio.Writer
	proofs  [2]io.Writer
}

func newDraft(folder, name string) (*draft, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	d := &draft{stem: filepath.Join(folder, name)}
	for i := range d.files {
		f, err := os.CreateTemp(folder, "."+name+".*")
		if err != nil {
			d.discard()
			return nil, err
		}
		d.files[i] = f
	}
	d.formula = bufio.NewWriter(d.files[2])
	d.proofs = [2]io.Writer{d.files[0], d.files[1]}
	return d, nil
}

// keep gives the formula and one of the proofs their names.
func (d *draft) keep(winner int) (*Certificate, error) {
	c := &Certificate{Formula: d.stem + ".cnf", Refutation: d.stem + ".drat"}
	proof, formula := d.files[winner], d.files[2]
	d.files[winner], d.files[2] = nil, nil
	return c, errors.Join(d.formula.Flush(),
		proof.Chmod(0o644), proof.Close(), os.Rename(proof.Name(), c.Refutation),
		formula.Chmod(0o644), formula.Close(), os.Rename(formula.Name(), c.Formula))
}

// discard removes what was not kept.
func (d *draft) discard() {
	for _, f := range d.files {
		if f != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}
}
