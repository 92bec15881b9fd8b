package cli

import (
	"context"
	"errors"
	"net/http"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/client"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// An atServer is the server that works for a command.
type atServer struct {
	*client.Client
	kept map[string]bool // events that were read from the server, by the name they were asked for
}

// serverFlags lets a command be done by a server. Events and schedules may then be named by their ids there.
func (p *program) serverFlags(cmd *cobra.Command) {
	var server remote
	server.flags(p, cmd)
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error {
		if server.url == "" {
			return nil
		}
		c, err := server.client(p)
		if err != nil {
			return err
		}
		p.server = &atServer{c, map[string]bool{}}
		return nil
	}
}

// isKept reports whether a name is an id on the server and not a file here.
func (p *program) isKept(name string) bool {
	if p.server == nil || !event.IsID(name) {
		return false
	}
	_, err := os.Stat(name)
	return err != nil
}

// readKeptEvent reads an event of the server.
func (p *program) readKeptEvent(ctx context.Context, name string) (*event.Event, error) {
	ev, _, err := p.server.Event(ctx, name)
	if err != nil {
		return nil, p.serverError(name, err)
	}
	p.server.kept[name] = true
	return ev, nil
}

// readKeptSchedule reads a schedule of the server.
func (p *program) readKeptSchedule(ctx context.Context, name string) (*event.Schedule, error) {
	run, err := p.server.Run(ctx, name)
	if err != nil {
		return nil, p.serverError(name, err)
	}
	if run.Schedule == nil {
		return nil, saidError(p.say("server.no_schedule", lang.Args{"Name": name}))
	}
	return run.Schedule, nil
}

// match ranks the pairs of an event, here or on the server.
func (p *program) match(ctx context.Context, name string, ev *event.Event) ([]event.Pair, error) {
	if p.server != nil {
		pairs, err := p.server.Match(ctx, ev)
		return pairs, p.serverError(name, err)
	}
	pairs, err := plan.Match(ev)
	if err != nil {
		return nil, inputError{name, err}
	}
	return pairs, nil
}

// check verifies a schedule, here or on the server.
func (p *program) check(ctx context.Context, name string, ev *event.Event, schedule *event.Schedule) (plan.CheckResult, error) {
	if p.server == nil {
		pairs, err := p.match(ctx, name, ev)
		if err != nil {
			return plan.CheckResult{}, err
		}
		return plan.Check(ev, schedule, pairs), nil
	}
	verdict, err := p.server.Check(ctx, ev, schedule)
	if err != nil {
		return plan.CheckResult{}, p.serverError(name, err)
	}
	result := plan.CheckResult{Objectives: verdict.Objectives}
	for _, f := range verdict.Findings {
		result.Findings = append(result.Findings, plan.Finding{Location: f.Location, Rule: f.Rule, Message: f.Message})
	}
	return result, nil
}

// solveAtServer packs an event on the server: one that it keeps in the background, watched, any other at once.
func (p *program) solveAtServer(ctx context.Context, name string, ev *event.Event, opt plan.Options) (*event.Schedule, error) {
	asked := client.SolveOptions{
		Session: opt.Session, TimeLimit: opt.TimeLimit.Seconds(), ScoreSlack: opt.ScoreSlack, Seed: opt.Seed, Fair: opt.Fair, Help: opt.Help,
	}
	if !p.server.kept[name] {
		s, err := p.server.Schedule(ctx, ev, asked)
		return s, p.serverError(name, err)
	}
	run, err := p.server.Solve(ctx, ev.ID, asked)
	if err != nil {
		return nil, p.serverError(name, err)
	}
	for progress, err := range p.server.Watch(ctx, run.ID) {
		if err != nil {
			return nil, p.serverError(name, err)
		}
		if opt.Progress != nil {
			opt.Progress(progressOf(progress))
		}
	}
	if ctx.Err() != nil { // an interrupt keeps the best, as it does here
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownLimit)
		defer cancel()
		return p.stopAtServer(last, name, run.ID)
	}
	return p.readKeptSchedule(ctx, run.ID)
}

// stopAtServer stops a solve and waits for the best so far.
func (p *program) stopAtServer(ctx context.Context, name, runID string) (*event.Schedule, error) {
	if _, err := p.server.Stop(ctx, runID); err != nil {
		return nil, p.serverError(name, err)
	}
	for _, err := range p.server.Watch(ctx, runID) {
		if err != nil {
			return nil, p.serverError(name, err)
		}
	}
	return p.readKeptSchedule(ctx, runID)
}

func progressOf(c client.Progress) plan.Progress {
	return plan.Progress{Session: c.Session, Feasible: c.Feasible, Done: c.Done,
		Point: event.TracePoint{Seconds: c.Seconds, Score: c.Score, Bound: c.Bound, Breaks: c.Breaks}}
}

// serverError says what the server has against a request: the faults of an input are told as those of a file.
func (p *program) serverError(name string, err error) error {
	if err == nil {
		return nil
	}
	problem, ok := errors.AsType[*client.Problem](err)
	switch {
	case !ok:
		return err
	case len(problem.Faults) > 0 && problem.Status == http.StatusUnprocessableEntity:
		return inputError{name, refusal{problem}}
	case problem.Status == http.StatusUnauthorized:
		return saidError(p.say("server.no_token", lang.Args{"Name": name, "Variable": tokenVariable}))
	}
	said := name + ": " + strings.Join(strings.Fields(problem.Error()), " ")
	if problem.Status < http.StatusInternalServerError && problem.Status != http.StatusTooManyRequests {
		return saidError(said)
	}
	return errors.New(said) // the server's own trouble: nothing is wrong with the input
}

// A refusal is what a server says of an input, a line for every fault.
type refusal struct{ *client.Problem }

func (r refusal) Error() string {
	_, faults, _ := strings.Cut(r.Problem.Error(), "\n")
	return faults
}
