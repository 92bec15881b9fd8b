package cli

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"sangdam/internal/lang"
)

func TestServeAnswersAndEndsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	reader, writer := io.Pipe()
	p := &program{out: writer, err: io.Discard, getenv: func(string) string { return "en" }, voice: lang.New("en")}
	ended := make(chan error, 1)
	go func() { ended <- p.run(ctx, []string{"serve", "--listen", "127.0.0.1:0", "--lang", "en"}) }()

	line, err := bufio.NewReader(reader).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	url := regexp.MustCompile(`http://\S+\d`).FindString(line)
	resp, err := http.Get(url + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil || resp.StatusCode != 200 || !strings.Contains(string(body), "ok") {
		t.Errorf("healthz: %s, %s, %v", resp.Status, body, err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("asked to end: %v", err)
	}
	if _, err := http.Get(url + "/healthz"); err == nil {
		t.Error("still answers after the end")
	}
}
