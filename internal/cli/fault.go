package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"sangdam/event"
	"sangdam/internal/lang"
	"sangdam/internal/plan"
	"sangdam/internal/sheet"
)

// A usageError is a command line that cannot be understood; its text is in the program's voice.
type usageError struct {
	command *cobra.Command
	text    string
}

func (e usageError) Error() string { return e.text }

// An inputError is an input that is not right: a file that cannot be read, or a document with faults.
type inputError struct {
	name string // of the file, "-" for standard input
	err  error
}

func (e inputError) Error() string { return e.name + ": " + e.err.Error() }
func (e inputError) Unwrap() error { return e.err }

// A saidError is wrong input that is already put into the program's voice.
type saidError string

func (e saidError) Error() string { return string(e) }

// errViolated ends a check that has printed what is wrong.
var errViolated = errors.New("the schedule breaks rules")

// exit says what went wrong, once, and turns it into the exit status.
func (p *program) exit(err error) int {
	if err == nil {
		return 0
	}
	if errors.Is(err, errViolated) {
		return 1
	}
	if reason, ok := away(err); ok {
		fmt.Fprintf(p.err, "sangdam: %s\n", p.say("home.away", lang.Args{"Reason": reason}))
		return 1
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		status := 0
		for _, e := range joined.Unwrap() {
			status = max(status, p.exit(e))
		}
		return status
	}
	if e, ok := errors.AsType[usageError](err); ok {
		fmt.Fprintf(p.err, "sangdam: %s\n%s\n", e.text, p.say("help.hint", lang.Args{"Command": e.command.CommandPath()}))
		return 2
	}
	if e, ok := errors.AsType[lang.UnknownError](err); ok {
		fmt.Fprintf(p.err, "sangdam: %s\n", p.say("lang.unknown",
			lang.Args{"Language": e.Language, "Known": strings.Join(event.Languages, ", ")}))
		return 2
	}
	if e, ok := errors.AsType[inputError](err); ok {
		p.sayInput(e)
		return 2
	}
	if e, ok := errors.AsType[saidError](err); ok {
		fmt.Fprintf(p.err, "sangdam: %s\n", e)
		return 2
	}
	fmt.Fprintf(p.err, "sangdam: %s\n", p.reason(err))
	if noAddress(err) {
		return 2
	}
	return 1
}

// sayInput prints every fault of an input, one a line.
func (p *program) sayInput(e inputError) {
	name := e.name
	if name == "-" {
		name = p.say("input.standard")
	}
	text := p.reason(e.err)
	faults, ok := errors.AsType[event.Faults](e.err)
	if ok {
		text = faults.In(p.voice.Language())
	}
	if refused, isRefused := errors.AsType[plan.Refused](e.err); isRefused {
		text, ok = refused.In(p.voice.Language()), len(refused) > 1
	}
	if cells, isSheet := errors.AsType[sheet.Faults](e.err); isSheet {
		text, ok = oneAFault(cells, p.voice.Language()), true
	}
	lines := strings.Split(text, "\n")
	if !ok && len(lines) == 1 {
		fmt.Fprintf(p.err, "sangdam: %s: %s\n", name, text)
		return
	}
	fmt.Fprintf(p.err, "sangdam: %s\n", p.count("input.faults", len(lines), lang.Args{"Name": name}))
	for _, line := range lines {
		fmt.Fprintf(p.err, "  %s\n", oneLine(line))
	}
}

// oneAFault puts each fault on a line of its own; headings may have several.
func oneAFault(faults sheet.Faults, language string) string {
	lines := make([]string, len(faults))
	for i, f := range faults {
		lines[i] = oneLine(f.In(language))
	}
	return strings.Join(lines, "\n")
}

// reason says in the program's voice why the operating system refused, or else what the error says itself.
func (p *program) reason(err error) string {
	if text, ok := p.listening(err); ok {
		return text
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		return p.say("server.not_reached", lang.Args{"Server": e.URL, "Reason": e.Err.Error()})
	}
	where := ""
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		where = e.Path + ": "
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return where + p.say("file.absent")
	case errors.Is(err, fs.ErrPermission):
		return where + p.say("file.forbidden")
	case errors.Is(err, syscall.EISDIR):
		return where + p.say("file.folder")
	case errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return where + p.say("file.not_folder")
	default:
		return err.Error()
	}
}
