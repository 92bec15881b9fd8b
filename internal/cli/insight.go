package cli

import (
	"fmt"
	"io"

	"sangdam/event"
	"sangdam/internal/lang"
)

// printInsight prints what the packer found out beside the schedule: what an even spread cost, who ends below the minimum
// and why, and what one more of something would bring.
func (p *program) printInsight(w io.Writer, part *event.SessionSchedule) error {
	if f := part.Fairness; f != nil {
		fmt.Fprintf(w, "\n%s\n", p.say("insight.fair", lang.Args{
			"Price": p.voice.Decimal(f.Price, 4), "Without": p.voice.Decimal(f.ScoreWithout, 4),
		}))
	}
	if len(part.Shortfalls) > 0 {
		fmt.Fprintf(w, "\n%s\n", p.say("insight.shortfalls"))
		for _, s := range part.Shortfalls {
			fmt.Fprintf(w, "  %s: %s\n", s.Participant, oneLine(p.voice.Text(s.Why)))
		}
	}
	if len(part.Help) > 0 {
		fmt.Fprintf(w, "\n%s\n", p.say("insight.help"))
		for _, h := range part.Help {
			fmt.Fprintf(w, "  %s\n", oneLine(p.voice.Text(h.Why)))
		}
	}
	return nil
}
