package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"sangdam/internal/lang"
)

// endings are those of files of a format.
var endings = map[string]string{"json": ".json", "csv": ".csv", "table": ".txt", "text": ".txt", "xlsx": ".xlsx", "pdf": ".pdf", "svg": ".svg"}

// byName lets the name of the output choose the format where the command line does not: report.xlsx is a workbook. A name of
// another kind of file than the one that would be written is refused; one without an ending, or with an unusual one, is taken as it is.
func (p *program) byName(cmd *cobra.Command, format *choice, out string) error {
	ending := strings.ToLower(filepath.Ext(out))
	if ending == endings[format.value] {
		return nil
	}
	written := []string{endings[format.value]}
	if !cmd.Flags().Changed("format") {
		for _, value := range format.choices {
			if endings[value] == ending {
				return format.Set(value)
			}
			if !slices.Contains(written, endings[value]) {
				written = append(written, endings[value])
			}
		}
	}
	for _, known := range endings {
		if ending == known && ending != ".txt" || ending != ".txt" && slices.Contains(foreignKinds, ending) {
			return saidError(p.say("output.kind", lang.Args{"Name": out, "Known": strings.Join(written, ", ")}))
		}
	}
	return nil
}

// onlyKind refuses a name of another kind of file than the only one that is written.
func (p *program) onlyKind(out, ending string) error {
	others := slices.Clone(foreignKinds)
	for _, known := range endings {
		others = append(others, known)
	}
	others = slices.DeleteFunc(append(others, ".zip"), func(s string) bool { return s == ending || s == ".txt" })
	return p.canWrite(out, others, ending)
}
