// Package cli is the command line: it reads documents, calls the matcher and the packer, and prints what they say in the
// reader's language. Results go to standard output or to files, progress and warnings to standard error.
package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"sangdam/internal/lang"
)

// program is one run of a command: where it reads and writes, its clock, and the voice it speaks with.
type program struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	now      func() time.Time
	voice    *lang.Voice
	server   *atServer // the server that does the work; nil: this program
}

// Main runs one command and returns the exit status: 0 for success, 1 when a check found violations or a result could not
// be written, 2 for wrong input. An interrupt stops a solve, which then returns the best so far; a second one ends the
// program.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)

	p := &program{in: stdin, out: stdout, err: stderr, getenv: os.Getenv, now: time.Now, voice: lang.New(lang.Default)}
	return p.exit(p.run(ctx, args))
}

func (p *program) run(ctx context.Context, args []string) error {
	asked := askedLanguage(args)
	code, err := lang.Choose(asked, p.getenv)
	if err != nil {
		fallback, _ := lang.Choose("", p.getenv) // only what is asked for can be wrong
		p.voice = lang.New(fallback)
		return err
	}
	p.voice = lang.New(code)
	root := p.rootCommand()
	root.SetArgs(args)
	root.SetOut(p.out)
	root.SetErr(p.err)
	return root.ExecuteContext(ctx)
}

// askedLanguage finds --lang before the arguments are parsed, because the words of the parser and of the help depend on
// it. The last one counts, as with any flag.
func askedLanguage(args []string) string {
	asked := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			asked = value
		}
		if arg == "--lang" && i+1 < len(args) {
			asked = args[i+1]
		}
	}
	return asked
}

func (p *program) say(id string, args ...lang.Args) string { return p.voice.Say(id, args...) }

func (p *program) count(id string, n int, args ...lang.Args) string {
	return p.voice.Count(id, n, args...)
}
