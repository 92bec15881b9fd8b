package cli

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"sangdam/internal/lang"
	"sangdam/internal/store"
	"sangdam/internal/store/bolt"
	"sangdam/internal/store/redis"
)

// defaultData is the file that a server keeps its data in when it is told no other.
const defaultData = "sangdam.db"

// openHome opens a store by its name: the URL of a Redis, or a file, which is made where there is none unless it must be there.
func (p *program) openHome(ctx context.Context, name string, must bool) (store.Mover, error) {
	if strings.Contains(name, "://") {
		redis.LogTo(slog.New(slog.DiscardHandler)) // its errors come back
		s, err := redis.Open(ctx, name, redis.Options{})
		if err != nil {
			return nil, saidError(p.say("home.url", lang.Args{"Reason": err.Error()}))
		}
		return s, nil
	}
	if _, err := os.Stat(name); err != nil && must {
		return nil, inputError{name, pathless(err)}
	}
	s, err := bolt.Open(name, bolt.Options{})
	if err != nil {
		return nil, p.homeError(name, err)
	}
	return s, nil
}

// homeError says why a file cannot be opened as a store.
func (p *program) homeError(name string, err error) error {
	if errors.Is(err, store.ErrInUse) {
		return saidError(p.say("home.in_use", lang.Args{"Name": name}))
	}
	if at, err := os.Stat(name); err == nil && at.IsDir() {
		return saidError(p.say("home.folder", lang.Args{"Name": name, "Example": filepath.Join(name, defaultData)}))
	}
	if errors.Is(err, fs.ErrNotExist) { // a file would be made
		return saidError(p.say("home.no_folder", lang.Args{"Name": name, "Folder": filepath.Dir(name)}))
	}
	if e, ok := errors.AsType[*os.PathError](err); ok {
		return inputError{name, e.Err}
	}
	return saidError(p.say("home.unreadable", lang.Args{"Name": name, "Reason": err.Error()}))
}

// away returns what a store that cannot be reached says of it, without the words that every such error begins with.
func away(err error) (reason string, ok bool) {
	if !errors.Is(err, store.ErrUnavailable) {
		return "", false
	}
	if _, rest, found := strings.Cut(err.Error(), store.ErrUnavailable.Error()+": "); found {
		return rest, true
	}
	return err.Error(), true
}

// needs demands a flag that has no default.
func (p *program) needs(cmd *cobra.Command, flags ...string) error {
	for _, name := range flags {
		if cmd.Flag(name).Value.String() == "" {
			return usageError{cmd, p.say("flag.needed", lang.Args{"Command": cmd.CommandPath(), "Flag": "--" + name})}
		}
	}
	return nil
}
