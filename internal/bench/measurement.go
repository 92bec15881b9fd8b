package bench

import (
	"context"
	"fmt"
	"slices"
)

// A Measurement says what is to be measured. Names, Options and Telling are mandatory.
type Measurement struct {
	Names   []string // of events, as fixtures/family reads them
	Options Options
	Peers   *PeerOptions // nil: no peers
	Growth  bool
	Telling func(what string) // called before each step
}

// slacks are the shares of the score that are given up for fewer breaks on events of delegation size.
var slacks = []float64{0, 0.005, 0.02}

// delegationPairs is the number of candidates up to which an event is of the size of a delegation.
const delegationPairs = 2000

// Run measures one thing after the other, so that none disturbs another.
func (m *Measurement) Run(ctx context.Context) (*Report, error) {
	r := &Report{Circumstances: CircumstancesNow(ctx, m.Options.Clock()), Seed: m.Options.Seed}
	for _, name := range m.Names {
		m.Telling(name)
		run, err := Measure(ctx, name, m.Options)
		if err != nil {
			return nil, err
		}
		r.Runs = append(r.Runs, run)
	}
	if err := m.slacks(ctx, r); err != nil {
		return nil, err
	}
	if m.Peers != nil {
		if err := m.peers(ctx, r); err != nil {
			return nil, err
		}
	}
	if m.Growth {
		growth, err := MeasureGrowth(ctx, m.Options, m.Telling)
		if err != nil {
			return nil, err
		}
		r.Growth = growth
	}
	return r, nil
}

// firstOfKinds returns the first run of each kind.
func firstOfKinds(runs []Run) []*Run {
	var out []*Run
	for i := range runs {
		kind := kindOf(runs[i].Name)
		if !slices.ContainsFunc(out, func(r *Run) bool { return kindOf(r.Name) == kind }) {
			out = append(out, &runs[i])
		}
	}
	return out
}

// slacks measures the first event of each kind that has the size of a delegation.
func (m *Measurement) slacks(ctx context.Context, r *Report) error {
	for _, without := range firstOfKinds(r.Runs) {
		if without.Pairs > delegationPairs {
			continue
		}
		for _, slack := range slacks {
			run := *without
			if slack > 0 {
				m.Telling(fmt.Sprintf("%s, slack %s", without.Name, percent(slack)))
				opt := m.Options
				opt.Slack = slack
				var err error
				if run, err = Measure(ctx, without.Name, opt); err != nil {
					return err
				}
			}
			r.Slacks = append(r.Slacks, SlackRun{Slack: slack, Run: run, Without: without})
		}
	}
	return nil
}

// peers has every solver solve the first event of each kind.
func (m *Measurement) peers(ctx context.Context, r *Report) error {
	r.PeerLimit = m.Peers.TimeLimit
	for _, run := range firstOfKinds(r.Runs) {
		c := Comparison{Run: run}
		for _, solver := range Peers {
			m.Telling(fmt.Sprintf("%s, %s", c.Run.Name, solver))
			p, err := SolvePeer(ctx, c.Run.Event, solver, *m.Peers)
			if err != nil {
				return err
			}
			c.Peers = append(c.Peers, p)
		}
		r.Peers = append(r.Peers, c)
	}
	return nil
}

// Contradictions names the events of which a peer proved something else.
func (r *Report) Contradictions() []string {
	var out []string
	for _, c := range r.Peers {
		if slices.ContainsFunc(c.Peers, func(p PeerResult) bool { return p.Contradicts(c.Run) }) {
			out = append(out, c.Run.Name)
		}
	}
	return out
}
