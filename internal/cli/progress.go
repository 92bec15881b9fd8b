package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
)

// progressLine is one line of a terminal that shows, session by session, the incumbent, its bound and how far apart they
// are. It is drawn at most ten times a second.
type progressLine struct {
	p       *program
	w       io.Writer
	width   int
	clock   func() time.Time
	started time.Time
	drawn   time.Time
	order   []*event.Session
	latest  map[string]plan.Progress
}

const redrawAfter = 100 * time.Millisecond

// newProgressLine returns nil where standard error is no terminal: a pipe stays quiet.
func (p *program) newProgressLine(ev *event.Event, clock func() time.Time) *progressLine {
	if !isTerminal(p.err) {
		return nil
	}
	return startProgressLine(p, p.err, terminalWidth(p.err), ev, clock)
}

func startProgressLine(p *program, w io.Writer, width int, ev *event.Event, clock func() time.Time) *progressLine {
	l := &progressLine{p: p, w: w, width: width, clock: clock, started: clock(), latest: map[string]plan.Progress{}}
	for i := range ev.Sessions {
		l.order = append(l.order, &ev.Sessions[i])
	}
	return l
}

func (l *progressLine) show(g plan.Progress) {
	l.latest[g.Session] = g
	now := l.clock()
	if now.Sub(l.drawn) < redrawAfter && !g.Done {
		return
	}
	l.drawn = now
	text := l.text(now)
	if l.width > 0 {
		text = cells.Truncate(text, l.width-1, "…")
	}
	fmt.Fprintf(l.w, "\r\x1b[2K%s", text)
}

func (l *progressLine) text(now time.Time) string {
	var parts []string
	for _, s := range l.order {
		g, ok := l.latest[s.ID]
		name := oneLine(l.p.sessionName(s))
		switch {
		case !ok:
		case !g.Feasible:
			parts = append(parts, l.p.say("progress.searching", lang.Args{"Name": name}))
		default:
			parts = append(parts, l.p.say("progress.incumbent", lang.Args{
				"Name": name, "Score": l.p.voice.Decimal(g.Point.Score, 2), "Bound": l.p.voice.Decimal(g.Point.Bound, 2),
				"Gap": l.p.voice.Percent(gapOf(g.Point.Score, g.Point.Bound)), "Breaks": g.Point.Breaks,
			}))
		}
	}
	seconds := l.p.say("progress.seconds", lang.Args{"Seconds": l.p.voice.Decimal(now.Sub(l.started).Seconds(), 1)})
	return strings.Join(append(parts, seconds), " | ")
}

// clear leaves the line empty for what is printed next.
func (l *progressLine) clear() { fmt.Fprint(l.w, "\r\x1b[2K") }

func gapOf(score, bound float64) float64 {
	if bound <= 0 {
		return 0
	}
	return max(0, bound-score) / bound
}
