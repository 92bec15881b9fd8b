package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"sangdam/internal/lang"
)

// configured runs the reading of settings for a serve command and returns it, with what was complained of.
func configured(t *testing.T, file string, environ []string, args ...string) (*cobra.Command, error) {
	t.Helper()
	p := &program{out: &bytes.Buffer{}, err: &bytes.Buffer{}, getenv: func(string) string { return "" }, voice: lang.New("en")}
	cmd := p.serveCommand()
	if file != "" {
		name := filepath.Join(t.TempDir(), "sangdam.toml")
		if err := os.WriteFile(name, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, "--config", name)
	}
	if err := cmd.ParseFlags(args); err != nil {
		t.Fatal(err)
	}
	return cmd, p.configure(cmd, environ)
}

func TestFlagsBeatTheEnvironmentWhichBeatsTheFile(t *testing.T) {
	cmd, err := configured(t, "listen = \"file:1\"\ndata = \"file.db\"\nrate-limit = 7\ndemo = true\ntime-limit = \"3s\"\n",
		[]string{"SANGDAM_DATA=environment.db", "SANGDAM_LISTEN=environment:2", "PATH=/bin", "SANGDAM_TOKEN=of-a-client"}, "--listen", "flag:3")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"listen": "flag:3", "data": "environment.db", "rate-limit": "7", "demo": "true", "time-limit": "3s", "workers": "0"} {
		if got := cmd.Flag(name).Value.String(); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

func TestEveryFaultOfTheSettingsIsToldAtOnce(t *testing.T) {
	_, err := configured(t, "lisen = \"x\"\nworkers = \"many\"\n[tables]\na = 1\n", []string{"SANGDAM_LISTNE=x", "SANGDAM_TIME_LIMIT=soon"})
	if err == nil {
		t.Fatal("nothing was found")
	}
	for _, want := range []string{"lisen; perhaps listen", "SANGDAM_LISTNE in the environment is no setting; perhaps SANGDAM_LISTEN", "workers", "many", "SANGDAM_TIME_LIMIT", "soon", "tables"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v\nlacks %q", err, want)
		}
	}
	if _, err := configured(t, "listen = \n", nil); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("no TOML: %v", err)
	}
}

// Faults of a file come in the same order each time, and a key that a file cannot have is not offered.
func TestFaultsOfAFileAreInOrder(t *testing.T) {
	first := ""
	for range 20 {
		_, err := configured(t, "zinc = 1\nmoss = 2\nconfig = \"other.toml\"\nbark = 3\n", nil)
		if err == nil || strings.Contains(err.Error(), "config,") {
			t.Fatalf("%v", err)
		}
		if first == "" {
			first = err.Error()
		}
		if err.Error() != first {
			t.Fatalf("%v\nand then\n%v", first, err)
		}
	}
}

func TestAFileOfSettingsThatIsNotThereIsNamedOnce(t *testing.T) {
	_, err := configured(t, "", nil, "--config", "absent.toml")
	if err == nil || strings.Count(err.Error(), "absent.toml") != 1 {
		t.Errorf("%v", err)
	}
}
