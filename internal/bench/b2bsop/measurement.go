package b2bsop

import (
	"context"
	"fmt"
	"os"
	"time"

	"sangdam/internal/b2b"
	"sangdam/internal/bench"
)

// A Measurement says what is to be measured. Instances, Options, Clock and Telling are mandatory; the fairness of Options is
// not looked at.
type Measurement struct {
	Instances []Published
	Options   Options
	Peers     *PeerOptions // nil: no peers
	Clock     func() time.Time
	Telling   func(what string) // called before each instance
}

// A Report is everything that one call measured.
type Report struct {
	Circumstances bench.Circumstances
	Options       Options
	Answers       []Answer
	WithPeers     bool
}

// An Answer is what came out on an instance.
type Answer struct {
	Published Published
	Line      Line
	Peers     []PeerResult // only on the originals with the paper's fairness
}

// original reports whether an instance belongs into the first table: an original with the fairness that the paper compares
// solvers with.
func (p *Published) original() bool { return p.Set == "original" && p.Fairness == 2 }

// Run solves one instance after the other, on the originals the peers right after, so that none disturbs another.
func (m *Measurement) Run(ctx context.Context) (*Report, error) {
	r := &Report{Circumstances: bench.CircumstancesNow(ctx, m.Clock()), Options: m.Options, WithPeers: m.Peers != nil}
	scripts := ""
	if m.Peers != nil {
		var err error
		if scripts, err = layScripts(); err != nil {
			return nil, err
		}
		defer os.RemoveAll(scripts)
	}
	for _, p := range m.Instances {
		m.Telling(fmt.Sprintf("%s, %s, fairness %d", p.Name, p.Set, p.Fairness))
		in, err := readInstance(p.File)
		if err != nil {
			return nil, err
		}
		opt := m.Options
		opt.Fairness = p.Fairness
		line, err := Solve(ctx, p.File, in, opt)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.File, err)
		}
		a := Answer{Published: p, Line: line}
		if m.Peers != nil && p.original() {
			if a.Peers, err = solvePeers(ctx, scripts, p.File, p.Fairness, *m.Peers); err != nil {
				return nil, err
			}
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.Answers = append(r.Answers, a)
	}
	return r, nil
}

func readInstance(file string) (*b2b.Instance, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in, err := b2b.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return in, nil
}

// Contradictions names the instances on which answers contradict what is published.
func (r *Report) Contradictions() (names []string) {
	for i := range r.Answers {
		if a := &r.Answers[i]; a.contradicts() {
			names = append(names, fmt.Sprintf("%s/%s, fairness %d", a.Published.Set, a.Published.Name, a.Published.Fairness))
		}
	}
	return names
}

func (a *Answer) contradicts() bool {
	wrong := a.Published.contradicts(a.Line.Status, a.Line.Breaks, a.Line.Bound)
	for _, p := range a.Peers {
		wrong = wrong || a.Published.contradicts(p.Status, p.Breaks, p.Bound)
	}
	return wrong
}
