package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/fixtures"
	"sangdam/internal/client"
	"sangdam/internal/lang"
)

// TestCommandsWorkAgainstAServer runs commands here and at a server: what they print is the same. What is solved is small, so that it is proven
// to the end, on any machine, before the time limit.
func TestCommandsWorkAgainstAServer(t *testing.T) {
	s := startServer(t, "--demo")
	defer s.stop(t)
	const delegation, small = "jinju-2019", "break-forced"
	tokenFile := written(t, "token", []byte(s.Token+"\n"))
	files := map[string]string{delegation: written(t, "delegation.json", fixtures.Jinju2019()), small: stored(t, s, small)}
	run := func(args ...string) (string, string, int) {
		var out, complaints bytes.Buffer
		p := &program{in: strings.NewReader(""), out: &out, err: &complaints, getenv: func(string) string { return "" }, voice: lang.New("en")}
		status := p.exit(p.run(t.Context(), append(args, "--lang", "en")))
		return out.String(), complaints.String(), status
	}
	at := []string{"--server", s.URL, "--token-file", tokenFile}
	schedule := filepath.Join(t.TempDir(), "schedule.json")
	for _, args := range [][]string{
		{"match", delegation, "--firm", "F01", "--top", "5"},
		{"match", delegation, "--format", "json"},
		{"report", delegation},
		{"schedule", small, "--format", "table"},
		{"schedule", small, "--out", schedule},
		{"check", small, schedule},
	} {
		with := func(name string) []string {
			out := append([]string{}, args...)
			out[1] = name
			return out
		}
		id, file := args[1], files[args[1]]
		want, _, _ := run(with(file)...)
		for _, name := range []string{file, id} {
			got, complaints, status := run(append(with(name), at...)...)
			if status != 0 || withoutTimes(got) != withoutTimes(want) {
				t.Errorf("%v of %s at the server: %d %s\n%s\nwant\n%s", args, name, status, complaints, got, want)
			}
		}
	}
	if _, complaints, status := run(append([]string{"match", "no-such-event"}, at...)...); status != 2 || !strings.Contains(complaints, "no-such-event: There is nothing of that id") {
		t.Errorf("an unknown event: %d %s", status, complaints)
	}
	if _, complaints, status := run("match", "jinju-2019", "--server", s.URL); status != 2 || !strings.Contains(complaints, "put a valid one into SANGDAM_TOKEN") {
		t.Errorf("without a token: %d %s", status, complaints)
	}
	c, err := client.New(s.URL, client.Options{Token: s.Token})
	if err != nil {
		t.Fatal(err)
	}
	reader, err := c.CreateToken(t.Context(), client.TokenSpec{Name: "reads", Scopes: []string{"events:read"}})
	if err != nil {
		t.Fatal(err)
	}
	narrow := written(t, "reader", []byte(reader.Token))
	_, complaints, status := run("schedule", small, "--server", s.URL, "--token-file", narrow)
	if status != 2 || strings.Contains(complaints, "faults") || !strings.Contains(complaints, "The scope schedules:solve is needed") {
		t.Errorf("with a token that may not: %d %s", status, complaints)
	}
	for address, want := range map[string]int{"nowhere": 2, "http://127.0.0.1:1": 1} {
		_, complaints, status := run("report", small, "--server", address)
		if status != want || !strings.Contains(complaints, address) {
			t.Errorf("at %s: %d %s", address, status, complaints)
		}
	}
}

// written writes a file and returns where it is.
func written(t *testing.T, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// stored has the server keep a small instance and returns a file that holds it too.
func stored(t *testing.T, s *startedServer, name string) string {
	t.Helper()
	data, err := fixtures.Small{Name: name}.Document()
	if err != nil {
		t.Fatal(err)
	}
	ev, err := event.ReadEvent(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c, err := client.New(s.URL, client.Options{Token: s.Token})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.CreateEvent(t.Context(), ev); err != nil {
		t.Fatal(err)
	}
	return written(t, "small.json", data)
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
