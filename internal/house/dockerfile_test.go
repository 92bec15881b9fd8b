package house

import (
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A stage of a Dockerfile: its base image and its instructions, continuation lines joined.
type stage struct {
	base  string
	lines []string
}

func readStages(t *testing.T) []stage {
	t.Helper()
	data, err := os.ReadFile("../../Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	var stages []stage
	for line := range strings.Lines(strings.ReplaceAll(string(data), "\\\n", " ")) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "FROM "):
			stages = append(stages, stage{base: strings.Fields(line)[1]})
		case len(stages) == 0:
			t.Fatalf("%q stands before the first FROM", line)
		default:
			last := &stages[len(stages)-1]
			last.lines = append(last.lines, line)
		}
	}
	return stages
}

func (s stage) find(prefix string) string {
	for _, line := range s.lines {
		if strings.HasPrefix(line, prefix) {
			return line
		}
	}
	return ""
}

func TestDockerfileEndsSmallAndWithoutRoot(t *testing.T) {
	stages := readStages(t)
	if len(stages) != 2 {
		t.Fatalf("%d stages, want one that builds and one that runs", len(stages))
	}
	build, run := stages[0], stages[1]
	if run.base != "scratch" {
		t.Errorf("the program runs on %s, want scratch", run.base)
	}
	if user := run.find("USER "); !regexp.MustCompile(`^USER [1-9]\d*:[1-9]\d*$`).MatchString(user) {
		t.Errorf("%q: want a number other than 0, since an empty base knows no names", user)
	}
	copied := strings.Fields(run.find("COPY --from=build "))
	if len(copied) != 4 || run.find("ENTRYPOINT ") != `ENTRYPOINT ["`+copied[3]+`"]` {
		t.Errorf("%q is copied, %q is started", copied, run.find("ENTRYPOINT "))
	}
	if !strings.Contains(build.find("RUN CGO_ENABLED=0 "), "-o "+copied[2]+" .") {
		t.Errorf("no step builds %s", copied[2])
	}
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	version := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindSubmatch(mod)
	if version == nil || build.base != "golang:"+string(version[1]) {
		t.Errorf("built with %s, go.mod asks for Go %s", build.base, version)
	}
}

// TestDockerfileBuildsAStaticBinary runs the build step of the Dockerfile here, with another output.
func TestDockerfileBuildsAStaticBinary(t *testing.T) {
	step := strings.TrimPrefix(readStages(t)[0].find("RUN CGO_ENABLED=0 "), "RUN ")
	binary := filepath.Join(t.TempDir(), "sangdam")
	step = strings.Replace(step, "-o /sangdam", "-o "+binary, 1)
	cmd := exec.Command("sh", "-c", step)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "VERSION=v1.2.3-test", "GOOS=linux")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", step, err, out)
	}
	f, err := elf.Open(binary)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if libs, err := f.ImportedLibraries(); err != nil || len(libs) > 0 {
		t.Errorf("the binary needs %q, %v; an empty base has no libraries", libs, err)
	}
	out, err := exec.Command(binary, "version").Output()
	if err != nil || !strings.HasPrefix(string(out), "sangdam v1.2.3-test ") {
		t.Errorf("version prints %q, %v", out, err)
	}
}
