package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/matcher"
)

func (p *program) explainCommand() *cobra.Command {
	format := newChoice("table", "json")
	var in string
	top := uint(10)
	cmd := &cobra.Command{
		Use:     "explain TEXT...",
		Short:   p.say("explain.short"),
		Long:    p.say("explain.long"),
		Example: "  sangdam explain \"гидравлические насосы для экскаваторов\"\n  sangdam explain --in zh 工程机械用液压件",
		Args:    p.arguments("TEXT..."),
		RunE: func(cmd *cobra.Command, args []string) error {
			u := matcher.Explain(strings.Join(args, " "), in)
			if top > 0 && len(u.Concepts) > int(top) {
				u.Concepts = u.Concepts[:top]
			}
			return p.deliver("", func(w io.Writer) error {
				if format.value == "json" {
					return writeUnderstanding(w, u)
				}
				return p.printUnderstanding(w, u)
			})
		},
	}
	cmd.Flags().StringVar(&in, "in", "", p.say("flag.in"))
	cmd.Flags().UintVar(&top, "top", top, p.say("flag.top_concepts"))
	cmd.Flags().Var(format, "format", p.say("flag.format"))
	return cmd
}

// printUnderstanding lists what a text was understood to speak of, the heaviest first, with the words that say so.
func (p *program) printUnderstanding(w io.Writer, u matcher.Understanding) error {
	if len(u.Concepts) == 0 {
		_, err := fmt.Fprintln(w, p.say("explain.nothing", lang.Args{"Text": oneLine(u.Text)}))
		return err
	}
	t := &table{columns: []column{
		{title: p.say("column.weight"), right: true}, {title: p.say("column.concept")},
		{title: p.say("column.name"), shrink: true}, {title: p.say("column.words"), shrink: true},
	}}
	for _, c := range u.Concepts {
		t.add(p.voice.Decimal(c.Weight, 2), conceptID(c), p.voice.Text(c.Name), strings.Join(c.Words, ", "))
	}
	return t.write(w, p.width())
}

// conceptID is the HS code of goods, or the id of a process.
func conceptID(c matcher.Concept) string {
	if c.HS != "" {
		return "HS " + c.HS
	}
	return c.Process
}

func writeUnderstanding(w io.Writer, u matcher.Understanding) error {
	type concept struct {
		HS      string     `json:"hs,omitzero"`
		Process string     `json:"process,omitzero"`
		Name    event.Text `json:"name"`
		Weight  float64    `json:"weight"`
		Words   []string   `json:"words"`
	}
	doc := struct {
		Text     string    `json:"text"`
		Concepts []concept `json:"concepts"`
	}{u.Text, []concept{}}
	for _, c := range u.Concepts {
		doc.Concepts = append(doc.Concepts, concept{c.HS, c.Process, c.Name, c.Weight, orNone(c.Words)})
	}
	return writeJSON(w, doc)
}

// orNone lets a list without entries be written as [] and not as null.
func orNone(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
