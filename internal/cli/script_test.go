package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"sangdam": func() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the command line as its users do: each file of testdata/script is a small session at a shell.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"fillstore": fillStore, "storeholds": storeHolds},
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			fixtures, err := filepath.Abs(filepath.Join("..", "..", "fixtures"))
			if err != nil {
				return err
			}
			env.Setenv("FIXTURES", fixtures)
			env.Setenv("LANG", "en_US.UTF-8")
			tiny, err := os.ReadFile(filepath.Join("testdata", "tiny.json"))
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "tiny.json"), tiny, 0o644)
		},
	})
}
