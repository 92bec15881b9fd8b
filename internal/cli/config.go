package cli

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sangdam/event"
	"sangdam/internal/lang"
)

// environmentPrefix stands before the name of a setting in the environment: --time-limit is SANGDAM_TIME_LIMIT.
const environmentPrefix = "SANGDAM_"

// otherVariables are those of the environment that are no settings of a server; the last is for tests.
var otherVariables = []string{adminVariable, tokenVariable, "SANGDAM_BENCHMARKS"}

// configure gives the flags of a command the values of the environment and of a configuration file (TOML; keys are the flags'
// names). A flag on the command line beats the environment, which beats the file. What is not a setting is an error that names the
// nearest one; all faults come at once.
func (p *program) configure(cmd *cobra.Command, environ []string) error {
	settings := settingsOf(cmd)
	var faults []error
	add := func(err error) { faults = append(faults, err) }

	given := map[string]string{}
	for _, entry := range environ {
		name, value, _ := strings.Cut(entry, "=")
		if !strings.HasPrefix(name, environmentPrefix) || slices.Contains(otherVariables, name) {
			continue
		}
		flag := strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(name, environmentPrefix)), "_", "-")
		if !slices.Contains(settings, flag) {
			add(p.unknownSetting("config.unknown.variable", name, variablesOf(settings)))
			continue
		}
		given[flag] = value
	}

	file := cmd.Flag("config").Value.String()
	if file == "" {
		file = given["config"]
	}
	written, err := p.readConfig(file, settings, add)
	if err != nil {
		return err
	}
	for _, name := range settings {
		flag := cmd.Flag(name)
		if flag.Changed || name == "config" {
			continue
		}
		value, ok := given[name]
		from := variableOf(name)
		if !ok {
			value, ok = written[name]
			from = file + ": " + name
		}
		if !ok {
			continue
		}
		if err := cmd.Flags().Set(name, value); err != nil {
			add(saidError(p.say("config.value", lang.Args{"Name": from, "Value": value, "Want": p.wanted(flag.Value)})))
		}
	}
	return errors.Join(faults...)
}

// readConfig returns the settings of a file as the command line would write them.
func (p *program) readConfig(file string, settings []string, add func(error)) (map[string]string, error) {
	if file == "" {
		return nil, nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, inputError{file, pathless(err)}
	}
	var table map[string]any
	if err := toml.Unmarshal(data, &table); err != nil {
		if e, ok := errors.AsType[*toml.DecodeError](err); ok {
			line, column := e.Position()
			return nil, saidError(p.say("config.syntax", lang.Args{"Name": file, "Line": line, "Column": column, "Reason": e.Error()}))
		}
		return nil, inputError{file, err}
	}
	keys := slices.DeleteFunc(slices.Clone(settings), func(name string) bool { return name == "config" }) // a file names no other
	out := map[string]string{}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		if !slices.Contains(keys, key) {
			add(p.unknownSetting("config.unknown.key", key, keys))
			continue
		}
		switch value := table[key].(type) {
		case string, bool, int64, float64:
			out[key] = fmt.Sprint(value)
		default:
			add(saidError(p.say("config.kind", lang.Args{"Name": file + ": " + key})))
		}
	}
	return out, nil
}

func (p *program) unknownSetting(id, name string, known []string) error {
	if near, ok := event.Nearest(name, known); ok {
		return saidError(p.say(id+".near", lang.Args{"Name": name, "Near": near}))
	}
	return saidError(p.say(id, lang.Args{"Name": name, "Known": strings.Join(known, ", ")}))
}

// settingsOf returns the names of the flags that the environment and the file may set.
func settingsOf(cmd *cobra.Command) []string {
	var out []string
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name != "help" {
			out = append(out, f.Name)
		}
	})
	return out
}

func variableOf(flag string) string {
	return environmentPrefix + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

func variablesOf(flags []string) []string {
	out := make([]string, len(flags))
	for i, f := range flags {
		out[i] = variableOf(f)
	}
	return out
}
