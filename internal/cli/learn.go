package cli

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/matcher"
)

func (p *program) learnCommand() *cobra.Command {
	format := newChoice("table", "json")
	var out string
	cmd := &cobra.Command{
		Use:     "learn EVENT...",
		Short:   p.say("learn.short"),
		Long:    p.say("learn.long"),
		Example: "  sangdam learn spring.json autumn.json\n  sangdam learn event.json --format json --out weights.json",
		Args:    p.arguments("EVENT..."),
		RunE: func(cmd *cobra.Command, args []string) error {
			events, err := p.readEvents(cmd.Context(), args)
			if err != nil {
				return err
			}
			proposal, err := matcher.Learn(matcher.LearnOptions{}, events...)
			if err != nil && !errors.Is(err, matcher.ErrTooLittleData) {
				return err
			}
			return p.deliver(out, func(w io.Writer) error {
				if format.value == "json" {
					return writeProposal(w, proposal)
				}
				return p.printProposal(w, proposal)
			})
		},
	}
	cmd.Flags().Var(format, "format", p.say("flag.format"))
	cmd.Flags().StringVar(&out, "out", "", p.say("flag.out"))
	return cmd
}

// readEvents reads several events; the faults of all of them are told before anything is done.
func (p *program) readEvents(ctx context.Context, names []string) ([]*event.Event, error) {
	var events []*event.Event
	var wrong []error
	standard := 0
	for _, name := range names {
		if name == "-" {
			standard++
		}
		ev, err := p.readEvent(ctx, name)
		if err == nil {
			if weights := matcher.CheckWeights(ev.Weights); weights != nil {
				err = inputError{name, weights}
			}
		}
		if err != nil {
			wrong = append(wrong, err)
		}
		events = append(events, ev)
	}
	if standard > 1 {
		return nil, saidError(p.say("input.twice"))
	}
	if len(wrong) > 0 {
		return nil, errors.Join(wrong...)
	}
	return events, nil
}

// printProposal prints what was learnt: a proposal that somebody must decide on.
func (p *program) printProposal(w io.Writer, proposal matcher.Proposal) error {
	fmt.Fprintln(w, p.count("learn.data", proposal.Meetings, lang.Args{"Successes": proposal.Successes}))
	fmt.Fprintf(w, "%s\n\n", p.voice.Text(proposal.Reason))
	t := &table{columns: []column{
		{title: p.say("column.factor")}, {title: p.say("column.today"), right: true}, {title: p.say("column.proposed"), right: true},
		{title: p.say("column.deviation"), right: true}, {title: p.say("column.moved")},
	}}
	for _, x := range proposal.Weights {
		moved := ""
		if x.Moved {
			moved = p.say("learn.moved")
		}
		t.add(p.factorName(x.Factor), p.voice.Decimal(x.Today, 3), p.voice.Decimal(x.Proposed, 3), p.voice.Decimal(x.Deviation, 3), moved)
	}
	if err := t.write(w, p.width()); err != nil {
		return err
	}
	if len(proposal.Calibration) > 0 {
		fmt.Fprintln(w)
		if err := p.qualityTable(proposal).write(w, p.width()); err != nil {
			return err
		}
	}
	_, err := fmt.Fprintf(w, "\n%s\n", p.say("learn.note"))
	return err
}

// qualityTable compares today's weights with the proposed ones on meetings that the weights were not fitted to.
func (p *program) qualityTable(proposal matcher.Proposal) *table {
	t := &table{columns: []column{
		{title: p.say("column.quality")}, {title: p.say("column.today"), right: true}, {title: p.say("column.proposed"), right: true},
	}}
	row := func(id string, today, proposed float64) {
		t.add(p.say(id), p.voice.Decimal(today, 3), p.voice.Decimal(proposed, 3))
	}
	row("quality.ndcg", proposal.Today.NDCG, proposal.Proposed.NDCG)
	row("quality.mrr", proposal.Today.MRR, proposal.Proposed.MRR)
	row("quality.brier", proposal.Today.Brier, proposal.Proposed.Brier)
	return t
}

// writeProposal writes the proposal for programs. `weights` can be put into an event document as it stands.
func writeProposal(w io.Writer, proposal matcher.Proposal) error {
	type weight struct {
		Factor    string  `json:"factor"`
		Today     float64 `json:"today"`
		Proposed  float64 `json:"proposed"`
		Deviation float64 `json:"deviation"`
		Moved     bool    `json:"moved"`
	}
	doc := struct {
		Meetings    int                `json:"meetings"`
		Successes   int                `json:"successes"`
		Recommended bool               `json:"recommended"`
		Reason      event.Text         `json:"reason"`
		Weights     map[string]float64 `json:"weights"`
		Factors     []weight           `json:"factors"`
	}{proposal.Meetings, proposal.Successes, proposal.Recommended, proposal.Reason, proposal.DocumentWeights(), nil}
	for _, x := range proposal.Weights {
		doc.Factors = append(doc.Factors, weight(x))
	}
	return writeJSON(w, doc)
}
