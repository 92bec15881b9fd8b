package house

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// documents are those that show commands, with the locale that their reader has.
var documents = map[string]string{
	"README.md":     "en_US.UTF-8",
	"README.ko.md":  "ko_KR.UTF-8",
	"docs/guide.md": "en_US.UTF-8",
}

// TestEveryCommandShownPrintsWhatIsShown runs the commands of the documents in a fresh copy of the project, as a newcomer
// would. With UPDATE_DOCS set it writes what was printed into the documents instead.
func TestEveryCommandShownPrintsWhatIsShown(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	for name, locale := range documents {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				t.Fatal(err)
			}
			commands := Commands(string(data))
			if len(commands) == 0 {
				t.Fatal("no command is shown")
			}
			copied := freshCopy(t, root)
			var outputs [][]string
			for _, c := range commands {
				cmd := exec.Command("bash", "-c", c.Text)
				cmd.Dir = copied
				cmd.Env = append(os.Environ(), "LC_ALL=", "LC_MESSAGES=", "LANG="+locale, "PATH="+copied+":"+os.Getenv("PATH"), "COLUMNS=")
				printed, err := cmd.CombinedOutput()
				if err != nil && !strings.Contains(c.Text, "||") {
					t.Fatalf("line %d: %s: %v\n%s", c.Line, c.Text, err, printed)
				}
				outputs = append(outputs, c.Claim(string(printed)))
				if os.Getenv("UPDATE_DOCS") != "" {
					continue
				}
				if err := c.Check(string(printed)); err != nil {
					t.Errorf("%s:%d: $ %s: %v", name, c.Line, c.Text, err)
				}
			}
			if os.Getenv("UPDATE_DOCS") != "" {
				if err := os.WriteFile(filepath.Join(root, name), []byte(Replace(string(data), outputs)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// freshCopy copies what Git knows of the project, and the files not yet added, into a new folder with the program built.
func freshCopy(t *testing.T, root string) string {
	t.Helper()
	dir := t.TempDir()
	for _, step := range []string{
		"git ls-files --cached --others --exclude-standard -z | tar --null -T - --ignore-failed-read -cf - 2>/dev/null | tar -C '" + dir + "' -xf -",
		"go build -o '" + dir + "/sangdam' .",
	} {
		cmd := exec.Command("bash", "-c", step)
		cmd.Dir = root
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", step, err, out)
		}
	}
	return dir
}

const page = "# Title\n```console\n$ one\na\n$ two\nb\n…\ny\nz\n```\ntext\n```sh\n$ not shown as run\n```\n```console\n$ three\n```\n"

func TestCommandsOfADocument(t *testing.T) {
	commands := Commands(page)
	if len(commands) != 3 || commands[0].Text != "one" || commands[1].Line != 5 || commands[2].Text != "three" {
		t.Fatalf("got %+v", commands)
	}
	for _, c := range []struct {
		command int
		printed string
		right   bool
	}{
		{0, "a\n", true}, {0, "a\nb\n", false}, {0, "", false}, {0, "A\n", false},
		{1, "b\nc\nd\ny\nz\n", true}, {1, "b\ny\nz\n", true}, {1, "b\nz\n", false}, {1, "b\nc\ny\nx\n", false},
		{2, "", true}, {2, "more\n", false},
	} {
		if err := commands[c.command].Check(c.printed); (err == nil) != c.right {
			t.Errorf("%s prints %q: %v", commands[c.command].Text, c.printed, err)
		}
	}
}

func TestReplaceWritesWhatWasPrinted(t *testing.T) {
	commands := Commands(page)
	got := Replace(page, [][]string{
		commands[0].Claim("new\n"), commands[1].Claim("1\n2\n3\n4\n5\n"), commands[2].Claim("three\n"),
	})
	want := "# Title\n```console\n$ one\nnew\n$ two\n1\n…\n4\n5\n```\ntext\n```sh\n$ not shown as run\n```\n```console\n$ three\nthree\n```\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
