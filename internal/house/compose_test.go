package house

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"sangdam/internal/store/redistest"
)

// A service of compose.yaml, as far as it is of interest here.
type service struct {
	Build       string            `yaml:"build"`
	Image       string            `yaml:"image"`
	Command     []string          `yaml:"command"`
	Environment map[string]string `yaml:"environment"`
	Ports       []string          `yaml:"ports"`
	StopGrace   string            `yaml:"stop_grace_period"`
	Healthcheck struct {
		Test []string `yaml:"test"`
	} `yaml:"healthcheck"`
	Deploy struct {
		Replicas int `yaml:"replicas"`
	} `yaml:"deploy"`
	Volumes []string `yaml:"volumes"`
}

// readCompose reads compose.yaml: Redis, and the services that are of this program.
func readCompose(t *testing.T) (redis service, ours map[string]service) {
	t.Helper()
	data, err := os.ReadFile("../../compose.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Services map[string]service `yaml:"services"`
		Volumes  map[string]any     `yaml:"volumes"`
	}
	if err := yaml.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	redis, ok := file.Services["redis"]
	delete(file.Services, "redis")
	if !ok || len(file.Services) != 2 {
		t.Fatalf("the services are %v, want redis, server and worker", file.Services)
	}
	for _, volume := range redis.Volumes {
		if name, _, _ := strings.Cut(volume, ":"); !hasKey(file.Volumes, name) {
			t.Errorf("there is no volume %q", name)
		}
	}
	return redis, file.Services
}

func hasKey[V any](m map[string]V, key string) bool {
	_, ok := m[key]
	return ok
}

// builtProgram builds the program and returns where it is.
func builtProgram(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "sangdam")
	cmd := exec.Command("go", "build", "-o", binary, ".")
	cmd.Dir = "../.."
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return binary
}

// TestComposeSaysWhatTheProgramUnderstands holds the commands, flags and variables of compose.yaml to the help of the program.
func TestComposeSaysWhatTheProgramUnderstands(t *testing.T) {
	_, ours := readCompose(t)
	program := builtProgram(t)
	for name, s := range ours {
		if s.Image != "sangdam" || s.Deploy.Replicas != 2 {
			t.Errorf("%s: image %q, %d of them; want two of sangdam", name, s.Image, s.Deploy.Replicas)
		}
		help, err := exec.Command(program, s.Command[0], "-h").CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, help)
		}
		var flags []string
		for _, found := range regexp.MustCompile(`--([\w-]+)`).FindAllSubmatch(help, -1) {
			flags = append(flags, string(found[1]))
		}
		for _, argument := range s.Command[1:] {
			if flag, ok := strings.CutPrefix(argument, "--"); ok && !slices.Contains(flags, flag) {
				t.Errorf("%s: %s has no flag --%s", name, s.Command[0], flag)
			}
		}
		for variable, value := range s.Environment {
			flag := strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(variable, "SANGDAM_")), "_", "-")
			if variable != "SANGDAM_ADMIN_TOKEN" && !slices.Contains(flags, flag) {
				t.Errorf("%s: %s reads no %s", name, s.Command[0], variable)
			}
			if value != "redis://redis:6379" && value != "${"+variable+":-}" {
				t.Errorf("%s: %s is %q; what belongs to one host comes from its environment", name, variable, value)
			}
		}
		test := s.Healthcheck.Test
		if len(test) != 4 || test[0] != "CMD" || "ENTRYPOINT [\""+test[1]+"\"]" != readStages(t)[1].find("ENTRYPOINT ") {
			t.Fatalf("%s: the health check %q does not call the program", name, test)
		}
		port := test[3][strings.LastIndex(test[3], ":"):]
		if test[2] != "ready" || !strings.HasSuffix(s.Command[slices.Index(s.Command, "--listen")+1], port) {
			t.Errorf("%s: the health check asks %s, which is not where it listens", name, test[3])
		}
		if grace, err := time.ParseDuration(s.StopGrace); err != nil || grace <= 30*time.Second {
			t.Errorf("%s: is killed after %q, before it has ended by itself", name, s.StopGrace)
		}
	}
	if ours["server"].Build != "." || len(ours["server"].Ports) != 1 || !strings.HasPrefix(ours["server"].Ports[0], "127.0.0.1:") {
		t.Errorf("the server is %+v; want it built here and reachable from this machine alone", ours["server"])
	}
}

// TestComposeKeepsWhatRedisAcknowledges compares the settings of Redis with those under which the store is tested.
func TestComposeKeepsWhatRedisAcknowledges(t *testing.T) {
	redis, _ := readCompose(t)
	line := strings.Join(redis.Command, " ")
	for i := 0; i < len(redistest.Durable); i += 2 {
		setting := strings.TrimSpace(redistest.Durable[i] + " " + redistest.Durable[i+1])
		if !strings.Contains(line+" ", setting+" ") {
			t.Errorf("redis is started without %s: %s", setting, line)
		}
	}
	if !strings.Contains(line, "--maxmemory-policy noeviction") {
		t.Errorf("redis may evict: %s", line)
	}
	if redis.Healthcheck.Test == nil || len(redis.Volumes) == 0 || len(redis.Ports) > 0 {
		t.Errorf("redis is %+v; want a health check, a volume, and no port open to the host", redis)
	}
}
