package api

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestTheExamplesOfTheDocumentationWork asks every address of docs/api.md that a curl of it asks, with its headers.
func TestTheExamplesOfTheDocumentationWork(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "docs", "api.md"))
	must(t, err)
	s := start(t)
	s.published(s.loaded())
	commands := regexp.MustCompile(`(?m)^curl .*$`).FindAllString(string(text), -1)
	if len(commands) < 3 {
		t.Fatalf("only %d examples were found", len(commands))
	}
	for _, command := range commands {
		_, path, ok := strings.Cut(command, "http://127.0.0.1:8080")
		if !ok {
			t.Errorf("%s asks another host", command)
			continue
		}
		var headers []string
		for _, h := range regexp.MustCompile(`-H "([\w-]+): ([^"]*)"`).FindAllStringSubmatch(command, -1) {
			if h[1] != "Authorization" {
				headers = append(headers, h[1], h[2])
			}
		}
		if got := s.call("GET", strings.Trim(path, `"`), nil, headers...); got.Status != 200 || len(got.Body) == 0 {
			t.Errorf("%s: %d %s", command, got.Status, got.Body)
		}
	}
}

// TestTheDocumentationNamesEveryOperationRight looks up every path that docs/api.md mentions.
func TestTheDocumentationNamesEveryOperationRight(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "docs", "api.md"))
	must(t, err)
	var known []string
	for op := range operations(start(t).check.doc) {
		known = append(known, op.Method+" "+strings.TrimPrefix(op.Path, basePath))
	}
	mentioned := regexp.MustCompile("`(GET|POST|PUT|PATCH|DELETE) (/[^`? ]*)").FindAllStringSubmatch(string(text), -1)
	if len(mentioned) < 5 {
		t.Fatalf("only %d operations were found", len(mentioned))
	}
	for _, m := range mentioned {
		if !slices.Contains(known, m[1]+" "+m[2]) {
			t.Errorf("there is no %s %s", m[1], m[2])
		}
	}
}
