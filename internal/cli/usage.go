package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sangdam/event"
	"sangdam/internal/lang"
)

// help prints what a command does, how it is called and which flags it has.
func (p *program) help(cmd *cobra.Command, _ []string) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", cmd.Short)
	if cmd.Long != "" {
		fmt.Fprintf(&b, "\n%s\n", cmd.Long)
	}
	fmt.Fprintf(&b, "\n%s\n", p.say("help.usage"))
	_, operands, _ := strings.Cut(cmd.Use, " ")
	if operands != "" || !cmd.HasSubCommands() {
		fmt.Fprintf(&b, "  %s\n", strings.Join(strings.Fields(cmd.CommandPath()+" "+operands+" "+p.say("help.flag_mark")), " "))
	}
	if cmd.HasSubCommands() {
		fmt.Fprintf(&b, "  %s COMMAND\n\n%s\n", cmd.CommandPath(), p.say("help.commands"))
		var rows [][2]string
		for _, sub := range cmd.Commands() {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
		twoColumns(&b, rows)
	}
	var rows [][2]string
	visit := func(f *pflag.Flag) { rows = append(rows, p.flagRow(f)) }
	cmd.NonInheritedFlags().VisitAll(visit)
	cmd.InheritedFlags().VisitAll(visit)
	fmt.Fprintf(&b, "\n%s\n", p.say("help.flags"))
	twoColumns(&b, rows)
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", p.say("help.examples"), cmd.Example)
	}
	fmt.Fprint(cmd.OutOrStdout(), b.String())
}

func (p *program) flagRow(f *pflag.Flag) [2]string {
	kind, usage := pflag.UnquoteUsage(f)
	name := "    --" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", --" + f.Name
	}
	if kind != "" {
		name += " " + kind
	}
	switch f.DefValue {
	case "", "0", "0s", "0%", "false":
	default:
		usage += " " + p.say("flag.default", lang.Args{"Value": f.DefValue})
	}
	return [2]string{name, usage}
}

func twoColumns(b *strings.Builder, rows [][2]string) {
	width := 0
	for _, row := range rows {
		width = max(width, cells.StringWidth(row[0]))
	}
	for _, row := range rows {
		fmt.Fprintf(b, "  %s  %s\n", cells.FillRight(row[0], width), row[1])
	}
}

// flagError turns what the flag parser found wrong into a usage error in the program's voice.
func (p *program) flagError(cmd *cobra.Command, err error) error {
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		name := e.GetSpecifiedName()
		if e.GetSpecifiedShortnames() != "" {
			return usageError{cmd, p.say("flag.unknown", lang.Args{"Flag": "-" + name})}
		}
		var known []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		if near, ok := event.Nearest(name, known); ok {
			return usageError{cmd, p.say("flag.unknown.near", lang.Args{"Flag": "--" + name, "Near": "--" + near})}
		}
		return usageError{cmd, p.say("flag.unknown", lang.Args{"Flag": "--" + name})}
	}
	if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return usageError{cmd, p.say("flag.bare", lang.Args{"Flag": "--" + e.GetFlag().Name})}
	}
	if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return usageError{cmd, p.say("flag.invalid", lang.Args{
			"Flag": "--" + e.GetFlag().Name, "Value": e.GetValue(), "Want": p.wanted(e.GetFlag().Value),
		})}
	}
	return usageError{cmd, p.say("flag.syntax", lang.Args{"Text": err.Error()})}
}

// wanted says what a flag's value must look like.
func (p *program) wanted(v pflag.Value) string {
	switch v := v.(type) {
	case *choice:
		return strings.Join(v.choices, ", ")
	case *share:
		return p.say("want.share")
	case *wait:
		return p.say("want.duration")
	case *rate:
		return p.say("want.rate")
	case *date:
		return p.say("want.date")
	default:
		return p.say("want.whole")
	}
}
