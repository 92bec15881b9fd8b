package cli

import (
	"github.com/spf13/cobra"

	"sangdam/internal/lang"
)

// completionCommand prints a script that teaches a shell to complete the commands and flags.
func (p *program) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:       "completion bash|zsh|fish|powershell",
		Short:     p.say("completion.short"),
		Example:   "  source <(sangdam completion bash)",
		Args:      p.arguments("SHELL"),
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(p.out, true)
			case "zsh":
				return root.GenZshCompletion(p.out)
			case "fish":
				return root.GenFishCompletion(p.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(p.out)
			default:
				return usageError{cmd, p.say("completion.unknown", lang.Args{"Name": args[0]})}
			}
		},
	}
}
