package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"
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
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"fillstore": fillStore, "storeholds": storeHolds,
			"cp949": encoded(korean.EUCKR), "utf16": encoded(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)),
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
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

// encoded turns the files named from UTF-8 into another encoding, which a script cannot hold.
func encoded(to encoding.Encoding) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, neg bool, args []string) {
		if neg {
			ts.Fatalf("an encoding cannot be expected to fail")
		}
		for _, name := range args {
			name = ts.MkAbs(name)
			data, err := os.ReadFile(name)
			ts.Check(err)
			encoded, err := to.NewEncoder().Bytes(data)
			ts.Check(err)
			ts.Check(os.WriteFile(name, encoded, 0o644))
		}
	}
}
