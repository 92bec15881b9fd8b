package house

import (
	"fmt"
	"strings"
)

// A Command is one that a document shows in a block of ```console, with the output that it claims.
type Command struct {
	Line   int      // of the document, from 1
	Text   string   // after "$ "
	Output []string // a line "…" stands for any number of lines
}

// elision stands in an output for lines that the document leaves out.
const elision = "…"

// Commands returns the commands of a document in Markdown.
func Commands(markdown string) []Command {
	var out []Command
	inside, number := false, 0
	for line := range strings.Lines(markdown) {
		number++
		line = strings.TrimRight(line, "\r\n")
		switch {
		case !inside:
			inside = line == "```console"
		case line == "```":
			inside = false
		case strings.HasPrefix(line, "$ "):
			out = append(out, Command{Line: number, Text: strings.TrimPrefix(line, "$ ")})
		case len(out) > 0:
			last := &out[len(out)-1]
			last.Output = append(last.Output, line)
		}
	}
	return out
}

// Check returns nil when the command really printed what the document claims.
func (c Command) Check(printed string) error {
	got := outputLines(printed)
	head, tail, elided := c.parts()
	if !elided {
		return sameLines(got, head)
	}
	if len(got) < len(head)+len(tail) {
		return fmt.Errorf("%d lines are printed, at least %d are shown", len(got), len(head)+len(tail))
	}
	if err := sameLines(got[:len(head)], head); err != nil {
		return err
	}
	return sameLines(got[len(got)-len(tail):], tail)
}

// Claim returns the output that the document should show: what was printed, left out where the document leaves out now,
// with as many lines before and after.
func (c Command) Claim(printed string) []string {
	got := outputLines(printed)
	head, tail, elided := c.parts()
	if !elided || len(got) <= len(head)+len(tail) {
		return got
	}
	claim := append([]string{}, got[:len(head)]...)
	claim = append(claim, elision)
	return append(claim, got[len(got)-len(tail):]...)
}

func (c Command) parts() (head, tail []string, elided bool) {
	for i, line := range c.Output {
		if line == elision {
			return c.Output[:i], c.Output[i+1:], true
		}
	}
	return c.Output, nil, false
}

func outputLines(printed string) []string {
	printed = strings.TrimRight(printed, "\n")
	if printed == "" {
		return nil
	}
	return strings.Split(printed, "\n")
}

func sameLines(got, want []string) error {
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			return fmt.Errorf("shown but not printed: %q", want[i])
		case i >= len(want):
			return fmt.Errorf("printed but not shown: %q", got[i])
		case got[i] != want[i]:
			return fmt.Errorf("printed %q, shown %q", got[i], want[i])
		}
	}
	return nil
}

// Replace returns the document with the outputs of its commands, in their order, replaced.
func Replace(markdown string, outputs [][]string) string {
	var b strings.Builder
	inside, next := false, 0
	for line := range strings.Lines(markdown) {
		text := strings.TrimRight(line, "\r\n")
		switch {
		case !inside:
			inside = text == "```console"
			b.WriteString(line)
		case text == "```":
			inside = false
			b.WriteString(line)
		case strings.HasPrefix(text, "$ "):
			b.WriteString(line)
			for _, shown := range outputs[next] {
				b.WriteString(shown + "\n")
			}
			next++
		}
	}
	return b.String()
}
