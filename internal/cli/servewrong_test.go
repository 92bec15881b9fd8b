package cli

import (
	"path/filepath"
	"strings"
	"testing"
)

// What a server cannot start with is wrong input, and says what would be right.
func TestAServerThatCannotStartSaysWhy(t *testing.T) {
	folder := t.TempDir()
	for _, c := range []struct {
		name string
		args []string
		env  string // the admin token
		want string
	}{
		{"an address that is none", []string{"--base-url", "sangdam"}, "", `"sangdam" is no address such as https://sangdam.example`},
		{"an address with a path", []string{"--base-url", "https://sangdam.example/meetings"}, "", "without a path"},
		{"a short token", nil, "secret", "SANGDAM_ADMIN_TOKEN has 6 characters; it needs 24 or more"},
		{"a folder", []string{"--data", folder}, "", folder + " is a folder; name a file in it, e.g. " + filepath.Join(folder, "sangdam.db")},
		{"no folder", []string{"--data", filepath.Join(folder, "no", "s.db")}, "", "there is no folder " + filepath.Join(folder, "no")},
		{"no port", []string{"--data", filepath.Join(folder, "s.db"), "--listen", "localhost"}, "", "e.g. 127.0.0.1:8080"},
	} {
		t.Setenv(adminVariable, c.env)
		status, _, said := command(t, append([]string{"serve", "--listen", "127.0.0.1:0"}, c.args...)...)
		if status != 2 || !strings.Contains(said, c.want) || strings.Contains(said, "desk:") {
			t.Errorf("%s: %d, %s", c.name, status, said)
		}
	}
}
