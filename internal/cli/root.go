package cli

import (
	"math"
	"strings"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
)

// rootCommand builds the tree of commands, every word of it in the program's voice.
func (p *program) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "sangdam",
		Short:         p.say("about"),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().BoolP("help", "h", false, p.say("flag.help"))
	root.PersistentFlags().String("lang", "", p.say("flag.lang"))
	root.SetHelpFunc(p.help)
	root.SetUsageFunc(func(cmd *cobra.Command) error { p.help(cmd, nil); return nil })
	root.SetFlagErrorFunc(p.flagError)
	root.AddCommand(
		p.planCommand(), p.matchCommand(), p.scheduleCommand(), p.repairCommand(), p.checkCommand(), p.reportCommand(), p.printCommand(),
		p.explainCommand(), p.learnCommand(), p.benchCommand(), p.serveCommand(),
		p.workerCommand(), p.readyCommand(),
		p.backupCommand(), p.restoreCommand(), p.importCommand(),
		p.templateCommand(), p.convertCommand(),
		p.completionCommand(), p.versionCommand(),
	)
	root.SetHelpCommand(p.helpCommand(root))
	return root
}

func (p *program) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: p.say("help.short"),
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return p.unknownCommand(root, args[0])
			}
			return cmd.Help()
		},
	}
}

func (p *program) unknownCommand(root *cobra.Command, name string) error {
	if strings.TrimSpace(name) == "" {
		return usageError{root, p.say("argument.empty", lang.Args{"Command": root.CommandPath(), "Name": "COMMAND"})}
	}
	var known []string
	for _, cmd := range root.Commands() {
		known = append(known, cmd.Name())
	}
	if near, ok := event.Nearest(name, known); ok {
		return usageError{root, p.say("command.unknown.near", lang.Args{"Name": name, "Near": near})}
	}
	return usageError{root, p.say("command.unknown", lang.Args{"Name": name})}
}

// arguments demands exactly the named arguments; a name that ends in "..." stands for one or more, one in brackets may be
// left out.
func (p *program) arguments(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		least, most := 0, len(names)
		for _, name := range names {
			if strings.HasSuffix(strings.TrimSuffix(name, "]"), "...") {
				most = math.MaxInt
			}
			if !strings.HasPrefix(name, "[") {
				least++
			}
		}
		switch {
		case len(args) < least:
			return usageError{cmd, p.say("argument.missing", lang.Args{"Command": cmd.CommandPath(), "Name": names[len(args)]})}
		case len(args) > most:
			return usageError{cmd, p.say("argument.surplus", lang.Args{"Command": cmd.CommandPath(), "Value": args[most]})}
		}
		for i, arg := range args {
			if strings.TrimSpace(arg) == "" {
				name := strings.Trim(names[min(i, len(names)-1)], "[].")
				return usageError{cmd, p.say("argument.empty", lang.Args{"Command": cmd.CommandPath(), "Name": name})}
			}
		}
		return nil
	}
}
