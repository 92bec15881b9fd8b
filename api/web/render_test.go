package web

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sangdam/event"
	"sangdam/internal/lang"
)

// A sample fills one template of a page's file.
type sample struct {
	page, part string
	view       any
}

// samples are one or more for every template; the tests of each page add theirs with sampled.
var samples []sample

func sampled(page, part string, view any) struct{} {
	samples = append(samples, sample{page, part, view})
	return struct{}{}
}

// sampleShell is the shell of a page of an event, in a language.
var sampleShell = Shell{
	Title: "Title", Language: "ko", Languages: []languageLink{{Code: "ko", Name: "한국어", URL: "/?lang=ko", Current: true}}, Home: "/", Theme: "dark",
	Nav:   []place{{Name: "Start", Icon: "start", URL: "/", Current: true}, {Name: "Report", Icon: "report", URL: "/events/e/report"}, {Name: "Live", Icon: "live", Soon: true}},
	Event: &eventLink{ID: "e", Name: hostile, URL: "/events/e"}, Events: []eventLink{{ID: "e", Name: hostile, URL: "/events/e", Current: true}},
	Caller: "admin", CSRF: "token", Stream: "/events/e/stream", Since: 3, Scripts: []string{"request.js"},
}

// hostile is a name that must stay one.
const hostile = `<script>alert(1)</script>"'&`

var (
	_ = sampled("signin", "layout", &signInView{Shell: sampleShell, Next: "/", Notice: &notice{Kind: "bad", Text: hostile, Help: hostile, Lines: []string{hostile}}})
	_ = sampled("enter", "layout", &enterView{Shell: sampleShell, Token: hostile})
	_ = sampled("again", "layout", &problemView{Shell: sampleShell})
	_ = sampled("problem", "layout", &problemView{Shell: sampleShell, Status: 404, Notice: notice{Text: hostile, Help: "Help", Lines: []string{"one"}}, Back: "/", BackText: "Back"})
	_ = sampled("problem", "notice", notice{Kind: "info", Text: hostile})
)

func TestEveryTemplateIsFilledInEveryLanguage(t *testing.T) {
	all := loadPages(loadAssets())
	seen := map[string]bool{}
	missing := regexp.MustCompile(`&lt;web[\w.]*&gt;|<no value>`)
	for _, code := range event.Languages {
		for _, s := range samples {
			seen[s.page] = true
			var out bytes.Buffer
			if err := all[code][s.page].ExecuteTemplate(&out, s.part, s.view); err != nil {
				t.Errorf("%s: %s %s: %v", code, s.page, s.part, err)
				continue
			}
			html := out.String()
			if m := missing.FindString(html); m != "" {
				t.Errorf("%s: %s %s: %s", code, s.page, s.part, m)
			}
			if strings.Contains(html, "<script>") {
				t.Errorf("%s: %s %s lets a name become a script", code, s.page, s.part)
			}
			if m := regexp.MustCompile(`(?i) (style|on\w+)=`).FindString(html); m != "" {
				t.Errorf("%s: %s %s has the inline attribute%s", code, s.page, s.part, m)
			}
		}
	}
	for _, name := range pageNames() {
		if !seen[name] {
			t.Errorf("no sample fills the page %s", name)
		}
	}
}

func TestEveryMessageOfTheTemplatesExists(t *testing.T) {
	asked := regexp.MustCompile(`\b(say|count) "([\w.]+)"`)
	voice := lang.New("en")
	err := fs.WalkDir(templateFiles, "templates", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := templateFiles.ReadFile(name)
		if err != nil {
			return err
		}
		for _, m := range asked.FindAllStringSubmatch(string(text), -1) {
			checkMessage(t, voice, name, m[1], m[2])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkMessage(t *testing.T, voice *lang.Voice, where, function, id string) {
	t.Helper()
	text := voice.Say(id)
	if function == "count" || function == "Count" {
		text = voice.Count(id, 2)
	}
	if text == "<"+id+">" {
		t.Errorf("%s asks for the message %s, which there is not", where, id)
	}
}

// TestEveryMessageOfTheHandlersExists looks for literal ids in the sources, also those handed to shell and bare.
func TestEveryMessageOfTheHandlersExists(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	voice := lang.New("en")
	speaks := []string{"say", "Say", "Count", "bare"}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			fun, ok := call.Fun.(*ast.SelectorExpr)
			if !ok || !slices.Contains(speaks, fun.Sel.Name) {
				return true
			}
			if literal, ok := call.Args[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
				id, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.HasSuffix(id, ".") { // the beginning of one that is put together
					checkMessage(t, voice, name, fun.Sel.Name, id)
				}
			}
			return true
		})
	}
}
