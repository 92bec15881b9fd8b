package cli

import (
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/desk"
	"sangdam/internal/lang"
	"sangdam/internal/sheet"
)

func (p *program) templateCommand() *cobra.Command {
	var headings, texts codes
	var force bool
	cmd := &cobra.Command{
		Use:     "template FILE.xlsx",
		Short:   p.say("template.short"),
		Long:    p.say("template.long"),
		Example: "  sangdam template event.xlsx\n  sangdam template event.xlsx --languages ko,en --texts ko,en,zh,ru",
		Args:    p.arguments("FILE.xlsx"),
		RunE: func(_ *cobra.Command, args []string) error {
			name := args[0]
			if err := p.canWrite(name, append([]string{".json", ".zip"}, foreignKinds...), ".xlsx"); err != nil {
				return err
			}
			if _, err := os.Lstat(name); err == nil && !force && name != "-" {
				return saidError(p.say("template.exists", lang.Args{"Name": name}))
			}
			opt := sheet.WriteOptions{Languages: p.headings(headings), Texts: texts, Sectors: desk.SheetSectors()}
			if err := p.deliver(name, func(w io.Writer) error { return sheet.WriteTemplate(w, opt) }); err != nil {
				return err
			}
			p.written(name)
			return nil
		},
	}
	cmd.Flags().Var(headings.among(event.Languages), "languages", p.say("convert.languages"))
	cmd.Flags().Var(&texts, "texts", p.say("template.texts"))
	cmd.Flags().BoolVar(&force, "force", false, p.say("template.force"))
	return cmd
}

// headings are the languages asked for, or the one spoken.
func (p *program) headings(asked codes) []string {
	if len(asked) > 0 {
		return asked
	}
	return []string{p.voice.Language()}
}

// codes is a flag value that lists languages, with commas.
type codes []string

func (c *codes) String() string { return strings.Join(*c, ",") }
func (c *codes) Type() string   { return "CODES" }
func (c *codes) Set(text string) error {
	*c = nil
	for part := range strings.SplitSeq(text, ",") {
		part = strings.ToLower(strings.TrimSpace(part))
		if len(part) < 2 || len(part) > 3 || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz") != "" {
			return errValue
		}
		if !slices.Contains(*c, part) {
			*c = append(*c, part)
		}
	}
	return nil
}

// among narrows the list to languages that are spoken.
func (c *codes) among(known []string) *knownCodes { return &knownCodes{c, known} }

type knownCodes struct {
	*codes
	known []string
}

func (k *knownCodes) Set(text string) error {
	if err := k.codes.Set(text); err != nil {
		return err
	}
	for _, code := range *k.codes {
		if !slices.Contains(k.known, code) {
			return errValue
		}
	}
	return nil
}
