package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sangdam/fixtures"
	"sangdam/internal/lang"
)

// TestCommandsWorkAgainstAServer runs commands here and at a server: what they print is the same.
func TestCommandsWorkAgainstAServer(t *testing.T) {
	s := startServer(t, "--demo")
	defer s.stop(t)
	folder := t.TempDir()
	file, tokenFile := filepath.Join(folder, "event.json"), filepath.Join(folder, "token")
	for name, data := range map[string][]byte{file: fixtures.Jinju2019(), tokenFile: []byte(s.Token + "\n")} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) (string, string, int) {
		var out, complaints bytes.Buffer
		p := &program{in: strings.NewReader(""), out: &out, err: &complaints, getenv: func(string) string { return "" }, voice: lang.New("en")}
		status := p.exit(p.run(t.Context(), append(args, "--lang", "en")))
		return out.String(), complaints.String(), status
	}
	at := []string{"--server", s.URL, "--token-file", tokenFile}
	schedule := filepath.Join(folder, "schedule.json")
	for _, args := range [][]string{
		{"match", "EVENT", "--firm", "F01", "--top", "5"},
		{"match", "EVENT", "--format", "json"},
		{"schedule", "EVENT", "--format", "table"},
		{"schedule", "EVENT", "--out", schedule},
		{"check", "EVENT", schedule},
		{"report", "EVENT"},
	} {
		with := func(name string) []string {
			out := append([]string{}, args...)
			out[1] = name
			return out
		}
		want, _, _ := run(with(file)...)
		for _, name := range []string{file, "jinju-2019"} {
			got, complaints, status := run(append(with(name), at...)...)
			if status != 0 || withoutTimes(got) != withoutTimes(want) {
				t.Errorf("%v of %s at the server: %d %s\n%s\nwant\n%s", args, name, status, complaints, got, want)
			}
		}
	}
	if _, complaints, status := run(append([]string{"match", "no-such-event"}, at...)...); status == 0 || !strings.Contains(complaints, "no-such-event") {
		t.Errorf("an unknown event: %d %s", status, complaints)
	}
	if _, complaints, status := run("match", "jinju-2019", "--server", s.URL); status == 0 || !strings.Contains(complaints, "token") {
		t.Errorf("without a token: %d %s", status, complaints)
	}
}

// withoutTimes leaves out lines that tell how long something took.
func withoutTimes(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.Contains(line, "second") && !strings.Contains(line, " s ") && !strings.Contains(line, " s)") && !strings.Contains(line, " ms") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}
